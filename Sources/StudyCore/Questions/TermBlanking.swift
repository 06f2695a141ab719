/// Takes a term out of a text that would otherwise give it away.
package enum TermBlanking {
    /// The text with a blank wherever one of the names stands, in any case, number or hyphenation.
    ///
    /// An article before the blank becomes *a(n)*, since it would tell how the term begins.
    ///
    /// - Parameters:
    ///   - names: Every name of the term.
    ///   - text: A definition or fact.
    /// - Returns: The text with blanks; the same text when no name stands in it.
    package static func blank(_ names: TermNames, in text: String) -> String {
        let tokens = Token.tokens(in: text)
        let forms = tokens.map { WordForm.parts(of: $0.folded) }
        let targets = names.names.map(WordForm.words(of:)).filter { !$0.isEmpty }
            .sorted { $0.count > $1.count }
        var result = ""
        var copied = 0
        let bytes = Array(text.utf8)
        func copy(upTo end: Int) {
            result += String(decoding: bytes[copied..<end], as: UTF8.self)
            copied = end
        }
        var index = 0
        while index < tokens.count {
            guard let length = targets.lazy.compactMap({ match($0, forms, at: index) }).first else {
                index += 1
                continue
            }
            if index > 0, let article = article(tokens[index - 1], before: tokens[index], bytes),
                tokens[index - 1].range.lowerBound >= copied
            {
                copy(upTo: tokens[index - 1].range.lowerBound)
                result += article
                copied = tokens[index - 1].range.upperBound
            }
            copy(upTo: tokens[index].range.lowerBound)
            result += Question.blank
            copied = tokens[index + length - 1].range.upperBound
            index += length
        }
        copy(upTo: bytes.count)
        return result
    }

    /// How many tokens from `index` on spell the target exactly; nil when they do not.
    private static func match(_ target: [String], _ forms: [[String]], at index: Int) -> Int? {
        var matched = 0
        var length = 0
        while matched < target.count {
            guard index + length < forms.count else { return nil }
            for part in forms[index + length] {
                guard matched < target.count, target[matched] == part else { return nil }
                matched += 1
            }
            length += 1
        }
        return length
    }

    /// What an indefinite article directly before a blank becomes; nil when there is none.
    private static func article(_ token: Token, before next: Token, _ bytes: [UInt8]) -> String? {
        guard token.folded == "a" || token.folded == "an",
            bytes[token.range.upperBound..<next.range.lowerBound].allSatisfy({ $0 == 0x20 })
        else { return nil }
        return token.isCapitalised ? "A(n)" : "a(n)"
    }
}
