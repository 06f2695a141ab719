extension Cloze {
    /// A stretch of text that can be blanked out.
    package struct Gap: Hashable, Sendable {
        /// UTF-8 offsets into the plain text.
        package let range: Range<Int>
        package let text: String
        /// How much it tells, greater is better: figures above names above long words.
        package let weight: Int
    }

    /// What may be blanked out of a text, the most telling first.
    ///
    /// Never a stop word, never a word of the term (it stands above the question), and never a word
    /// that stands in the text twice, since the other place would give it away. The ending of a possessive stays behind. A figure takes its
    /// scale with it (*40 million*), and the words of a name stay together (*New York Times*).
    ///
    /// - Parameters:
    ///   - text: A fact.
    ///   - names: The names of its term.
    /// - Returns: The gaps by falling weight, then by place.
    package static func gaps(in text: String, besides names: TermNames) -> [Gap] {
        let tokens = Token.tokens(in: text).map(\.withoutPossessive)
        let single = singleGaps(tokens, in: text, besides: names)
        var gaps: [Gap] = []
        var index = 0
        while index < tokens.count {
            guard let first = single[index] ?? name(at: index, of: tokens, single, in: text) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < tokens.count, end - index < longestPhrase,
                text.slice(tokens[end - 1].range.upperBound..<tokens[end].range.lowerBound) == " ",
                continues(tokens[index], with: tokens[end], isGap: single[end] != nil)
            { end += 1 }
            let range = tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound
            gaps.append(
                Gap(range: range, text: text.slice(range), weight: first.weight + end - index - 1))
            index = end
        }
        return gaps.sorted {
            ($1.weight, $0.range.lowerBound) < ($0.weight, $1.range.lowerBound)
        }
    }

    /// The gap of a name that begins with a grammar word, such as *New York*; nil elsewhere.
    private static func name(
        at index: Int, of tokens: [Token], _ single: [Gap?], in text: String
    ) -> Gap? {
        let next = index + 1
        guard next < tokens.count, tokens[index].isCapitalised, tokens[next].isCapitalised,
            !startsSentence(tokens[index], in: text),
            tokens[next].range.lowerBound == tokens[index].range.upperBound + 1
        else { return nil }
        return single[next]
    }

    /// Most words of a name that are blanked out together.
    private static let longestPhrase = 4

    private static let scales: Set = ["hundred", "thousand", "million", "billion", "trillion"]

    /// Whether a word belongs to the gap that another one begins.
    private static func continues(_ first: Token, with next: Token, isGap: Bool) -> Bool {
        if first.isFigure { return scales.contains(next.folded) }
        return isGap && first.isCapitalised && next.isCapitalised && !next.isFigure
    }

    /// For each word the gap that it alone would be; nil where it may not be blanked out.
    private static func singleGaps(
        _ tokens: [Token], in text: String, besides names: TermNames
    ) -> [Gap?] {
        var taken: Set<String> = []
        for words in names.names.map(WordForm.words(of:)) {
            taken.formUnion(words)
            taken.insert(words.joined())
        }
        let parts = tokens.map { $0.parts.map(form) }
        var count: [String: Int] = [:]
        for part in parts.joined() { count[part, default: 0] += 1 }
        return tokens.enumerated().map { index, token in
            guard !token.parts.allSatisfy({ StopWords.contains($0.folded) }),
                !taken.contains(parts[index].joined()),
                parts[index].allSatisfy({ count[$0] == 1 && !taken.contains($0) }),
                let weight = weight(of: token, isFirst: startsSentence(token, in: text))
            else { return nil }
            return Gap(range: token.range, text: token.text, weight: weight)
        }
    }

    /// A word as it is compared, a figure without its sign and the commas of its thousands.
    private static func form(_ part: Token) -> String {
        part.isFigure
            ? part.folded.filter { $0 != "," && !isSign($0) } : WordForm.singular(part.folded)
    }

    /// How telling a word is; nil when it is not telling at all.
    private static func weight(of token: Token, isFirst: Bool) -> Int? {
        let singular = WordForm.singular(token.folded)
        if scales.contains(singular) || StopWords.contains(singular) { return nil }
        let length = token.text.count
        if token.isFigure { return 100 }
        if token.isCapitalised, !isFirst, length > 1 { return 60 + min(length, 12) }
        return length >= 5 ? 20 + min(length, 16) : nil
    }

    /// Whether a word begins a sentence, where every word has a capital letter.
    static func startsSentence(_ token: Token, in text: String) -> Bool {
        let start = text.utf8.index(text.startIndex, offsetBy: token.range.lowerBound)
        let before = text[..<start].last { !" \u{A0}\"'(\u{2018}\u{201C}".contains($0) }
        guard let before else { return true }
        return before.isNewline || ".!?:\u{2026}".contains(before)
    }
}
