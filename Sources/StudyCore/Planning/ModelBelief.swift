package import FSRS

/// How well a model fits the learner: by what factor memories last longer than it says, and how sure that is.
package struct ModelBelief: Hashable, Sendable {
    /// How many times longer the learner's memories last than the model says; 1 is no difference.
    package var scale: Double
    /// The standard deviation of the scale's logarithm.
    package var deviation: Double
    /// The learner's reviews on a later day than the one before: those that say something of forgetting.
    package var reviews: Int

    /// A belief by the number of reviews alone, for parameters that were fitted to them.
    package init(reviews: Int) {
        self.init(scale: 1, deviation: 0, reviews: max(reviews, 0))
        deviation = 1 / (1 / (Self.prior * Self.prior) + Double(self.reviews) / 12).squareRoot()
    }

    package init(scale: Double, deviation: Double, reviews: Int) {
        (self.scale, self.deviation, self.reviews) = (scale, deviation, reviews)
    }

    /// How far learners differ from a model that is not theirs: the standard deviation of the scale's logarithm.
    static let prior = 1.0
}

extension ModelBelief {
    /// Reviews counted by how long they came after the one before, in stabilities.
    package struct Evidence: Hashable, Sendable {
        private var recalled = Array(repeating: 0, count: Self.bins)
        private var forgotten = Array(repeating: 0, count: Self.bins)
        /// The number of reviews.
        package private(set) var count = 0

        private static let bins = 64
        private static let (lowest, step) = (-8.0, 0.25)

        package init() {}

        /// Counts a review.
        ///
        /// - Parameters:
        ///   - memory: The memory just after the review before.
        ///   - days: Study days since then; a review on the same day says nothing and is left out.
        ///   - recalled: Whether the card was recalled.
        package mutating func add(_ memory: MemoryState, after days: Int, recalled isRecalled: Bool) {
            guard days > 0 else { return }
            let ratio = logarithm(Double(days) / max(memory.stability, 0.001))
            let place = ((ratio - Self.lowest) / Self.step).rounded(.down)
            let bin = Int(min(max(place, 0), Double(Self.bins - 1)))
            if isRecalled { recalled[bin] += 1 } else { forgotten[bin] += 1 }
            count += 1
        }

        /// How probable the reviews are by a model whose memories last longer by a factor: a logarithm.
        func likelihood(scale: Double, model: MemoryModel) -> Double {
            let memory = MemoryState(stability: 1, difficulty: 5)
            var sum = 0.0
            for bin in 0..<Self.bins where recalled[bin] + forgotten[bin] > 0 {
                let ratio = exponential(Self.lowest + Self.step * (Double(bin) + 0.5))
                let recall = min(
                    max(model.retrievability(of: memory, after: ratio / scale), 1e-4), 1 - 1e-4)
                sum += Double(recalled[bin]) * logarithm(recall)
                sum += Double(forgotten[bin]) * logarithm(1 - recall)
            }
            return sum
        }
    }

    /// The belief after some reviews.
    ///
    /// - Parameters:
    ///   - evidence: The learner's reviews, with the memories that `model` gave.
    ///   - model: The model of the plan.
    package init(_ evidence: Evidence, model: MemoryModel) {
        // The posterior of the scale's logarithm on a grid; the prior is normal.
        let points = stride(from: -4.0, through: 4.0, by: 0.05).map { shift in
            let likelihood = evidence.likelihood(scale: exponential(shift), model: model)
            let distance = shift / Self.prior
            return (shift: shift, weight: likelihood - distance * distance / 2)
        }
        let highest = points.map(\.weight).max() ?? 0
        let weights = points.map { exponential($0.weight - highest) }
        let total = weights.reduce(0, +)
        let mean = zip(points, weights).reduce(0) { $0 + $1.0.shift * $1.1 } / total
        let variance = zip(points, weights).reduce(0) {
            $0 + ($1.0.shift - mean) * ($1.0.shift - mean) * $1.1
        }
        self.init(
            scale: exponential(mean), deviation: (variance / total).squareRoot(),
            reviews: evidence.count)
    }
}
