/// Blanks telling words, figures or phrases out of a statement; they are typed.
package enum Cloze {
    /// How many of the best gaps the choice is made among, beyond those that are wanted.
    private static let choices = 2
    /// Fewest words between two gaps, so that something is left to go by.
    private static let distance = 2

    static func question(
        _ subject: Subject, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        let item = subject.item
        let text = item.text.plain
        let ranges: [Range<Int>]
        if case .hole(let number) = subject.card.facet {
            ranges = item.hole(number).map { [$0] } ?? []
        } else {
            ranges = chosen(in: text, besides: subject.names, using: &generator)
        }
        guard !ranges.isEmpty else { return nil }
        let blanks = ranges.map {
            Question.Blank(card: subject.card, accepted: accepted(text.slice($0)))
        }
        return subject.question(
            .cloze, topic: subject.shownTopic, .fillGaps(text.blanking(ranges)), .typed(blanks),
            answer: item.text)
    }

    /// The text of a cloze item with one hole left out; the whole text when there is no such hole.
    static func text(of item: Item, withHole number: Int) -> String {
        guard let hole = item.hole(number) else { return item.text.plain }
        return item.text.plain.blanking([hole])
    }

    /// How many gaps a text of so many words gets.
    package static func count(words: Int) -> Int {
        switch words {
        case ..<16: 1
        case ..<28: 2
        default: 3
        }
    }

    /// Some of the most telling gaps, far enough apart, in the order of the text.
    private static func chosen(
        in text: String, besides names: TermNames, using generator: inout some RandomNumberGenerator
    ) -> [Range<Int>] {
        let gaps = gaps(in: text, besides: names)
        let wanted = count(words: Token.tokens(in: text).count)
        var chosen: [Range<Int>] = []
        for gap in gaps.prefix(wanted + choices).shuffled(using: &generator)
        where chosen.count < wanted {
            if chosen.allSatisfy({ isApart($0, gap.range, in: text) }) { chosen.append(gap.range) }
        }
        return chosen.sorted { $0.lowerBound < $1.lowerBound }
    }

    /// Whether words enough stand between two gaps.
    static func isApart(_ gap: Range<Int>, _ other: Range<Int>, in text: String) -> Bool {
        let (first, second) = gap.lowerBound < other.lowerBound ? (gap, other) : (other, gap)
        guard first.upperBound <= second.lowerBound else { return false }
        let between = text.slice(first.upperBound..<second.lowerBound)
        return Token.tokens(in: between).count >= distance
    }

    /// What counts as right for a gap: the text, and a figure with its sign left out or in words.
    private static func accepted(_ text: String) -> [String] {
        let bare = text.filter { !isSign($0) }
        guard bare != text, !bare.trimmed.isEmpty else { return [text] }
        let inWords = signs.filter { text.contains($0.sign) }.map { "\(bare) \($0.word)" }
        return [text, bare] + inWords
    }

    static func isSign(_ character: Character) -> Bool {
        character == "%" || character.isCurrencySymbol
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

    /// The text with ranges of UTF-8 offsets, in order, replaced by blanks, numbered if several.
    fileprivate func blanking(_ ranges: [Range<Int>]) -> String {
        let bytes = Array(utf8)
        var result = ""
        var copied = 0
        for (index, range) in ranges.enumerated() {
            result += String(decoding: bytes[copied..<range.lowerBound], as: UTF8.self)
            result += ranges.count > 1 ? "(\(index + 1))\u{A0}\(Question.blank)" : Question.blank
            copied = range.upperBound
        }
        return result + String(decoding: bytes[copied...], as: UTF8.self)
    }
}
