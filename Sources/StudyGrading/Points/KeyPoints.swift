/// The claims of a model answer, each a stretch of its words.
enum KeyPoints {
    /// Telling words that a claim must have to stand alone.
    private static let fewest = 3

    /// Words after a comma or dash that begin a claim of their own.
    private static let openers: Set = [
        "and", "because", "but", "so", "whereas", "while", "which", "although", "since", "yet", "or",
        "then", "therefore", "hence",
    ]

    /// Takes a text apart at its sentences and list items, and long sentences at clauses that say enough.
    static func ranges(in passage: Passage) -> [Range<Int>] {
        let lexemes = passage.lexemes
        var ranges: [Range<Int>] = []
        var start = 0
        while start < lexemes.count {
            let end =
                lexemes[start...].firstIndex { $0.sentence != lexemes[start].sentence }
                ?? lexemes.count
            ranges += clauses(of: start..<end, in: lexemes)
            start = end
        }
        return joined(ranges, in: lexemes)
    }

    private static func clauses(of sentence: Range<Int>, in lexemes: [Lexeme]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = sentence.lowerBound
        for index in sentence.dropFirst()
        where lexemes[index].clause != lexemes[index - 1].clause
            && openers.contains(lexemes[index].word)
            && weight(start..<index, lexemes) >= fewest
            && weight(index..<sentence.upperBound, lexemes) >= fewest
        {
            ranges.append(start..<index)
            start = index
        }
        return ranges + [start..<sentence.upperBound]
    }

    /// Stretches without enough words of their own are joined to the one before in the same sentence.
    private static func joined(_ ranges: [Range<Int>], in lexemes: [Lexeme]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges {
            if let last = joined.last, weight(range, lexemes) == 0 {
                joined[joined.count - 1] = last.lowerBound..<range.upperBound
            } else {
                joined.append(range)
            }
        }
        return joined
    }

    private static func weight(_ range: Range<Int>, _ lexemes: [Lexeme]) -> Int {
        lexemes[range].count { $0.matter == .full }
    }
}
