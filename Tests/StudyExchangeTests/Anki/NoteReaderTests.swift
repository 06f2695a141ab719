import PackageTesting
import StudyCore
import Testing

@testable import StudyExchange

@Suite("Notes of a package")
struct NoteReaderTests {
    private let sample: SamplePackage

    init() throws {
        sample = try SamplePackage()
    }

    private func read(
        type: Int64, _ fields: [String], cards: [Int] = [0], deck: Int64 = 2, tags: String = ""
    ) throws -> (note: ReadNote?, leftOut: [LeftOut: Int]) {
        let bytes = try sample.collection {
            try $0.addNote(1, type: type, fields: fields, deck: deck, tags: tags, cards: cards)
        }
        try sample.zip([("collection.anki2", bytes)])
        var reader = NoteReader(try AnkiPackage(path: sample.path), fallbackClass: "Sample")
        var read: ReadNote?
        try AnkiPackage(path: sample.path).collection.forEachNote { read = reader.read($0) }
        return (read, reader.findings.leftOut)
    }

    private func item(_ note: ReadNote?, _ index: Int = 0) -> ReadItem? {
        note.flatMap { $0.items.indices.contains(index) ? $0.items[index] : nil }
    }

    @Test("a basic note is a question")
    func basic() throws {
        let note = try read(type: 1, ["What is a <b>cell</b>?", "The unit of life."]).note
        #expect(
            item(note)?.content == .question("What is a **cell**?", answer: "The unit of life."))
        #expect(item(note)?.facets == [[.answer]])
        #expect(note?.place == AnkiPlace(className: "Biology", unit: "Cells"))
    }

    @Test("a typed answer stands in the answer and not in the question")
    func typed() throws {
        let note = try read(type: 4, ["2 + 2", "4"]).note
        #expect(item(note)?.content == .question("2 + 2", answer: "4"))
    }

    @Test("a reversed note is a term and its definition, whichever side is the name")
    func reversed() throws {
        var note = try read(type: 2, ["mitosis", "division of a nucleus"], cards: [0, 1]).note
        #expect(item(note)?.content == .term("mitosis", definition: "division of a nucleus"))
        #expect(item(note)?.ordinals == [0, 1])
        #expect(item(note)?.facets == [[.meaning], [.term]])
        let long = String(repeating: "the division of a nucleus ", count: 4)
        note = try read(type: 2, [long, "mitosis"], cards: [0, 1]).note
        #expect(item(note)?.content == .term("mitosis", definition: long.trimmedSlice.description))
        #expect(item(note)?.facets == [[.term], [.meaning]])
    }

    @Test("a reversed note with two long sides is two questions, with one card it is one")
    func questions() throws {
        let (one, two) = (
            String(repeating: "one side ", count: 9), String(repeating: "other side ", count: 9)
        )
        var note = try read(type: 2, [one, two], cards: [0, 1]).note
        #expect(note?.items.count == 2)
        #expect(item(note, 1)?.ordinals == [1])
        note = try read(type: 2, ["mitosis", "division"], cards: [0]).note
        #expect(item(note)?.content == .question("mitosis", answer: "division"))
    }

    @Test("a cloze keeps its holes, each with the history of its number")
    func cloze() throws {
        let note = try read(
            type: 3,
            [
                "{{c1::Mitosis::process}} and {{c2::meiosis}} divide; {{c1::both}} [sic]",
                "see <i>p. 9</i>",
            ],
            cards: [0, 1]
        ).note
        #expect(
            item(note)?.content == .cloze("[Mitosis] and [meiosis] divide; [both] \\[sic\\]"))
        #expect(item(note)?.ordinals == [0, 1])
        #expect(item(note)?.facets == [[.hole(1), .hole(3)], [.hole(2)]])
        #expect(note?.extra == "see *p. 9*")
    }

    @Test("a hole of several numbers is asked by several cards, and hints are counted")
    func sharedHole() throws {
        let bytes = try sample.collection {
            try $0.addNote(
                1, type: 3,
                fields: ["{{c1,3::Water}} and {{c3::ice::cold {{c2::x}}}}; {{c1,::a}}", ""],
                cards: [0, 2])
        }
        try sample.zip([("collection.anki2", bytes)])
        let package = try AnkiPackage(path: sample.path)
        var reader = NoteReader(package, fallbackClass: "Sample")
        var note: ReadNote?
        try package.collection.forEachNote { note = reader.read($0) }
        #expect(item(note)?.content == .cloze("[Water] and [ice]; {{c1,::a}}"))
        #expect(item(note)?.ordinals == [0, 2])
        #expect(item(note)?.facets == [[.hole(1)], [.hole(1), .hole(2)]])
        #expect((reader.findings.hints, reader.findings.nestedHoles) == (1, 1))
    }

    @Test(
        "holes stay holes, whatever is in them and around them",
        arguments: [
            ("{{c1::<ul><li>a</li><li>b</li></ul>}}", "[• a\\\n• b]", 1),
            ("{{c1::f}}(x), {{c2::}}, {{c2::<br>}}, {{c2::g}}", "[f]\\(x), , \\\n, [g]", 2),
            ("<b>a {{c1::b}}</b> <code>{{c1::x[0]}}</code>", "**a** [**b**] [`x[0]`]", 1),
            ("<p>{{c1::a</p><p>b}}</p>", "[a\\\nb]", 1),
            ("<table><tr><td>{{c1::a</td><td>b}}</td></tr></table>", "[a – b]", 1),
            ("<p>{{c1::a}}</p><p>b</p>", "[a]\n\nb", 1),
        ])
    func holes(html: String, expected: String, count: Int) throws {
        let note = try read(type: 3, [html, ""], cards: [0, 1]).note
        #expect(item(note)?.content == .cloze(expected))
        #expect(item(note)?.facets.count == count)
    }

    @Test("a term whose name is taken is asked as a question either way")
    func takenTerm() throws {
        let list = "<ul><li>one</li><li>two</li></ul>"
        let note = try read(type: 2, ["Cell", list], cards: [0, 1]).note
        let drafts = PackageDrafts([note], source: "x.apkg") { $0.termSlug == "cell" }
        let questions = drafts.guides.first?.draft.questions
        #expect(questions?.map(\.text) == ["Cell", "• one\\\n• two"])
        #expect(questions?.map(\.answer) == ["- one\n- two", "Cell"])
        let origins = drafts.guides.first?.origins
        #expect(origins?.map(\.item) == [1, 2])
        #expect(origins?.map(\.cards) == [[0: [.answer]], [1: [.answer]]])
    }

    @Test(
        "images are found by their names, also as addresses",
        arguments: ["my cell.png", "my%20cell.png", "cell%2B.png", "100%.png"])
    func imageNames(source: String) throws {
        let held: Set<String> = ["my cell.png", "cell+.png", "100%.png"]
        var reader = HTMLMarkdown { held.contains($0) ? "media/x.png" : nil }
        let text = reader.markdown("<img src=\"\(source)\">", as: .paragraph)
        #expect(text.hasSuffix("](media/x.png)"))
        #expect(!text.contains("%20") && !text.contains("%2B"))
        #expect(reader.images.isSubset(of: held) && reader.images.count == 1)
    }

    @Test(
        "what cannot be a card is left out and counted",
        arguments: [
            (Int64(1), ["question", ""], LeftOut.empty), (1, ["", "answer"], .empty),
            (1, ["[sound:a.mp3]", "answer"], .empty), (1, ["one"], .wrongFields),
            (9, ["a", "b"], .unknownType), (3, ["no hole", ""], .noHole),
            (3, ["{{c1::image-occlusion:rect:left=.1}}", ""], .pictureOnly),
            (1, [String(repeating: "word ", count: 2000), "b"], .tooLong),
        ])
    func leftOut(type: Int64, fields: [String], reason: LeftOut) throws {
        let result = try read(type: type, fields)
        #expect(result.note == nil)
        #expect(result.leftOut == [reason: 1])
    }

    @Test(
        "decks and tags are classes and units",
        arguments: [
            ("A::B::C", [], "A", "B: C"), ("Spanish", ["verbs"], "Spanish", "verbs"),
            ("Spanish", ["leech", "food_and_drink"], "Spanish", "food and drink"),
            ("Spanish", [], "Spanish", nil), ("Default", [], "Sample", nil),
            ("", ["x"], "Sample", "x"), ("A\u{1B}[2J::\u{202E}b", [], "A[2J", "b"),
            ("::::", [], "Sample", nil), ("Spanish::Verbs", ["food"], "Spanish", "Verbs"),
        ] as [(String, [String], String, String?)])
    func places(deck: String, tags: [String], className: String, unit: String?) {
        #expect(
            AnkiPlace(deck: deck, tags: tags, fallback: "Sample")
                == AnkiPlace(className: className, unit: unit))
    }

    @Test("templates are filled, and nothing of them is run")
    func templates() {
        let fields = ["Country": "France", "Capital": "Paris", "Empty": " "]
        func filled(_ template: String, isAnswer: Bool = false) -> String {
            AnkiTemplate(template).filled(fields, isAnswer: isAnswer)
        }
        #expect(filled("Capital of {{Country}}?") == "Capital of France?")
        #expect(filled("{{#Empty}}no{{/Empty}}{{^Empty}}yes{{/Empty}}") == "yes")
        #expect(filled("{{#Capital}}{{text:hint:Capital}}{{/Capital}}") == "Paris")
        #expect(filled("{{type:Capital}}|{{tts en_US:Capital}}") == "|")
        #expect(filled("{{type:Capital}}", isAnswer: true) == "Paris")
        #expect(filled("{{Unknown}}{{ Country }} {{unclosed") == "France {{unclosed")
        #expect(
            filled(String(repeating: "{{#Empty}}", count: 5000) + "x").isEmpty)
    }

    @Test("questions of a place are gathered, terms are guides of their own, names are taken once")
    func drafts() throws {
        func note(_ content: ReadItem.Content, _ cards: [(Int, [Card.Facet])]) -> ReadNote {
            ReadNote(
                guid: "g", place: AnkiPlace(className: "Biology", unit: "Cells"),
                items: [ReadItem(content, cards)], extra: nil)
        }
        var notes: [ReadNote?] = (0..<130).map {
            note(.question("q\($0)", answer: "a"), [(0, [.answer])])
        }
        notes.append(note(.term("Cells", definition: "units"), [(0, [.meaning]), (1, [.term])]))
        notes.append(note(.term("cells!", definition: "rooms"), [(0, [.meaning]), (1, [.term])]))
        notes.append(nil)
        let drafts = PackageDrafts(notes, source: "x.apkg") { $0.termSlug == "cells-2" }
        #expect(drafts.guides.map(\.draft.term) == ["Cells", "Cells (3)", "Cells (4)"])
        #expect(drafts.guides[1].draft.questions.count == 100)
        #expect(drafts.guides[2].draft.questions.suffix(2).map(\.text) == ["cells!", "rooms"])
        #expect(drafts.guides[2].origins.last?.note == 131)
        #expect(
            drafts.guides[2].origins.suffix(2).map(\.cards) == [[0: [.answer]], [1: [.answer]]])
    }

    @Test(
        "images have names that are safe everywhere",
        arguments: [
            ("cell.png", "cell.png"), ("Big Cell.PNG", nil), ("a/../b.jpg", nil), ("x.exe", ""),
            ("none", ""), ("ümlaut.svg", nil),
        ] as [(String, String?)])
    func images(name: String, expected: String?) {
        let safe = ImageName.safe(name)
        if let expected { #expect(safe ?? "" == expected) }
        #expect(safe?.contains { $0 == "/" || $0 == " " || $0 == "\\" } != true)
    }
}
