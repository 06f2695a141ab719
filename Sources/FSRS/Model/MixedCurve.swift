/// The forgetting curve of FSRS-7: the curves of both traces, weighted by their strength.
struct MixedCurve: Sendable {
    /// The probability of recall of a memory, and of its fast trace alone.
    struct Recall {
        let mixed: Double
        let fast: Double
    }

    /// The longest interval that is looked for, in days.
    private static let longest = 36500.0

    // w23 … w26 and w33: the shape of both curves.
    private let fastDecay, fastDecayByStability, fastAtStability, slowExponent, slowFactor: Double
    // w27 … w30: the weights of both.
    private let fastWeight, fastWeightDecay, slowWeight, slowWeightGrowth: Double
    // w31, w32: what difficulty does to the slow one.
    private let weightByDifficulty, timeByDifficulty: Double

    /// Takes all 34 parameters.
    init(_ w: [Double]) {
        (fastDecay, fastDecayByStability) = (w[23], w[33] - 0.3)
        fastAtStability = logarithm(w[25])
        slowExponent = -w[24].clamped(to: 0.01...0.95)
        slowFactor = power(w[26], 1 / slowExponent) - 1
        (fastWeight, fastWeightDecay, slowWeight, slowWeightGrowth) = (w[27], w[29], w[28], w[30])
        (weightByDifficulty, timeByDifficulty) = (w[31] - 0.5, w[32] - 0.3)
    }

    /// The probabilities of recall `days` after a review; negative days count as 0.
    func recall(of traces: FSRS7.Traces, after days: Double) -> Recall {
        Prepared(self, traces).recall(after: days > 0 ? days : 0)
    }

    /// How long until the probability of recall falls to `retention`.
    ///
    /// There is no closed form. The root is sought in the logarithm of the time, where the curve is smooth from
    /// less than a second to a century, by Newton's method kept inside a bracket that halves when a step leaves it.
    ///
    /// - Parameters:
    ///   - traces: The memory just after the last review.
    ///   - retention: The probability wanted, above 0 and below 1.
    /// - Returns: Days, down to parts of a second; 36500 where recall stays above `retention` for so long.
    func interval(of traces: FSRS7.Traces, retention: Double) -> Double {
        guard retention < 0.9999 else { return 0 }
        let curve = Prepared(self, traces)
        guard curve.recall(after: Self.longest).mixed < retention else { return Self.longest }
        var low = -100.0
        var high = logarithm(Self.longest)
        var time = logarithm(max(traces.slow, traces.fast))
        for _ in 0..<200 {
            let (recall, slope) = curve.recallAndSlope(atLogarithm: time)
            if recall > retention { low = time } else { high = time }
            let newton = time - (recall - retention) / slope
            let next = newton > low && newton < high ? newton : (low + high) / 2
            if abs(next - time) <= 1e-14 * max(1, abs(time)) { break }
            time = next
        }
        return exponential(time)
    }
}

extension MixedCurve {
    /// The curve of one memory, with all that does not depend on the time computed.
    private struct Prepared {
        private let fastExponent, fastPerDay, slowExponent, slowPerDay: Double
        private let fastShare, slowShare: Double

        init(_ curve: MixedCurve, _ traces: FSRS7.Traces) {
            fastExponent =
                -(curve.fastDecay * power(traces.fast, curve.fastDecayByStability))
                .clamped(to: 0.01...0.95)
            let fastFactor = exponential(min(curve.fastAtStability / fastExponent, 60)) - 1
            fastPerDay = fastFactor / traces.fast
            slowExponent = curve.slowExponent
            let offset = traces.difficulty - 5
            slowPerDay =
                curve.slowFactor * exponential(offset * curve.timeByDifficulty) / traces.slow
            let fastWeight = curve.fastWeight * power(traces.fast, -curve.fastWeightDecay)
            let slowWeight =
                curve.slowWeight * power(traces.slow, curve.slowWeightGrowth)
                * exponential(offset * curve.weightByDifficulty)
            fastShare = fastWeight / (fastWeight + slowWeight)
            slowShare = slowWeight / (fastWeight + slowWeight)
        }

        func recall(after days: Double) -> Recall {
            let fast = power(1 + fastPerDay * days, fastExponent)
            let slow = power(1 + slowPerDay * days, slowExponent)
            return Recall(mixed: Self.rescaled(fastShare * fast + slowShare * slow), fast: fast)
        }

        /// The probability of recall, and its slope against the logarithm of the days.
        func recallAndSlope(atLogarithm time: Double) -> (recall: Double, slope: Double) {
            let days = exponential(time)
            let recall = recall(after: days)
            let slow = power(1 + slowPerDay * days, slowExponent)
            let slope =
                fastShare * recall.fast * fastExponent * fastPerDay * days
                / (1 + fastPerDay * days)
                + slowShare * slow * slowExponent * slowPerDay * days / (1 + slowPerDay * days)
            return (recall.mixed, (1 - 2e-5) * slope)
        }

        /// Keeps a probability off 0 and 1, where one surprising answer would count without limit.
        private static func rescaled(_ probability: Double) -> Double {
            1e-5 + (1 - 2e-5) * probability
        }
    }
}
