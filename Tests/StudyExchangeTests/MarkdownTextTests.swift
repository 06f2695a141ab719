import Testing

@testable import StudyExchange

@Suite("Text for Markdown")
struct MarkdownTextTests {
    @Test(
        "is indented line by line",
        arguments: [
            ("", "- ", "- "), ("a", "- ", "- a"), ("a\nb", "- ", "- a\n  b"),
            ("a\n\nb\n", "- ", "- a\n\n  b\n"), ("\na", "- ", "- \n  a"),
            ("a\r\nb", "- ", "- a\r\n  b"), ("é\n\u{301}b", "- ", "- é\n  \u{301}b"),
            ("\na", "  ", "\n  a"),
        ])
    func indented(text: String, first: String, expected: String) {
        #expect(Array(text.indented(first: first, rest: "  ").utf8) == Array(expected.utf8))
    }

    @Test("is quoted with a mark before empty lines too")
    func quoted() {
        #expect("a\n\nb".indented(first: "> ", rest: "> ") == "> a\n> \n> b")
    }
}
