import StudyContent
import StudyCore
import StudyExchange
import Testing

@Suite("Markdown of others")
struct KeptMarkdownTests {
    @Test(
        "Emphasis, code, formulas, links and lists are kept",
        arguments: [
            "**bold** and *slanted*", "`a | b <c>`", "$x_1^2$", "[site](https://example.org)",
            "- one\n- two\n  - three", "1. one\n2. two", "a\n\nb", "```\n# no heading\n---\n```",
        ])
    func kept(markdown: String) {
        #expect(Markdown.kept(markdown) == markdown)
    }

    @Test(
        "Nothing reaches beyond the item that it is put in",
        arguments: [
            "# heading", "text\n---\n# Other", "text\n===\nmore", "***", "- # heading in a list",
            "- - ---", "a\n* * *\nb", "Q: a question\nA: an answer", "C: a [hole]",
            "| Term | Definition |\n|---|---|\n| a | b |", "a | b\n--|--\nc | d", "{#stolen}",
            "text {#stolen}", "```\nnever closed", "<div>\n\n# heading", "<script>x</script>",
            "<!-- comment", "[x]: https://example.org", "text\n- {#stolen}", "## Definition",
            "> # quoted", "~~~\nopen", "1. # heading\n2. {#stolen}",
        ])
    func contained(markdown: String) throws {
        let kept = Markdown.kept(markdown)
        var draft = DraftGuide(className: "Class", term: "Term")
        draft.definition = kept
        draft.facts = ["First.", kept, "Last."]
        draft.questions = [.init("Why?", answer: kept), .init("How?", answer: "So.")]
        let file = loaded(GuideMarkdown.file([draft], className: "Class"))
        #expect(file.guides.count == 1)
        let guide = try #require(file.guides.first)
        #expect(
            guide.items.map(\.kind) == [
                .definition, .fact, .fact, .fact, .question, .question,
            ])
        #expect(guide.items.allSatisfy { $0.explicitID == nil })
        #expect(guide.items[0].text.plain.contains { $0.isLetter || "-*=".contains($0) })
        #expect(guide.items[3].text.plain == "Last.")
        #expect(guide.sections.isEmpty)
    }
}
