import StudyContent
import StudyCore
import StudyExchange
import Testing

/// The loader's reading of a file of guides.
func loaded(_ text: String) -> LoadedFile {
    GuideParser().parse(
        Array(text.utf8), path: "class/file.md", defaults: GuideDefaults(className: "Class"))
}

@Suite("Guides as Markdown")
struct GuideMarkdownTests {
    @Test(
        "Plain text reads back as itself, whatever it holds",
        arguments: [
            "plain", "* a bullet", "# a heading", "1986. A great year", "1) first", "- dash",
            "--- rule ---", "---", "===", "> quote", "_under_ and snake_case", "a * b and 2*3*4",
            "[link](https://example.org) and ![image](x)", "<b>bold</b> 3 < 5 &amp; &lt;",
            "back\\slash \\* and end\\", "`code` and ``more", "~10 and ~20~ and ~~30~~",
            "| a | b |", "Q: a question", "A: an answer", "C: a [hole]", "{#stolen-id}",
            "text {#stolen-id}", "$x_1^2 \\frac{a}{b}$ costs $5", "[ ] task", "[x]: http://a.b",
            "www.example.org and https://example.org/a_b_c*d", "```fence", "~~~fence",
            "+ plus", "= equals", "==", "^caret^ and :emoji: ", "a\\\\b", "**Bold** __strong__",
        ])
    func escaping(plain: String) throws {
        var draft = DraftGuide(className: "Class", term: "Term")
        draft.definition = Markdown.escaped(plain)
        draft.facts = [Markdown.escaped(plain)]
        draft.questions = [.init(Markdown.escaped(plain), answer: Markdown.escaped(plain))]
        let file = loaded(GuideMarkdown.file([draft], className: "Class"))
        let wanted = plain.split(separator: " ").joined(separator: " ")
        #expect(file.problems.filter { $0.severity == .error } == [])
        let items = try #require(file.guides.first).items
        #expect(items.map(\.kind) == [.definition, .fact, .question])
        #expect(items.map(\.text.plain) == [wanted, wanted, wanted])
        #expect(items.last?.answer?.plain == wanted)
        #expect(items.allSatisfy { $0.explicitID == nil })
    }

    @Test(
        "Names of classes, units and terms are only names",
        arguments: [
            "Media Business", "No", "a: b", "*alias", "x: *alias", "[a, b]", "{a: b}", "\"quoted\"",
            "tab\there", "# comment", "!tag", "%percent", "@at", "Ends with: ", "'single'", "~",
            "null", "2026-11-26", "a\\nb", "émigré", "[[[[[[[[[[[[[[[[[[[[x", "R&D", "C#",
            "Anatomy & Physiology", "& so", "&anchor",
        ])
    func names(name: String) throws {
        var draft = DraftGuide(className: name + " x", unit: name, term: name + " x")
        draft.definition = "Words."
        draft.sources = [DraftGuide.pasted]
        draft.aliases = [name]
        let file = loaded(GuideMarkdown.file([draft], className: name + " x"))
        #expect(file.problems.filter { $0.severity != .note } == [])
        let guide = try #require(file.guides.first)
        func oneLine(_ text: String) -> String {
            text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        #expect(guide.className == oneLine(name + " x"))
        #expect(guide.unit == oneLine(name))
        #expect(guide.aliases == [oneLine(name)])
        #expect(guide.sources == ["pasted"])
        #expect(guide.term == oneLine(name + " x"))
    }

    @Test("Guides that are a row each become a table, others a heading each")
    func many() {
        let rows = (1...3).map { number in
            var draft = DraftGuide(className: "Class", term: "Term \(number)")
            draft.definition = "Words a \\| b \(number)."
            return draft
        }
        var long = rows
        long[1].definition = "Words.\n\nMore words."
        for drafts in [rows, long] {
            let file = loaded(GuideMarkdown.file(drafts, className: "Class"))
            #expect(file.problems == [])
            #expect(file.guides.map(\.term) == ["Term 1", "Term 2", "Term 3"])
            #expect(file.guides.last?.items.first?.text.plain == "Words a | b 3.")
        }
    }
}
