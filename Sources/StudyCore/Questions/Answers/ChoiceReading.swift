extension Question.Choice {
    /// The index of the option that was typed: its letter, its number, or enough of its words.
    ///
    /// Nil when nothing or more than one option can be meant.
    package func index(of typed: String) -> Int? {
        let text = Self.comparable(typed)
        guard !text.isEmpty else { return nil }
        if let index = options.indices.first(where: { text == Question.letter($0) }) {
            return index
        }
        if let number = Int(text) { return options.indices.contains(number - 1) ? number - 1 : nil }
        let texts = options.map { Self.comparable($0.text) }
        let equal = texts.indices.filter { texts[$0] == text }
        if equal.count == 1 { return equal[0] }
        let beginning = texts.indices.filter { texts[$0].hasPrefix(text) }
        return beginning.count == 1 ? beginning[0] : nil
    }

    private static func comparable(_ text: String) -> String {
        normalisedWords(text.folded.filter { !"().".contains($0) }).joined(separator: " ")
    }
}
