/// Blanks a telling word or figure out of a fact; it is typed.
package enum Cloze {
    /// A stretch of text that can be blanked out.
    package struct Gap: Hashable, Sendable {
        /// UTF-8 offsets into the plain text.
        package let range: Range<Int>
        package let text: String
        /// How much it tells, greater is better: figures above names above long words.
        package let weight: Int
    }

    /// How many of the best gaps the choice is made among.
    private static let choices = 3

    static func question(
        _ subject: Subject, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        let item = subject.item
        let gap: Gap
        if case .hole(let number) = subject.card.facet {
            guard item.holes.indices.contains(number - 1) else { return nil }
            gap = Gap(
                range: item.holes[number - 1],
                text: item.text.plain.slice(item.holes[number - 1]), weight: 0)
        } else {
            let best = gaps(in: item.text.plain, besides: subject.names).prefix(choices)
            guard let chosen = best.randomElement(using: &generator) else { return nil }
            gap = chosen
        }
        return Question(
            card: subject.card, form: .cloze, topic: subject.term,
            prompt: .fillGap(item.text.plain.replacing(gap.range, by: Question.blank)),
            answer: item.text, accepted: accepted(gap.text))
    }

    /// The text of a cloze item with one hole open; nil holes show the whole text.
    static func text(of item: Item, withHole number: Int) -> String {
        guard item.holes.indices.contains(number - 1) else { return item.text.plain }
        return item.text.plain.replacing(item.holes[number - 1], by: Question.blank)
    }

    /// What may be blanked out of a text, the most telling first.
    ///
    /// Never a stop word, never a word of the term (it stands above the question), and never a word
    /// that stands in the text twice, since the other place would give it away.
    ///
    /// - Parameters:
    ///   - text: A fact.
    ///   - names: The names of its term.
    /// - Returns: The gaps by falling weight, then by place.
    package static func gaps(in text: String, besides names: TermNames) -> [Gap] {
        let tokens = Token.tokens(in: text)
        let taken = Set(names.names.flatMap(WordForm.words(of:)))
        let parts = tokens.map { WordForm.parts(of: $0.folded) }
        var count: [String: Int] = [:]
        for part in parts.joined() { count[part, default: 0] += 1 }
        var gaps: [Gap] = []
        for (index, token) in tokens.enumerated() {
            guard !StopWords.contains(token.folded),
                parts[index].allSatisfy({ count[$0] == 1 && !taken.contains($0) }),
                let weight = weight(of: token, isFirst: startsSentence(token, in: text))
            else { continue }
            gaps.append(Gap(range: token.range, text: token.text, weight: weight))
        }
        return gaps.sorted {
            ($1.weight, $0.range.lowerBound) < ($0.weight, $1.range.lowerBound)
        }
    }

    /// How telling a word is; nil when it is not telling at all.
    private static func weight(of token: Token, isFirst: Bool) -> Int? {
        let length = token.text.count
        if token.isFigure { return 100 }
        if token.isCapitalised, !isFirst, length > 1 { return 60 + min(length, 12) }
        return length >= 5 ? 20 + min(length, 16) : nil
    }

    private static func startsSentence(_ token: Token, in text: String) -> Bool {
        let before = text.utf8.prefix(token.range.lowerBound).reversed()
            .first { $0 != 0x20 && $0 != 0x22 && $0 != 0x28 }
        guard let before else { return true }
        return [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), 0x0A]
            .contains(before)
    }

    /// What counts as right for a gap: the text, and a figure without its sign too.
    private static func accepted(_ text: String) -> [String] {
        let bare = text.filter { !"$£€%".contains($0) }
        return bare == text || bare.isEmpty ? [text] : [text, bare]
    }
}

extension String {
    /// The part of the text in a range of UTF-8 offsets.
    func slice(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range], as: UTF8.self)
    }

    /// The text with a range of UTF-8 offsets replaced.
    func replacing(_ range: Range<Int>, by replacement: String) -> String {
        let bytes = Array(utf8)
        return String(decoding: bytes[..<range.lowerBound], as: UTF8.self) + replacement
            + String(decoding: bytes[range.upperBound...], as: UTF8.self)
    }
}
