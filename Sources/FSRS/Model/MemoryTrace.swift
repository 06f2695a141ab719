/// How one trace of FSRS-7 grows by a recall and what a lapse leaves of it.
struct MemoryTrace: Sendable {
    private let growth, growthDecay, growthByForgetting: Double
    private let lapse, lapseByStability, lapseByForgetting: Double
    private let hardFactor, easyFactor: Double

    /// Takes the eight parameters from `start` on.
    init(_ w: [Double], at start: Int) {
        growth = exponential(w[start] - 1.5)
        (growthDecay, growthByForgetting) = (w[start + 1], w[start + 2])
        (lapse, lapseByStability, lapseByForgetting) = (w[start + 3], w[start + 4], w[start + 5])
        (hardFactor, easyFactor) = (w[start + 6], w[start + 7])
    }

    /// The stability after a review, in days, not yet moved into its range.
    ///
    /// - Parameters:
    ///   - stability: The stability before, in days.
    ///   - difficulty: The card's difficulty before.
    ///   - recall: The probability of recall at the review.
    ///   - rating: How well the card was remembered.
    /// - Returns: Days; lower than before only after *again*.
    func stability(
        after stability: Double, difficulty: Double, recall: Double, rating: Rating
    ) -> Double {
        let forgotten = 1 - recall
        let left = min(
            stability,
            lapse * (power(stability + 1, lapseByStability) - 1)
                * exponential(forgotten * lapseByForgetting))
        let factor: Double
        switch rating {
        case .again: return left
        case .hard: factor = hardFactor
        case .good: factor = 1
        case .easy: factor = easyFactor
        }
        let gain =
            growth * (11 - difficulty) * power(stability, -growthDecay)
            * (exponential(forgotten * growthByForgetting) - 1)
        return max(left, stability * (1 + gain * factor))
    }
}
