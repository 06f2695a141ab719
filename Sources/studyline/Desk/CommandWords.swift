/// A line typed at the prompt, taken apart as a shell would.
enum CommandWords {
    /// A line whose quotes do not close.
    struct OpenQuote: Error, Equatable, CustomStringConvertible {
        let quote: Character
        var description: String { "a quote \(quote) is opened and not closed" }
    }

    /// The words of a line: parted by spaces, kept together by quotes and `\`.
    static func split(_ line: String) throws(OpenQuote) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in line {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
                word = word ?? ""
            } else if let open = quote {
                if character == open {
                    quote = nil
                } else {
                    word = (word ?? "") + String(character)
                }
            } else if character == "\"" || (character == "'" && word == nil) {
                // An apostrophe inside a word is one: Moore's law.
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let done = word { words.append(done) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let quote { throw OpenQuote(quote: quote) }
        if let word { words.append(word) }
        return words
    }
}
