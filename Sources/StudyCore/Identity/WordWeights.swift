/// Weighs words by how much they tell about an item among the items of the guides it stands in.
///
/// A word weighs the more, the fewer of the items hold it; words that say nothing here (stop words
/// and the term's own) hardly count.
struct WordWeights {
    private var frequencies: [UInt64: Int] = [:]
    private var itemCount = 0.0
    private var lightWords: Set<UInt64> = []

    /// Counts the distinct words of one item.
    mutating func count(_ words: Set<UInt64>) {
        itemCount += 1
        for word in words { frequencies[word, default: 0] += 1 }
    }

    /// Makes the words of a guide's term hardly count.
    mutating func lighten(_ termSlug: String) {
        for word in termSlug.utf8.split(separator: UInt8(ascii: "-")) {
            lightWords.insert(TextProfile.digest(of: word))
        }
    }

    func weight(of word: UInt64) -> Double {
        let weight = roughLog2(1 + itemCount / Double(frequencies[word] ?? 1))
        return lightWords.contains(word) || stopWords.contains(word) ? 0.15 * weight : weight
    }

    /// The binary logarithm, linear between powers of two: near enough for a weight (0.09 off at
    /// most), and the same to the last bit on every machine, which C's is not.
    private func roughLog2(_ number: Double) -> Double {
        Double(number.exponent) + number.significand - 1
    }
}

private let stopWords = Set(StopWords.english.map { TextProfile.digest(of: $0.utf8) })
