import Testing

@testable import StudyExchange

@Suite("Text for Markdown")
struct MarkdownTextTests {
    @Test(
        "is trimmed of whatever is white space, as its characters are",
        arguments: [
            "", " ", " \r\n\t ", "a", " a", "a ", "  a b\t\n", "\r\na\r\n", "\u{A0}a\u{2003}",
            "\u{3000}é\u{3000}", " \u{301}a \u{301}", "e\u{301} ", " é", "\u{600} ", "\0 a \0",
            "\u{85}a\u{85}", "\u{200B}a ", "🇩🇪 ",
        ])
    func trimmed(text: String) {
        var expected = text[...]
        while expected.last?.isWhitespace == true { expected.removeLast() }
        while expected.first?.isWhitespace == true { expected.removeFirst() }
        #expect(Array(text.trimmed.utf8) == Array(expected.utf8))
        #expect(Array("<\(text)>".dropFirst().dropLast().trimmed.utf8) == Array(expected.utf8))
    }

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
