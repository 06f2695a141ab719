import Foundation
import GRDB
import PackageTesting
import Testing

@testable import StudyExchange

@Suite("The forms of a package")
struct PackageFormTests {
    private let sample: SamplePackage

    init() throws {
        sample = try SamplePackage()
    }

    private func texts() throws -> [[String]] {
        var texts: [[String]] = []
        try AnkiPackage(path: sample.path).collection.forEachNote { texts.append($0.fields) }
        return texts
    }

    @Test("a lone collection.anki2")
    func legacy1() throws {
        let bytes = try sample.collection { db in
            try db.addNote(1, fields: ["a", "b"], cards: [1, 0])
            try db.addNote(2, fields: ["c", ""], deck: 3, tags: " one two ")
            try db.execute(sql: "UPDATE cards SET queue = -1, flags = 9 WHERE nid = 2")
            try db.execute(sql: "UPDATE cards SET odid = 3, did = 1 WHERE id = 10")
            try db.execute(sql: "UPDATE cards SET type = 2, ivl = 30")
            try db.addAnswer(5000, card: 10, rating: 1)
            try db.addAnswer(4000, card: 10, rating: 3)
            try db.addAnswer(6000, card: 10, rating: 0)
            try db.addAnswer(7000, card: 10, type: 4)
            try db.addAnswer(8000, card: 10, type: 3, factor: 0)
            try db.addAnswer(8500, card: 20, type: 3, factor: 0)
            try db.addAnswer(9000, card: 10, type: 3)
        }
        try sample.zip([("collection.anki2", bytes)])
        let package = try AnkiPackage(path: sample.path)
        #expect(package.form == .legacy1)
        let collection = package.collection
        #expect((collection.notes, collection.cards, collection.answers) == (2, 3, 7))
        #expect(try collection.cardsWithoutAnswers() == 2)
        #expect(collection.decks == [1: "Default", 2: "Biology::Cells", 3: "Spanish"])
        #expect(collection.noteTypes[3]?.isCloze == true)
        #expect(collection.noteTypes[2]?.templates.map(\.name) == ["Card 1", "Card 2"])
        var notes: [AnkiNote] = []
        try collection.forEachNote { notes.append($0) }
        #expect(notes.map(\.guid) == ["guid-1", "guid-2"])
        #expect(notes[0].cards.map(\.ordinal) == [0, 1])
        #expect(notes[0].cards[0].deck == 3)
        #expect(notes[1].tags == ["one", "two"])
        #expect(notes[1].fields == ["c", ""])
        #expect(notes[1].cards[0].isSuspended)
        #expect(notes[1].cards[0].isFlagged)
        var times: [Int64] = []
        times = try collection.log().map(\.time)
        #expect(times == [4000, 5000, 9000])
    }

    @Test("a collection.anki21 beside a dummy, by its meta or without", arguments: [true, false])
    func legacy2(hasMeta: Bool) throws {
        let real = try sample.collection { try $0.addNote(1, fields: ["a", "b"]) }
        let dummy = try sample.collection { try $0.addNote(9, fields: ["please", "update"]) }
        try sample.zip(
            [("collection.anki21", real), ("collection.anki2", dummy)]
                + (hasMeta ? [("meta", [8, 2])] : []))
        #expect(try AnkiPackage(path: sample.path).form == .legacy2)
        #expect(try texts() == [["a", "b"]])
    }

    @Test("a packed collection.anki21b with tables, and packed media")
    func latest() throws {
        let bytes = try sample.latestCollection {
            try $0.addNote(1, fields: ["<img src=\"x.png\">", "b"])
        }
        let entry = SamplePackage.wire(1, "x.png")
        try sample.zip([
            ("meta", [8, 3]), ("collection.anki21b", SamplePackage.zstd(bytes)),
            ("media", SamplePackage.zstd([10, UInt8(entry.count)] + entry)),
            ("0", SamplePackage.zstd(Array("image".utf8))),
        ])
        let package = try AnkiPackage(path: sample.path)
        #expect(package.form == .latest)
        #expect(package.collection.decks == [1: "Default", 2: "Biology::Cells"])
        #expect(package.mediaNames.contains("x.png"))
        #expect(try texts() == [["<img src=\"x.png\">", "b"]])
        var reader = NoteReader(package, fallbackClass: "Sample")
        try package.collection.forEachNote { note in
            let read = reader.read(note)
            #expect(
                read?.items.first?.content
                    == .question("![x](../media/x.png)", answer: "b"))
        }
        #expect(
            reader.findings.images == [
                AnkiImage(className: "Biology", file: "x.png", name: "x.png")
            ])
        let target = sample.folder + "/out.png"
        try package.unpack(media: "x.png", to: target)
        #expect(try String(contentsOfFile: target, encoding: .utf8) == "image")
    }
}
