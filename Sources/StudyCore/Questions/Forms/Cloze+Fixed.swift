extension Cloze {
    /// The gaps of a fact where it is always asked in the same way: the most telling ones, in order.
    ///
    /// Where nothing tells enough, the second half is left out; empty only for a text without words.
    ///
    /// - Parameters:
    ///   - text: A fact.
    ///   - names: The names of its term.
    /// - Returns: UTF-8 offsets into the text.
    package static func fixedGaps(in text: String, besides names: TermNames) -> [Range<Int>] {
        let tokens = Token.tokens(in: text)
        let wanted = count(words: tokens.count)
        var chosen: [Range<Int>] = []
        for gap in gaps(in: text, besides: names).map(\.range) where chosen.count < wanted {
            if chosen.allSatisfy({ isApart($0, gap, in: text) }) { chosen.append(gap) }
        }
        if chosen.isEmpty, let last = tokens.last {
            return [tokens[tokens.count / 2].range.lowerBound..<last.range.upperBound]
        }
        return chosen.sorted { $0.lowerBound < $1.lowerBound }
    }
}
