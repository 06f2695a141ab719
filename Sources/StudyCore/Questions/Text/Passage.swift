/// A text taken apart once, for everything that is asked of its words.
package struct Passage: Sendable {
    package let text: String
    package let tokens: [Token]
    package let wording: Wording
    /// The words, compounds taken apart.
    let words: [Word]

    package init(_ text: String) {
        self.text = text
        tokens = Token.tokens(in: text)
        wording = Wording(text)
        words = Self.words(of: tokens, in: text)
    }

    /// The words of a text without all the rest.
    static func words(in text: String) -> [Word] {
        words(of: Token.tokens(in: text), in: text)
    }

    private static func words(of tokens: [Token], in text: String) -> [Word] {
        let bytes = Array(text.utf8)
        var end = 0
        return tokens.flatMap(\.parts).map { part in
            let before = String(decoding: bytes[end..<part.range.lowerBound], as: UTF8.self)
            end = part.range.upperBound
            return Word(part, before: before)
        }
    }

    /// A word of the text.
    struct Word: Sendable {
        /// As it is compared.
        let form: String
        /// As it is written.
        let text: String
        /// UTF-8 offsets, without the ending of a possessive.
        let range: Range<Int>
        /// Everything between the word before and this one.
        let before: String

        fileprivate init(_ part: Token, before: String) {
            form = WordForm.singular(part.folded)
            text = part.text
            range = part.withoutPossessive.range
            self.before = before
        }
    }
}
