import StudyCore
import Testing

@Suite("Text without white space at its ends")
struct TrimmingTests {
    @Test(
        "loses whatever is white space, as its characters are",
        arguments: [
            "", " ", " \r\n\t ", "a", " a", "a ", "  a b\t\n", "\r\na\r\n", "\u{A0}a\u{2003}",
            "\u{3000}é\u{3000}", " \u{301}a \u{301}", "e\u{301} ", " é", "\u{600} ", "\0 a \0",
            "\u{85}a\u{85}", "\u{200B}a ", "🇩🇪 ",
        ])
    func trimmed(text: String) {
        var expected = text[...]
        while expected.last?.isWhitespace == true { expected.removeLast() }
        while expected.first?.isWhitespace == true { expected.removeFirst() }
        #expect(Array(text.trimmedSlice.utf8) == Array(expected.utf8))
        #expect(Array(text.trimmed.utf8) == Array(expected.utf8))
        #expect(Array("<\(text)>".dropFirst().dropLast().trimmedSlice.utf8) == Array(expected.utf8))
    }
}
