package import FSRS

/// How a learner forgets: as a model says, but slower or faster by a factor, which may change with the stability.
package struct Forgetting: Hashable, Sendable {
    package var model: MemoryModel
    /// How many times longer memories of the usual stability last than the model says; above 0.
    package var scale: Double
    /// How the factor grows with the stability: the exponent of stability ÷ usual stability.
    package var slope: Double

    package init(model: MemoryModel, scale: Double = 1, slope: Double = 0) {
        (self.model, self.scale, self.slope) = (model, scale, slope)
    }

    /// The stability in days at which the slope does not matter.
    static let usualStability = 3.0

    /// The chance of recall some days after the last review.
    func recall(of memory: MemoryState, after days: Double) -> Double {
        model.retrievability(of: memory, after: days / factor(at: memory.stability))
    }

    private func factor(at stability: Double) -> Double {
        guard slope != 0 else { return scale }
        let factor =
            scale
            * exponential(slope * logarithm(max(stability, 0.001) / Self.usualStability))
        return min(max(factor, 0.001), 1000)
    }

    /// The same for a learner who remembers longer by a factor.
    func scaled(by factor: Double) -> Forgetting {
        Forgetting(model: model, scale: scale * factor, slope: slope)
    }
}
