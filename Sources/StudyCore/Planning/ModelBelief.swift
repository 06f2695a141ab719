package import FSRS

/// How well a model fits the learner: how differently the learner forgets, and how sure that is.
package struct ModelBelief: Hashable, Sendable {
    /// How many times longer the learner's memories last than the model says; 1 is no difference.
    package var scale: Double
    /// How that factor grows with the stability; see `Forgetting`.
    package var slope: Double
    /// The standard deviation of the scale's logarithm.
    package var deviation: Double

    package init(scale: Double = 1, slope: Double = 0, deviation: Double) {
        (self.scale, self.slope, self.deviation) = (scale, slope, deviation)
    }

    /// A belief by the number of reviews alone, for parameters that were fitted to them.
    ///
    /// - Parameter reviews: Reviews on a later day than the one before: those that say something of forgetting.
    package init(reviews: Int) {
        let precision =
            1 / (Self.scaleSpread * Self.scaleSpread)
            + Double(max(reviews, 0)) * Self.informationOfReview
        self.init(deviation: 1 / precision.squareRoot())
    }

    /// How far learners differ from a model that is not theirs: standard deviations of the scale's logarithm and of the
    /// slope.
    static let (scaleSpread, slopeSpread) = (0.6, 0.15)
    /// What a usual review, at a recall of 0.9, says of the scale's logarithm.
    static let informationOfReview = 0.02
    /// What no number of reviews makes surer: the model's form is not the learner's.
    static let leastDeviation = 0.1
}

extension ModelBelief {
    /// Reviews counted by the stability before and by how long they came after the review before.
    package struct Evidence: Hashable, Sendable {
        private struct Bin: Hashable, Sendable {
            let stability: Int
            let ratio: Int
        }

        private var recalled: [Bin: Int] = [:]
        private var forgotten: [Bin: Int] = [:]
        /// The number of reviews.
        package private(set) var count = 0

        private static let (stabilityStep, ratioStep) = (0.7, 0.25)

        package init() {}

        /// Counts a review.
        ///
        /// - Parameters:
        ///   - memory: The memory just after the review before.
        ///   - days: Study days since then; a review on the same day says nothing and is left out.
        ///   - isRecalled: Whether the card was recalled.
        package mutating func add(_ memory: MemoryState, after days: Int, isRecalled: Bool) {
            guard days > 0 else { return }
            let stability = logarithm(min(max(memory.stability, 0.001), 36500))
            let ratio = logarithm(Double(days)) - stability
            let bin = Bin(
                stability: Int((stability / Self.stabilityStep).rounded()),
                ratio: Int((ratio / Self.ratioStep).rounded()))
            if isRecalled {
                recalled[bin, default: 0] += 1
            } else {
                forgotten[bin, default: 0] += 1
            }
            count += 1
        }

        /// Kinds of review in a fixed order: stability, days, and how many were recalled and forgotten.
        fileprivate var kinds:
            [(memory: MemoryState, days: Double, recalled: Double, forgotten: Double)]
        {
            Set(recalled.keys).union(forgotten.keys)
                .sorted { ($0.stability, $0.ratio) < ($1.stability, $1.ratio) }
                .map { bin in
                    let stability = exponential(Double(bin.stability) * Self.stabilityStep)
                    let days = stability * exponential(Double(bin.ratio) * Self.ratioStep)
                    return (
                        MemoryState(stability: stability, difficulty: 5), days,
                        Double(recalled[bin] ?? 0), Double(forgotten[bin] ?? 0)
                    )
                }
        }
    }

    /// The belief after some reviews: the mean of all scales and slopes, each by its probability.
    ///
    /// - Parameters:
    ///   - evidence: The learner's reviews, with the memories that `model` gave.
    ///   - model: The model of the plan.
    package init(_ evidence: Evidence, model: MemoryModel) {
        let kinds = evidence.kinds
        var points: [(shift: Double, slope: Double, weight: Double)] = []
        for slope in stride(from: -2.0, through: 2.0, by: 0.5) {
            for shift in stride(from: -3.2, through: 3.2, by: 0.16) {
                let forgetting = Forgetting(
                    model: model, scale: exponential(shift), slope: slope * Self.slopeSpread)
                let distance = shift / Self.scaleSpread
                var weight = -(distance * distance + slope * slope) / 2
                for kind in kinds {
                    let recall = min(
                        max(forgetting.recall(of: kind.memory, after: kind.days), 1e-4), 1 - 1e-4)
                    weight += kind.recalled * logarithm(recall)
                    weight += kind.forgotten * logarithm(1 - recall)
                }
                points.append((shift, slope * Self.slopeSpread, weight))
            }
        }
        let highest = points.map(\.weight).max() ?? 0
        let weights = points.map { exponential($0.weight - highest) }
        let total = weights.reduce(0, +)
        func mean(_ figure: ((shift: Double, slope: Double, weight: Double)) -> Double) -> Double {
            zip(points, weights).reduce(0) { $0 + figure($1.0) * $1.1 } / total
        }
        let shift = mean(\.shift)
        let variance = mean { ($0.shift - shift) * ($0.shift - shift) }
        self.init(
            scale: exponential(shift), slope: mean(\.slope),
            deviation: (variance + Self.leastDeviation * Self.leastDeviation).squareRoot())
    }
}
