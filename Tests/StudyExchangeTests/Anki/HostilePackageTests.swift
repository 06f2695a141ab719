import Foundation
import GRDB
import PackageTesting
import Testing

@testable import StudyExchange

@Suite("A package made to do harm")
struct HostilePackageTests {
    private let sample: SamplePackage

    init() throws {
        sample = try SamplePackage()
    }

    /// Why the package at the sample's path is refused; nil when it is taken in.
    private func refusal(_ limits: PackageLimits = PackageLimits()) throws -> String? {
        do {
            _ = try AnkiPackage(path: sample.path, limits: limits)
            return nil
        } catch {
            return error.description.replacing(sample.path, with: "PACKAGE")
        }
    }

    private func write(_ zip: RawZip) throws {
        try Data(zip.bytes).write(to: URL(fileURLWithPath: sample.path))
    }

    @Test(
        "names a file outside",
        arguments: [
            ("../evil", "which leads to another folder"),
            ("/etc/passwd", "which leads to another folder"),
            ("a/../../evil", "which leads to another folder"),
            ("..", "which leads to another folder"),
            ("a\\b", "which leads to another folder"), ("C:evil", "which leads to another drive"),
            ("a\u{1B}[2J", "which holds a control character"),
            ("a\u{0}b", "which holds a control character"),
        ])
    func names(name: String, reason: String) throws {
        try write(RawZip(["collection.anki2", name]))
        #expect(
            try refusal()
                == "PACKAGE is not safe and was left alone: it names a file '\(name)', \(reason)")
    }

    @Test("holds a file twice")
    func twice() throws {
        try write(RawZip(["collection.anki2", "collection.anki2"]))
        #expect(try refusal()?.hasSuffix("'collection.anki2' stands in it twice") == true)
    }

    @Test("holds a link")
    func link() throws {
        var zip = RawZip(["collection.anki2", "0"])
        zip.entries[1].attributes = 0o120777 << 16
        try write(zip)
        #expect(try refusal()?.hasSuffix("'0' is a link to another file") == true)
    }

    @Test("is encrypted")
    func encrypted() throws {
        var zip = RawZip(["collection.anki2"])
        zip.entries[0].flags = 1
        try write(zip)
        #expect(try refusal()?.hasSuffix("'collection.anki2' is encrypted") == true)
    }

    @Test("has a name that is no text")
    func badName() throws {
        var zip = RawZip(["collection.anki2", "x"])
        zip.entries[1].name = [0xFF, 0xFE]
        try write(zip)
        #expect(try refusal()?.hasSuffix("the name of a file in it is no text") == true)
    }

    @Test("holds too many files")
    func manyFiles() throws {
        try write(RawZip((0..<50).map(String.init)))
        var limits = PackageLimits()
        limits.entries = 40
        #expect(try refusal(limits)?.hasSuffix("it holds more than 40 files") == true)
    }

    @Test(
        "unpacks to a thousand times its size, by one packing or by two", arguments: [false, true])
    func bomb(isLatest: Bool) throws {
        let zeros = [UInt8](repeating: 0, count: 40 << 20)
        try sample.zip(
            isLatest
                ? [("meta", [8, 3]), ("collection.anki21b", SamplePackage.zstd(zeros))]
                : [("collection.anki2", zeros)])
        #expect(try refusal()?.hasSuffix("unpacks to more than 400 times its size") == true)
        #expect(left.isEmpty)
    }

    @Test("unpacks to more than there is room for")
    func large() throws {
        try sample.zip([("collection.anki2", try sample.collection())])
        var limits = PackageLimits()
        limits.collection = 4096
        #expect(
            try refusal(limits)?.hasSuffix("'collection.anki2' unpacks to more than 4096 bytes")
                == true)
        #expect(left.isEmpty)
    }

    /// What stands beside the package.
    private var left: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: sample.folder)) ?? []).filter {
            $0 != "sample.apkg"
        }
    }

    @Test(
        "has a database that does something",
        arguments: [
            (
                "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM cards; END",
                "its database holds a trigger, 't'"
            ),
            ("CREATE VIEW v AS SELECT 1", "its database holds a view, 'v'"),
            ("CREATE VIRTUAL TABLE f USING fts5(x)", "its database holds a virtual table, 'f'"),
            (
                "ALTER TABLE notes ADD COLUMN x AS (hex(zeroblob(9)))",
                "its database computes columns of 'notes'"
            ),
        ])
    func schema(sql: String, reason: String) throws {
        try sample.zip([("collection.anki2", try sample.collection { try $0.execute(sql: sql) })])
        #expect(try refusal() == "PACKAGE is not safe and was left alone: \(reason)")
    }

    @Test("has a view in the place of a table")
    func viewForTable() throws {
        let bytes = try sample.collection {
            try $0.execute(
                sql: """
                    DROP TABLE revlog;
                    CREATE VIEW revlog AS WITH RECURSIVE n(x) AS (
                        SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id FROM n
                    """)
        }
        try sample.zip([("collection.anki2", bytes)])
        #expect(try refusal()?.hasSuffix("its database holds a view, 'revlog'") == true)
    }

    @Test("is no package, or has no collection")
    func none() throws {
        #expect(try refusal() == "PACKAGE cannot be read: there is no such file")
        try Data("nothing".utf8).write(to: URL(fileURLWithPath: sample.path))
        #expect(try refusal() == "PACKAGE is no package of Anki: it is no zip archive")
        try sample.zip([("readme.txt", Array("hello".utf8))])
        #expect(try refusal() == "PACKAGE is no package of Anki: there is no collection in it")
        try sample.zip([("collection.anki2", Array("no database at all".utf8))])
        #expect(try refusal()?.contains("is damaged") == true)
        try sample.zip([("meta", [8, 9]), ("collection.anki2", [])])
        #expect(try refusal()?.contains("it is of a form (9) that is not known here") == true)
        try sample.zip([("meta", [0xFF, 0xFF]), ("collection.anki2", [])])
        #expect(try refusal()?.contains("its 'meta' makes no sense") == true)
    }

    @Test("is cut off or changed anywhere: an error, never a crash")
    func mutated() throws {
        try sample.zip([
            ("collection.anki2", try sample.collection { try $0.addNote(1, fields: ["a", "b"]) }),
            ("media", Array(#"{"0": "x.png"}"#.utf8)), ("0", [1, 2, 3]),
        ])
        let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: sample.path)))
        var state: UInt64 = 1
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        var refused = 0
        for round in 0..<150 {
            var changed = bytes
            if round.isMultiple(of: 3) {
                changed.removeLast(random(bytes.count))
            } else {
                for _ in 0...random(8) { changed[random(changed.count)] = UInt8(random(256)) }
            }
            try Data(changed).write(to: URL(fileURLWithPath: sample.path))
            do {
                let package = try AnkiPackage(path: sample.path)
                try package.collection.forEachNote { _ in }
                _ = try package.collection.log()
            } catch is AnkiPackageError {
                refused += 1
            }
        }
        #expect(refused > 75)
    }

    @Test("names media outside", arguments: ["../x.png", "/x.png", "a/b.png", "..", "a\\b.png"])
    func media(name: String) throws {
        let list = try JSONEncoder().encode(["0": name])
        try sample.zip([
            ("collection.anki2", try sample.collection()), ("media", Array(list)), ("0", [1]),
        ])
        #expect(try refusal()?.contains("which leads to another folder") == true)
    }

    @Test("has media that stand for other parts of the archive")
    func mediaEntries() throws {
        try sample.zip([
            ("collection.anki2", try sample.collection()),
            ("media", Array(#"{"collection.anki2": "a.png", "9": "b.png", "0": "c.png"}"#.utf8)),
            ("0", [1]),
        ])
        let package = try AnkiPackage(path: sample.path)
        #expect(!package.mediaNames.contains("a.png"))
        #expect(!package.mediaNames.contains("b.png"))
        #expect(package.mediaNames.contains("c.png"))
    }

    @Test("has media that say of themselves that they are too large", arguments: [false, true])
    func largeMedia(isLatest: Bool) throws {
        var limits = PackageLimits()
        limits.image = 1000
        let (large, small) = (
            [UInt8](repeating: 1, count: 1001), [UInt8](repeating: 1, count: 1000)
        )
        if isLatest {
            let list = [("a.png", large), ("b.png", small)].flatMap { name, bytes in
                let entry =
                    SamplePackage.wire(1, name)
                    + [16, UInt8(bytes.count & 0x7F) | 0x80, UInt8(bytes.count >> 7)]
                return [10, UInt8(entry.count)] + entry
            }
            try sample.zip([
                ("meta", [8, 3]),
                ("collection.anki21b", SamplePackage.zstd(try sample.latestCollection())),
                ("media", SamplePackage.zstd(list)), ("0", SamplePackage.zstd(large)),
                ("1", SamplePackage.zstd(small)),
            ])
        } else {
            try sample.zip([
                ("collection.anki2", try sample.collection()),
                ("media", Array(#"{"0": "a.png", "1": "b.png"}"#.utf8)), ("0", large), ("1", small),
            ])
        }
        #expect(try AnkiPackage(path: sample.path, limits: limits).mediaNames == ["b.png"])
    }

    @Test("never writes over a file, nor through a link")
    func existing() throws {
        try sample.zip([
            ("collection.anki2", try sample.collection()),
            ("media", Array(#"{"0": "c.png"}"#.utf8)), ("0", Array("image".utf8)),
        ])
        let package = try AnkiPackage(path: sample.path)
        let precious = sample.folder + "/precious"
        try "kept".write(toFile: precious, atomically: true, encoding: .utf8)
        let link = sample.folder + "/link.png"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: precious)
        #expect(throws: AnkiPackageError.self) { try package.unpack(media: "c.png", to: precious) }
        #expect(throws: AnkiPackageError.self) { try package.unpack(media: "c.png", to: link) }
        #expect(try String(contentsOfFile: precious, encoding: .utf8) == "kept")
        try package.unpack(media: "c.png", to: sample.folder + "/new.png")
        #expect(
            try String(contentsOfFile: sample.folder + "/new.png", encoding: .utf8) == "image")
    }

    @Test("has values of other kinds than its columns, or absurdly large ones")
    func values() throws {
        let bytes = try sample.collection { db in
            try db.addNote(1, fields: ["a", "b"])
            try db.execute(
                sql: """
                    INSERT INTO notes VALUES (2, x'00ff', 'basic', 1.5, NULL, NULL, x'61', 0, 0, 0, 0);
                    INSERT INTO cards (id, nid, did, ord, mod, queue, ivl, odid, flags) VALUES
                        (77, 2, 'x', 9223372036854775807, 1e300, NULL, -9223372036854775807, x'01', 'y');
                    INSERT INTO revlog VALUES (NULL, 'a', 0, 1e30, 0, 0, 0, -5, 0),
                        (6, 10, 0, 3, 0, 0, 0, -5, 0), (-9223372036854775807, 10, 0, 3, 0, 0, 0, 1, 0),
                        (9223372036854775807, 10, 0, 3, 0, 0, 0, 1, 0);
                    UPDATE cards SET mod = 9223372036854775807 WHERE nid = 1;
                    """)
        }
        try sample.zip([("collection.anki2", bytes)])
        let package = try AnkiPackage(path: sample.path)
        var reader = NoteReader(package, fallbackClass: "Sample")
        var notes = 0
        try package.collection.forEachNote { note in
            notes += reader.read(note) == nil ? 0 : 1
            // As milliseconds it is a number too.
            #expect(note.cards.allSatisfy { (0...253_402_300_800).contains($0.modified) })
        }
        #expect(notes == 1)
        #expect(reader.findings.leftOut == [.unknownType: 1])
        var answers: [AnkiAnswer] = []
        answers = try package.collection.log()
        #expect(answers == [AnkiAnswer(card: 10, time: 6, rating: 3, duration: 0)])
    }

    @Test("has fields of megabytes")
    func hugeFields() throws {
        let long = String(repeating: "<b>", count: 200_000)
        let bytes = try sample.collection { db in
            try db.addNote(1, fields: [long, "b"])
            try db.addNote(2, fields: ["a", "b"])
        }
        try sample.zip([("collection.anki2", bytes)])
        let package = try AnkiPackage(path: sample.path)
        var reader = NoteReader(package, fallbackClass: "Sample")
        try package.collection.forEachNote { _ = reader.read($0) }
        #expect(reader.findings.leftOut == [.tooLong: 1])

        var limits = PackageLimits()
        limits.value = 1 << 16
        let small = try AnkiPackage(path: sample.path, limits: limits)
        #expect(
            throws: AnkiPackageError.tooLarge(
                path: sample.path, reason: "a value of its database is larger than any of a note")
        ) { try small.collection.forEachNote { _ in } }
    }
}
