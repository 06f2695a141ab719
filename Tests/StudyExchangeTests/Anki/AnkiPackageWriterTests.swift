import FSRS
import Foundation
import PackageTesting
import StudyCore
import Testing

@testable import StudyExchange

@Suite("A package written")
struct AnkiPackageWriterTests {
    private let sample: SamplePackage

    init() throws {
        sample = try SamplePackage()
    }

    private func note(
        _ id: String, _ kind: Item.Kind, text: String, answer: String? = nil,
        cards: [ExportedCard], isReversed: Bool = false
    ) -> ExportedNote {
        ExportedNote(
            item: Item.ID(id), kind: kind, term: "Cell & co", text: text, answer: answer,
            isReversed: isReversed, className: "Biology", unit: "Cells", modified: 1_700_000_000,
            cards: cards)
    }

    private var notes: [ExportedNote] {
        let start = Timestamp(milliseconds: 1_790_000_000_123)
        let state = CardState(
            memory: MemoryState(stability: 12.34567, difficulty: 5.4321), phase: .review, step: 0,
            due: .day(StudyDay(number: 20_730)), lastTime: start,
            lastDay: StudyDay(number: 20_717), interval: 13, reviews: 1, lapses: 0)
        let answer = ExportedAnswer(
            time: start, rating: .good, seconds: 4.2, isPractice: false, before: nil, after: state)
        return [
            note(
                "one", .definition, text: "the unit of life",
                cards: [
                    ExportedCard(facet: .meaning, state: state, answers: [answer]),
                    ExportedCard(facet: .term, isSuspended: true, isFlagged: true),
                ], isReversed: true),
            note(
                "two", .question, text: "Why?", answer: "So.", cards: [ExportedCard(facet: .answer)]
            ),
            note(
                "three", .cloze,
                text: FieldHTML.cloze("a {{b}} c::d", holes: [2..<7, 8..<12]) { $0 + 1 },
                cards: [ExportedCard(facet: .hole(1)), ExportedCard(facet: .hole(2))]),
        ]
    }

    private func write(_ notes: [ExportedNote]) throws {
        let writer = try AnkiPackageWriter(path: sample.path, decay: 0.1542)
        try writer.add(notes)
        try writer.finish()
    }

    @Test("is read back as it was")
    func roundTrip() throws {
        try write(notes)
        let package = try AnkiPackage(path: sample.path)
        #expect(package.form == .legacy1)
        #expect(Set(package.collection.decks.values) == ["Default", "Biology::Cells"])
        var read: [AnkiNote] = []
        try package.collection.forEachNote { read.append($0) }
        let one = try #require(read.first { $0.guid == "studyline:one" })
        #expect(
            one.fields == ["Cell &amp; co", "the unit of life", "1", "Biology · Cells", ""])
        #expect(one.tags == ["cell-co"])
        #expect(one.modified == 1_700_000_000)
        #expect(one.cards.map(\.ordinal) == [0, 1])
        #expect(one.cards.map(\.isSuspended) == [false, true])
        #expect(one.cards.map(\.interval) == [13, 0])
        let three = try #require(read.first { $0.guid == "studyline:three" })
        #expect(
            three.fields[0]
                == "a {{c1::&#123;&#123;b&#125;&#125;}} {{c2::c:&#58;d}}")
        var answers: [AnkiAnswer] = []
        answers = try package.collection.log()
        #expect(
            answers == [
                AnkiAnswer(
                    card: one.cards[0].id, time: 1_790_000_000_123, rating: 3, duration: 4200)
            ])
        var reader = NoteReader(package, fallbackClass: "x")
        for note in read {
            let read = reader.read(note)
            #expect(read != nil)
            #expect(read?.own == OwnNotes.item(ofGuid: note.guid))
        }
        let (term, cloze) = (reader.read(one), reader.read(three))
        #expect(term?.ownFacet(ofCard: 1) == .term)
        #expect(term?.ownFacet(ofCard: 2) == nil)
        #expect(cloze?.ownFacet(ofCard: 1) == .hole(2))
        #expect(reader.findings.leftOut.isEmpty)
    }

    @Test("becomes the guide again that it was written from")
    func guide() throws {
        let fact = "Cells hold {{water}} and salts: 2 :: 1, said *Ray* [1735]."
        try write(
            notes + [
                note(
                    "four", .fact,
                    text: FieldHTML.cloze(fact, holes: [11..<20, 37..<38]) { _ in 1 },
                    cards: [ExportedCard(facet: .fact)])
            ])
        let package = try AnkiPackage(path: sample.path)
        var reader = NoteReader(package, fallbackClass: "x")
        var read: [ReadNote?] = []
        try package.collection.forEachNote { read.append(reader.read($0)) }
        let drafts = PackageDrafts(read, source: "x.apkg") { _ in false }
        let guide = try #require(drafts.guides.first)
        #expect(drafts.guides.count == 1)
        #expect(guide.draft.className == "Biology")
        #expect(guide.draft.unit == "Cells")
        #expect(guide.draft.term == "Cell & co")
        #expect(guide.draft.definition == "the unit of life")
        #expect(
            guide.draft.facts == [
                "Cells hold {{water}} and salts: 2 :: 1, said \\*Ray\\* \\[1735\\]."
            ])
        #expect(guide.draft.questions == [DraftGuide.Question("Why?", answer: "So.")])
        #expect(guide.draft.clozes == ["a [{{b}}] [c::d]"])
        #expect(guide.origins.map(\.kind) == [.definition, .fact, .question, .cloze])
        #expect(
            guide.origins.map(\.cards) == [
                [0: [.meaning], 1: [.term]], [0: [.fact]], [0: [.answer]],
                [0: [.hole(1)], 1: [.hole(2)]],
            ])
    }

    @Test("is the same bytes for the same notes, whenever it is written")
    func stable() throws {
        try write(notes)
        let first = try Data(contentsOf: URL(fileURLWithPath: sample.path))
        try FileManager.default.removeItem(atPath: sample.path)
        try write(notes)
        #expect(try Data(contentsOf: URL(fileURLWithPath: sample.path)) == first)
    }

    /// Anki copies a note type whose fields changed, and updates no note any more: these never change.
    @Test("has the note types of the first version")
    func frozen() {
        #expect(
            OwnNotes.Kind.allCases.map {
                "\($0.id) \($0.name): \($0.fields.joined(separator: ", "))"
            }
                == [
                    "1500000000101 Studyline Term: Term, Definition, AddReverse, Source, Note",
                    "1500000000102 Studyline Fact: Text, Term, Source, Note",
                    "1500000000103 Studyline Question: Question, Answer, Term, Source, Note",
                    "1500000000104 Studyline Cloze: Text, Term, Source, Note",
                ])
    }

    @Test("keeps numbers apart that would be the same")
    func clashes() throws {
        let start = Timestamp(milliseconds: 1_790_000_000_000)
        let state = CardState(
            memory: nil, phase: .learning, step: 0, due: .moment(start.adding(seconds: 60)),
            lastTime: start, lastDay: StudyDay(number: 20_717), interval: 0, reviews: 1, lapses: 0)
        let answer = ExportedAnswer(
            time: start, rating: .again, seconds: 1, isPractice: true, before: nil, after: state)
        try write(
            (0..<40).map { number in
                note(
                    "item \(number)", .question, text: "q\(number)", answer: "a",
                    cards: [ExportedCard(facet: .answer, state: state, answers: [answer])])
            })
        let package = try AnkiPackage(path: sample.path)
        #expect((package.collection.cards, package.collection.answers) == (40, 40))
        // Practice is marked so that Anki leaves the memory as it is.
        var answers = 0
        answers = try package.collection.log().count
        #expect(answers == 0)
    }

    @Test(
        "has SHA-1 as the standard gives it",
        arguments: [
            ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
            ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
            ),
        ])
    func sha1(text: String, digest: String) {
        let hex = SHA1.digest(Array(text.utf8)).map {
            let word = String($0, radix: 16)
            return String(repeating: "0", count: 8 - word.count) + word
        }.joined()
        #expect(hex == digest)
    }
}
