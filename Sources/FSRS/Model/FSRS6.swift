/// The formulas of FSRS-6.
///
/// Source: <https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm>. What depends on the
/// parameters alone is computed once, and powers are written as exponentials of logarithms, which are faster.
struct FSRS6: Sendable {
    static let stabilityRange: ClosedRange<Double> = 0.001...36500
    static let difficultyRange: ClosedRange<Double> = 1...10
    static let retentionRange: ClosedRange<Double> = 0.0001...0.9999

    // w0 … w3: stability after a first review, by rating.
    private let firstAgain, firstHard, firstGood, firstEasy: Double
    // w4 … w7: difficulty.
    private let firstDifficulty, firstDifficultySlope: Double
    private let difficultyStep, difficultyReversion, easyDifficulty: Double
    // w8 … w10, w15, w16: growth by a recall.
    private let logGrowth, growthDecay, growthByForgetting, hardFactor, easyFactor: Double
    // w11 … w14: what a lapse leaves.
    private let lapse, lapseByDifficulty, lapseByStability, lapseByForgetting: Double
    private let lapseDivisor: Double
    // w17 … w19: reviews on the same day.
    private let sameDay, sameDayOffset, sameDayDecay: Double
    // w20: the forgetting curve (1 + factor · t / S) ^ exponent, which is 0.9 at t = S.
    private let curveExponent, curveFactor: Double

    /// Takes 21 values inside their bounds.
    init(_ w: [Double]) {
        (firstAgain, firstHard, firstGood, firstEasy) = (w[0], w[1], w[2], w[3])
        (firstDifficulty, firstDifficultySlope) = (w[4], w[5])
        (difficultyStep, difficultyReversion) = (w[6], w[7])
        easyDifficulty = Self.rawFirstDifficulty(w[4], slope: w[5], rating: .easy)
        (logGrowth, growthDecay, growthByForgetting) = (w[8], w[9], w[10])
        (lapse, lapseByDifficulty, lapseByStability, lapseByForgetting) = (
            w[11], w[12], w[13], w[14]
        )
        (hardFactor, easyFactor) = (w[15], w[16])
        (sameDay, sameDayOffset, sameDayDecay) = (w[17], w[18], w[19])
        lapseDivisor = exponential(w[17] * w[18])
        curveExponent = -w[20]
        curveFactor = exponential(logarithm(0.9) / -w[20]) - 1
    }

    func state(after state: MemoryState?, rating: Rating, days: Double) -> MemoryState {
        guard let state else { return first(rating) }
        return next(after: state, rating: rating, days: days)
    }

    /// The memory after a review that is not the first.
    @inline(__always)
    func next(after state: MemoryState, rating: Rating, days: Double) -> MemoryState {
        let stability = state.stability.clamped(to: Self.stabilityRange)
        let difficulty = state.difficulty.clamped(to: Self.difficultyRange)
        let next =
            if !(days >= 1) {
                stabilityOnSameDay(stability, rating: rating)
            } else if rating == .again {
                stabilityAfterLapse(stability, difficulty: difficulty, days: days)
            } else {
                stabilityAfterRecall(stability, difficulty: difficulty, rating: rating, days: days)
            }
        return MemoryState(
            stability: next.clamped(to: Self.stabilityRange),
            difficulty: nextDifficulty(difficulty, rating: rating))
    }

    func retrievability(of state: MemoryState, after days: Double) -> Double {
        retrievability(state.stability.clamped(to: Self.stabilityRange), after: days)
    }

    func interval(of state: MemoryState, retention: Double) -> Double {
        let stability = state.stability.clamped(to: Self.stabilityRange)
        let retention = retention.clamped(to: Self.retentionRange)
        return stability / curveFactor * (power(retention, 1 / curveExponent) - 1)
    }

    func state(fromEase ease: Double, interval: Double, retention: Double) -> MemoryState {
        let retention = retention.clamped(to: Self.retentionRange)
        let days = interval.clamped(to: Self.stabilityRange)
        let stability = (days * curveFactor / (power(retention, 1 / curveExponent) - 1))
            .clamped(to: Self.stabilityRange)
        let growthPerDifficulty =
            exponential(logGrowth - growthDecay * logarithm(stability))
            * (exponential((1 - retention) * growthByForgetting) - 1)
        let difficulty = 11 - (ease - 1) / growthPerDifficulty
        return MemoryState(
            stability: stability, difficulty: difficulty.clamped(to: Self.difficultyRange))
    }

    /// The memory after a card's first review.
    func first(_ rating: Rating) -> MemoryState {
        let stability =
            switch rating {
            case .again: firstAgain
            case .hard: firstHard
            case .good: firstGood
            case .easy: firstEasy
            }
        let difficulty = Self.rawFirstDifficulty(
            firstDifficulty, slope: firstDifficultySlope, rating: rating)
        return MemoryState(
            stability: stability, difficulty: difficulty.clamped(to: Self.difficultyRange))
    }

    private static func rawFirstDifficulty(
        _ difficulty: Double, slope: Double, rating: Rating
    ) -> Double {
        difficulty - exponential(slope * Double(rating.rawValue - 1)) + 1
    }

    private func retrievability(_ stability: Double, after days: Double) -> Double {
        let growth = logarithm(1 + curveFactor * (days > 0 ? days : 0) / stability)
        return exponential(curveExponent * growth)
    }

    private func stabilityAfterRecall(
        _ stability: Double, difficulty: Double, rating: Rating, days: Double
    ) -> Double {
        let forgotten = 1 - retrievability(stability, after: days)
        let factor =
            switch rating {
            case .hard: hardFactor
            case .easy: easyFactor
            case .again, .good: 1.0
            }
        let gain =
            exponential(logGrowth - growthDecay * logarithm(stability)) * (11 - difficulty)
            * (exponential(forgotten * growthByForgetting) - 1)
        return stability * (1 + gain * factor)
    }

    private func stabilityAfterLapse(
        _ stability: Double, difficulty: Double, days: Double
    ) -> Double {
        let forgotten = 1 - retrievability(stability, after: days)
        let left =
            lapse * power(difficulty, -lapseByDifficulty)
            * (power(stability + 1, lapseByStability) - 1)
            * exponential(forgotten * lapseByForgetting)
        return min(left, stability / lapseDivisor)
    }

    /// Recalls on the same day never lower the stability, and raise a long one less.
    private func stabilityOnSameDay(_ stability: Double, rating: Rating) -> Double {
        let factor = exponential(
            sameDay * (Double(rating.rawValue - 3) + sameDayOffset)
                - sameDayDecay * logarithm(stability))
        return stability * (rating == .again ? factor : max(factor, 1))
    }

    /// Steps shrink near the upper end, and each review pulls a little towards an easy card's difficulty.
    private func nextDifficulty(_ difficulty: Double, rating: Rating) -> Double {
        let step = -difficultyStep * Double(rating.rawValue - 3) * (10 - difficulty) / 9
        let reverted =
            difficultyReversion * easyDifficulty + (1 - difficultyReversion) * (difficulty + step)
        return reverted.clamped(to: Self.difficultyRange)
    }
}
