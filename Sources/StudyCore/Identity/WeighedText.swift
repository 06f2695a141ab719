/// A text made ready for comparing with many others.
struct WeighedText {
    private let words: [UInt64]
    private let trigrams: [UInt32]
    private let weights: [Double]
    private let total: Double

    init(_ profile: TextProfile, _ weights: WordWeights) {
        words = profile.words
        trigrams = profile.trigrams
        self.weights = words.map(weights.weight)
        total = self.weights.reduce(0, +)
    }

    /// How alike two texts are, 0–1: the mean of the Dice coefficients of words and of trigrams.
    func similarity(to other: WeighedText) -> Double {
        (wordDice(other) + trigramDice(other)) / 2
    }

    /// The share of the shorter text's words, by weight, that the longer one holds too, 0–1.
    func overlap(with other: WeighedText) -> Double {
        let shorter = min(total, other.total)
        return shorter > 0 ? min(1, commonWeight(other) / shorter) : 0
    }

    private func wordDice(_ other: WeighedText) -> Double {
        let all = total + other.total
        return all > 0 ? 2 * commonWeight(other) / all : 0
    }

    private func commonWeight(_ other: WeighedText) -> Double {
        var common = 0.0
        forEachShared(words, other.words) { common += weights[$0] }
        return common
    }

    private func trigramDice(_ other: WeighedText) -> Double {
        var common = 0
        forEachShared(trigrams, other.trigrams) { _ in common += 1 }
        return 2 * Double(common) / Double(trigrams.count + other.trigrams.count)
    }
}

/// Hands over the places in `left` of what two ascending lists share, each value as often as it is in both.
private func forEachShared<Value: Comparable>(
    _ left: [Value], _ right: [Value], _ body: (Int) -> Void
) {
    var (first, second) = (0, 0)
    while first < left.count, second < right.count {
        if left[first] == right[second] {
            body(first)
            first += 1
            second += 1
        } else if left[first] < right[second] {
            first += 1
        } else {
            second += 1
        }
    }
}

/// An item made ready for comparing: its text, and its answer when it has one.
struct WeighedItem {
    private let text: WeighedText
    private let answer: WeighedText?

    /// - Parameter parts: The text, then the answer if there is one.
    init?(_ parts: [WeighedText]) {
        guard let text = parts.first else { return nil }
        self.text = text
        answer = parts.count > 1 ? parts[1] : nil
    }

    /// How alike two items of one kind are, 0–1.
    func similarity(to other: WeighedItem) -> Double {
        let texts = text.similarity(to: other.text)
        guard let answer, let otherAnswer = other.answer else { return texts }
        let answers = answer.similarity(to: otherAnswer)
        // A question may be reworded while its answer stays, and the other way round.
        return 0.6 * max(texts, answers) + 0.4 * min(texts, answers)
    }

    /// How much of the shorter item is in the longer, 0–1.
    func overlap(with other: WeighedItem) -> Double {
        let texts = text.overlap(with: other.text)
        guard let answer, let otherAnswer = other.answer else { return texts }
        return min(texts, answer.overlap(with: otherAnswer))
    }
}
