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
        let range: Range<Int>?
        if case .hole(let number) = subject.card.facet {
            range = item.hole(number)
        } else {
            range =
                gaps(in: item.text.plain, besides: subject.names).prefix(choices)
                .randomElement(using: &generator)?.range
        }
        guard let range else { return nil }
        return Question(
            card: subject.card, form: .cloze, topic: subject.topic,
            prompt: .fillGap(item.text.plain.replacing(range, by: Question.blank)),
            answer: item.text, accepted: accepted(item.text.plain.slice(range)))
    }

    /// The text of a cloze item with one hole left out; the whole text when there is no such hole.
    static func text(of item: Item, withHole number: Int) -> String {
        guard let hole = item.hole(number) else { return item.text.plain }
        return item.text.plain.replacing(hole, by: Question.blank)
    }

    /// What may be blanked out of a text, the most telling first.
    ///
    /// Never a stop word (nor the ending of a possessive, which stays behind the blank), never a word of the term (it stands above the question), and never a word
    /// that stands in the text twice, since the other place would give it away.
    ///
    /// - Parameters:
    ///   - text: A fact.
    ///   - names: The names of its term.
    /// - Returns: The gaps by falling weight, then by place.
    package static func gaps(in text: String, besides names: TermNames) -> [Gap] {
        let tokens = Token.tokens(in: text).map(\.withoutPossessive)
        var taken: Set<String> = []
        for words in names.names.map(WordForm.words(of:)) {
            taken.formUnion(words)
            taken.insert(words.joined())
        }
        let parts = tokens.map { $0.parts.map(form) }
        var count: [String: Int] = [:]
        for part in parts.joined() { count[part, default: 0] += 1 }
        var gaps: [Gap] = []
        for (index, token) in tokens.enumerated() {
            guard !token.parts.allSatisfy({ StopWords.contains($0.folded) }),
                !taken.contains(parts[index].joined()),
                parts[index].allSatisfy({ count[$0] == 1 && !taken.contains($0) }),
                let weight = weight(of: token, isFirst: startsSentence(token, in: text))
            else { continue }
            gaps.append(Gap(range: token.range, text: token.text, weight: weight))
        }
        return gaps.sorted {
            ($1.weight, $0.range.lowerBound) < ($0.weight, $1.range.lowerBound)
        }
    }

    /// A word as it is compared, a figure without its sign and the commas of its thousands.
    private static func form(_ part: Token) -> String {
        part.isFigure
            ? part.folded.filter { $0 != "," && !isSign($0) } : WordForm.singular(part.folded)
    }

    private static func isSign(_ character: Character) -> Bool {
        character == "%" || character.isCurrencySymbol
    }

    /// How telling a word is; nil when it is not telling at all.
    private static func weight(of token: Token, isFirst: Bool) -> Int? {
        let length = token.text.count
        if token.isFigure { return 100 }
        if token.isCapitalised, !isFirst, length > 1 { return 60 + min(length, 12) }
        return length >= 5 ? 20 + min(length, 16) : nil
    }

    private static func startsSentence(_ token: Token, in text: String) -> Bool {
        let start = text.utf8.index(text.startIndex, offsetBy: token.range.lowerBound)
        let before = text[..<start].last { !" \u{A0}\"'(\u{2018}\u{201C}".contains($0) }
        guard let before else { return true }
        return before.isNewline || ".!?:\u{2026}".contains(before)
    }

    /// What counts as right for a gap: the text, and a figure with its sign left out or in words.
    private static func accepted(_ text: String) -> [String] {
        let bare = text.filter { !isSign($0) }
        guard bare != text, !bare.trimmed.isEmpty else { return [text] }
        let inWords = signs.filter { text.contains($0.sign) }.map { "\(bare) \($0.word)" }
        return [text, bare] + inWords
    }

    private static let signs: [(sign: Character, word: String)] = [
        ("%", "percent"), ("$", "dollars"), ("£", "pounds"), ("€", "euros"),
    ]
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
