import StudyContent
import StudyCore
import StudyExchange
import Testing

@Suite("Guides in formats of others")
struct GuideTextTests {
    /// A guide whose texts hold everything that ends fields, rows and cards elsewhere.
    static let guide: Guide = {
        let text = """
            ---
            class: "Sea: things"
            unit: Tides
            ---
            # \\# Ebb, or "fall"

            ## Definition

            The falling tide,
            seaward.\tIt "ebbs".

            ## Key facts

            - One fact.
            - \\# Another **fact**.

            ## Review questions

            - Why?
              - Because

                - of the moon

                Q\\: and the sun

            ## Notes

            Kept.

            C: The [flood] fills \\[the\\] [bay].
            """
        return loaded(text).guides[0]
    }()

    static let ids = guide.items.indices.map { Item.ID("id\($0)") }

    private func text(_ format: some GuideText, classes: [String] = ["Sea: things"]) -> String {
        var format = format
        return format.opening(classes: classes) + format.text(of: Self.guide, ids: Self.ids)
    }

    @Test("The guide of these tests has an item of each kind")
    func sample() {
        #expect(Self.guide.items.map(\.kind) == [.definition, .fact, .fact, .question, .cloze])
    }

    @Test("TSV: two columns, a line a card, no line end inside")
    func tsv() {
        #expect(
            text(TermLines())
                == "# Ebb, or \"fall\"\tThe falling tide, seaward. It \"ebbs\".\n"
                + "Why?\tBecause of the moon Q: and the sun\n")
    }

    @Test("Anki's text: five columns, quoted where a sign or a first # would be misread")
    func anki() {
        let rows = text(AnkiText()).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(
            rows.prefix(6) == [
                "#separator:tab", "#html:false", "#notetype:Basic", "#guid column:1",
                "#deck column:2", "#tags column:3",
            ])
        let body = DelimitedText(Array(text(AnkiText()).utf8), from: 7, separator: 9)
        #expect(body.faults == [])
        #expect(body.rows.allSatisfy { $0.fields.count == 5 })
        #expect(
            body.rows.map { $0.fields[0] } == [
                "id0", "id1", "id2", "id3", "id4/hole1", "id4/hole2",
            ])
        #expect(Set(body.rows.map { $0.fields[1] }) == ["Sea: things::Tides"])
        #expect(body.rows[0].fields[3] == "# Ebb, or \"fall\"")
        #expect(body.rows[0].fields[4] == Self.guide.items[0].text.plain)
        #expect(body.rows[4].fields[3] == "The […] fills [the] bay.")
        #expect(body.rows[4].fields[4] == "flood")
    }

    @Test("Anki's text read again gives the same fronts and backs")
    func ankiBack() throws {
        let reading = try readText(Array(text(AnkiText()).utf8))
        #expect(reading.count(.unassigned) == 0)
        #expect(Set(reading.guides.map(\.className)) == ["Sea: things"])
        let fronts = reading.guides.map(\.term)
        #expect(fronts.contains("# Ebb, or \"fall\""))
    }

    @Test("hashcards: nothing but cards, which read back to the same")
    func hashcards() throws {
        let whole = text(HashcardsText())
        let cards = whole.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3)
        let file = loaded("# Deck\n" + cards.joined(separator: "\n"))
        #expect(file.problems.filter { $0.severity == .error } == [])
        let items = file.guides[0].items
        #expect(items.map(\.kind) == [.question, .question, .question, .question, .cloze])
        #expect(items[0].answer?.plain == Self.guide.items[0].text.plain)
        #expect(items[3].answer?.plain == Self.guide.items[3].answer?.plain)
        #expect(items[4].text.plain == Self.guide.items[4].text.plain)
        #expect(items[4].holes == Self.guide.items[4].holes)
        #expect(whole.hasPrefix("---\nname = \"Sea: things\"\n---\n"))
    }

    @Test("hashcards imported again: the same questions, answers and gaps")
    func hashcardsBack() throws {
        let reading = try readText(Array(text(HashcardsText()).utf8))
        #expect(reading.count(.unassigned) == 0)
        let items = loaded(GuideMarkdown.file(reading.guides, className: "Sea")).guides[0].items
        func flat(_ text: Prose?) -> [Substring]? { text?.plain.split { $0.isWhitespace } }
        #expect(items.map(\.kind) == [.question, .question, .question, .question, .cloze])
        #expect(flat(items[0].answer) == flat(Self.guide.items[0].text))
        #expect(flat(items[2].answer) == flat(Self.guide.items[2].text))
        #expect(items[2].answer?.markdown.contains("**fact**") == true)
        #expect(flat(items[3].answer) == flat(Self.guide.items[3].answer))
        #expect(items[4].text.plain == Self.guide.items[4].text.plain)
        #expect(items[4].holes == Self.guide.items[4].holes)
    }

    @Test("A sheet holds every part of the guide")
    func sheet() {
        let sheet = text(MarkdownSheet())
        for part in [
            "# Sea: things", "## \\# Ebb", "The falling tide", "1. One fact.", "**Why?**",
            "### Notes", "Kept.",
        ] {
            #expect(sheet.contains(part), "\(part)")
        }
    }
}
