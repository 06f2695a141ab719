/// The formulas of FSRS-7, which keeps a slow and a fast trace of each memory.
///
/// Source: `fsrs_v7.py` of <https://github.com/open-spaced-repetition/srs-benchmark>. Every moment counts, so days
/// are fractional and there is no branch for the same day.
struct FSRS7: Sendable {
    static let stabilityRange: ClosedRange<Double> = 0.0001...36500
    static let difficultyRange: ClosedRange<Double> = 1...10
    /// How much weaker the fast trace begins, and how strong it may be after a lapse, against the slow one.
    static let fastShare = 0.8

    // w0 … w3: stability after a first review, by rating.
    private let firstAgain, firstHard, firstGood, firstEasy: Double
    // w4 … w6: difficulty.
    private let firstDifficulty, firstDifficultySlope, difficultyStep, easyDifficulty: Double
    // w7 … w14 and w15 … w22: how each trace grows and breaks.
    private let slow, fast: MemoryTrace
    // w23 … w33: how both fade.
    private let curve: MixedCurve

    /// Takes 34 values inside their bounds.
    init(_ w: [Double]) {
        (firstAgain, firstHard, firstGood, firstEasy) = (w[0], w[1], w[2], w[3])
        (firstDifficulty, firstDifficultySlope, difficultyStep) = (w[4], w[5], w[6])
        easyDifficulty = Self.rawFirstDifficulty(w[4], slope: w[5], rating: .easy)
        slow = MemoryTrace(w, at: 7)
        fast = MemoryTrace(w, at: 15)
        curve = MixedCurve(w)
    }

    func state(after state: MemoryState?, rating: Rating, days: Double) -> MemoryState {
        guard let state else { return first(rating) }
        let before = Traces(state)
        let recall = curve.recall(of: before, after: days)
        let slowNext = slow.stability(
            after: before.slow, difficulty: before.difficulty, recall: recall.mixed, rating: rating
        ).clamped(to: Self.stabilityRange)
        var fastNext = fast.stability(
            after: before.fast, difficulty: before.difficulty, recall: recall.fast, rating: rating)
        if rating == .again { fastNext = min(fastNext, Self.fastShare * slowNext) }
        return MemoryState(
            stability: slowNext,
            difficulty: nextDifficulty(before.difficulty, rating: rating, recall: recall.mixed),
            fastStability: fastNext.clamped(to: Self.stabilityRange))
    }

    func retrievability(of state: MemoryState, after days: Double) -> Double {
        curve.recall(of: Traces(state), after: days).mixed
    }

    func interval(of state: MemoryState, retention: Double) -> Double {
        curve.interval(of: Traces(state), retention: retention.clamped(to: FSRS6.retentionRange))
    }

    /// SM-2's ease says nothing about two traces: difficulty is middling, and the stability is the one whose
    /// recall has fallen to the retention at the end of the interval.
    func state(fromInterval interval: Double, retention: Double) -> MemoryState {
        let days = interval.clamped(to: Self.stabilityRange)
        let retention = retention.clamped(to: FSRS6.retentionRange)
        var low = logarithm(Self.stabilityRange.lowerBound)
        var high = logarithm(Self.stabilityRange.upperBound)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            let recall = retrievability(of: bridged(exponential(middle)), after: days)
            if recall < retention { low = middle } else { high = middle }
        }
        return bridged(exponential(high).clamped(to: Self.stabilityRange))
    }

    private func bridged(_ stability: Double) -> MemoryState {
        MemoryState(
            stability: stability, difficulty: 5,
            fastStability: (Self.fastShare * stability).clamped(to: Self.stabilityRange))
    }

    private func first(_ rating: Rating) -> MemoryState {
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
            stability: stability, difficulty: difficulty.clamped(to: Self.difficultyRange),
            fastStability: (Self.fastShare * stability).clamped(to: Self.stabilityRange))
    }

    private static func rawFirstDifficulty(
        _ difficulty: Double, slope: Double, rating: Rating
    ) -> Double {
        difficulty - exponential(slope * Double(rating.rawValue - 1)) + 1
    }

    /// A lapse that was expected makes a card harder by less.
    private func nextDifficulty(_ difficulty: Double, rating: Rating, recall: Double) -> Double {
        var step = -difficultyStep * Double(rating.rawValue - 3)
        if rating == .again { step *= recall + 0.1 }
        let next = difficulty + (10 - difficulty) / 9 * step
        return (0.01 * easyDifficulty + 0.99 * next).clamped(to: Self.difficultyRange)
    }
}

extension FSRS7 {
    /// A state whose numbers are all there and in range.
    struct Traces {
        let slow: Double
        let fast: Double
        let difficulty: Double

        /// A state without a fast trace is one of FSRS-6; its history should be replayed instead.
        init(_ state: MemoryState) {
            slow = state.stability.clamped(to: FSRS7.stabilityRange)
            fast = (state.fastStability ?? FSRS7.fastShare * slow)
                .clamped(to: FSRS7.stabilityRange)
            difficulty = state.difficulty.clamped(to: FSRS7.difficultyRange)
        }
    }
}
