import Foundation
import GRDB
import PackageTesting
import Testing

/// Packages of Anki as they come to a learner, by the program itself: nothing of them is lost without a
/// word, and a second import adds nothing.
@Suite("Packages taken in")
struct PackageTests {
    private let workplace: Workplace
    private let sample: SamplePackage

    init() throws {
        workplace = try Workplace(guides: false)
        try FileManager.default.createDirectory(
            at: workplace.file("library"), withIntermediateDirectories: false)
        sample = try SamplePackage()
    }

    private func pack(
        media: [(name: String, bytes: [UInt8])] = [], _ fill: (Database) throws -> Void
    ) throws {
        let list = Dictionary(
            uniqueKeysWithValues: media.enumerated().map { ("\($0)", $1.name) })
        try sample.zip(
            [("collection.anki2", try sample.collection(fill))]
                + (media.isEmpty ? [] : [("media", Array(try JSONEncoder().encode(list)))])
                + media.enumerated().map { ("\($0)", $1.bytes) })
    }

    private func take(
        _ options: String..., content: String = "library", at now: String = "2026-11-23T09:00:00Z"
    ) throws -> String {
        let result = try workplace.run(
            ["import", sample.path, "--yes"] + options,
            environment: [
                "STUDYLINE_CONTENT": workplace.file(content).path, "STUDYLINE_NOW": now,
                "COLUMNS": "200",
            ])
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    private func records(_ kind: String) throws -> [String] {
        try workplace.run(
            ["export", "json"],
            environment: ["STUDYLINE_CONTENT": workplace.file("library").path]
        ).output.split(separator: "\n").map(String.init).filter {
            $0.contains("\"kind\":\"\(kind)\"")
        }
    }

    private func write(_ text: String, to path: String) throws {
        try workplace.write(text, to: "library/\(path)")
    }

    private func hasFile(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: workplace.file("library/\(path)").path)
    }

    /// Changes the packed bytes of an entry of the package.
    private func spoil(_ entry: String) throws {
        var bytes = Array(try Data(contentsOf: URL(filePath: sample.path)))
        // Signature, 22 bytes of numbers, the lengths of name and extra field, the name.
        let header = bytes.indices.first { start in
            bytes[start...].starts(with: [0x50, 0x4B, 3, 4])
                && bytes[(start + 30)...].starts(with: Array(entry.utf8))
                && Int(bytes[start + 26]) == entry.utf8.count
        }
        let start = try #require(header)
        bytes[start + 30 + entry.utf8.count + Int(bytes[start + 28]) + 1] ^= 0xFF
        try Data(bytes).write(to: URL(filePath: sample.path))
    }

    private static let nothing = "Nothing was added: all of it is here already."

    @Test("An image that cannot be unpacked is named, and all the rest comes in")
    func brokenImage() throws {
        try pack(media: [("broken.png", [1, 2, 3]), ("my cell.png", [1, 2, 3])]) { db in
            try db.addNote(1, fields: ["one <img src='broken.png'>", "a"])
            try db.addNote(2, fields: ["two <img src='my%20cell.png'>", "b"])
            try db.addAnswer(1_790_000_000_000, card: 20)
        }
        try spoil("0")
        let shown = try take()
        #expect(shown.contains("The image 'broken.png' cannot be unpacked and was left out."))
        #expect(shown.contains("1 answer counts as if given here"))
        #expect(!hasFile("biology/media/broken.png"))
        let images = try FileManager.default.contentsOfDirectory(
            atPath: workplace.file("library/biology/media").path)
        #expect(images.count == 1 && images[0].hasPrefix("my-cell"))
    }

    @Test("An import that ended before its images goes on with them")
    func missingImage() throws {
        try pack(media: [("cell.png", [1, 2, 3])]) {
            try $0.addNote(1, fields: ["<img src='cell.png'>", "a"])
        }
        _ = try take()
        try FileManager.default.removeItem(at: workplace.file("library/biology/media/cell.png"))
        #expect(try take().contains("Added 1 image that guides show"))
        #expect(hasFile("biology/media/cell.png"))
        #expect(try take().contains(Self.nothing))
    }

    @Test("A term whose name is taken keeps both directions and their answers")
    func takenTerm() throws {
        try write(
            "---\nclass: Biology\nunit: Cells\n---\n# Mitosis\n\n## Definition\n\nMy own words.\n",
            to: "own.md")
        try pack { db in
            for (id, text) in [
                (Int64(1), ["mitosis", "division"]), (2, ["twice", "first"]),
                (3, ["twice", "second"]),
            ] {
                try db.addNote(id, type: 2, fields: text, cards: [0, 1])
                for card in [id * 10, id * 10 + 1] {
                    try db.addAnswer(1_790_000_000_000 + card * 60_000, card: card)
                }
            }
        }
        #expect(try take().contains("6 answers count as if given here"))
        #expect(try records("state").count == 6)
        let again = try take()
        #expect(again.contains("3 notes are in your library already.\n"))
        #expect(again.contains(Self.nothing))
        #expect(try records("review").count == 6)
    }

    @Test("A library that is not in use gets nothing twice either")
    func notInUse() throws {
        try FileManager.default.createDirectory(
            at: workplace.file("shelf"), withIntermediateDirectories: false)
        try pack { try $0.addNote(1, fields: ["question", "answer"]) }
        #expect(try take("--to", "shelf").contains("Added 1 guide in 1 file to shelf."))
        let again = try take("--to", "shelf")
        #expect(again.contains(Self.nothing))
        #expect(again.contains("Guides are not read from there yet"))
        let files = try FileManager.default.subpathsOfDirectory(
            atPath: workplace.file("shelf").path)
        #expect(files.count { $0.hasSuffix(".md") } == 1)
    }

    @Test("What is dated in the future is left out once and for all, marks count from now")
    func future() throws {
        try pack { db in
            try db.addNote(1, fields: ["question", "answer"])
            try db.execute(sql: "UPDATE cards SET queue = -1, mod = 9223372036854775807")
            try db.addAnswer(1_790_000_000_000, card: 10)
            try db.addAnswer(1_999_000_000_000, card: 10)
            try db.addAnswer(9_223_372_036_854_775_807, card: 10)
            try db.addAnswer(-9_223_372_036_854_775_807, card: 10)
        }
        let shown = try take()
        #expect(shown.contains("1 answer and 1 mark count as if given here"))
        #expect(shown.contains("1 answer from the future left out"))
        #expect(try take(at: "2026-11-24T09:00:00Z").contains(Self.nothing))
        #expect(try records("action").first?.contains("\"time\":1795424400000") == true)
    }

    @Test("Notes that were exported from here and changed in Anki are counted, others are not")
    func changedInAnki() throws {
        try write(
            """
            ---
            class: Biology
            ---
            # Cell

            ## Definition

            The **unit** of life:

            - a list, `code` and $x_1$

            ## Key facts

            1. A cell has a membrane of 2 layers.

            ## Review questions

            - Why?
              - So *and* so.

            C: Water [boils] at [100 degrees].

            """, to: "cell.md")
        let environment = ["STUDYLINE_CONTENT": workplace.file("library").path]
        let exported = try workplace.run(
            ["export", "apkg", "--output", sample.path], environment: environment)
        #expect(exported.status == 0, "\(exported.errors)")
        #expect(try take().contains("4 notes are in your library already.\n"))

        let note = "studyline:" + (try itemOfQuestion())
        try pack { db in
            try db.execute(
                sql: """
                    UPDATE col SET models = '{"1500000000103": {"name": "Studyline Question", "type": 0,
                        "flds": [{"name": "Question", "ord": 0}, {"name": "Answer", "ord": 1},
                            {"name": "Term", "ord": 2}, {"name": "Source", "ord": 3},
                            {"name": "Note", "ord": 4}],
                        "tmpls": [{"name": "Question", "ord": 0, "qfmt": "{{Question}}",
                            "afmt": "{{Answer}}"}]}}'
                    """)
            try db.addNote(
                1, type: 1_500_000_000_103, fields: ["Why?", "Otherwise.", "Cell", "Biology", ""])
            try db.execute(sql: "UPDATE notes SET guid = ?", arguments: [note])
        }
        #expect(
            try take().contains(
                "1 note is in your library already, 1 with other words, which stay as they are."))
    }

    /// The lasting identity of the question in the library.
    private func itemOfQuestion() throws -> String {
        let line = try #require(
            try records("text").first { $0.contains("\"itemKind\":\"question\"") })
        let start = try #require(line.firstRange(of: "\"item\":\"")).upperBound
        return String(line[start...].prefix { $0 != "\"" })
    }

    @Test("Notes that would go to another class now are known, and not said to be changed")
    func otherFallback() throws {
        try pack { try $0.addNote(1, fields: ["question", "answer"], deck: 1) }
        _ = try take("--class", "First")
        let again = try take("--class", "Second")
        #expect(again.contains("1 note is in your library already.\n"))
        #expect(again.contains(Self.nothing))
    }
}
