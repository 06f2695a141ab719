/// Simulated learners to try things on.
extension Learner {
    /// A learner who forgets fast.
    public static let quick = Learner(
        name: "quick",
        weights: [
            0.08, 0.55, 1.2, 4.5, 7.0, 0.9, 3.2, 0.01, 1.5, 0.2, 0.85,
            1.3, 0.06, 0.3, 1.8, 0.5, 2.1, 0.7, 0.15, 0.1, 0.25,
        ])

    /// A learner who keeps nearly everything.
    public static let strong = Learner(
        name: "strong",
        weights: [
            1.0, 3.6, 9.0, 30.0, 5.4, 0.6, 2.2, 0.004, 2.2, 0.11, 1.1,
            1.9, 0.09, 0.22, 1.2, 0.75, 2.6, 0.35, 0.05, 0.03, 0.12,
        ])

    /// A learner who presses *hard* for what others call *again*, so that it hardly strengthens.
    public static let hardish = Learner(
        name: "hardish",
        weights: [
            0.15, 0.4, 2.8, 12.0, 7.2, 1.1, 3.8, 0.02, 1.7, 0.25, 1.0,
            1.0, 0.05, 0.25, 1.9, 0.12, 2.8, 0.6, 0.1, 0.08, 0.35,
        ])

    /// A learner whose memory is not FSRS.
    public static let hidden = Learner(name: "hidden", memory: .activation(ActivationMemory()))

    /// How much each parameter of FSRS-6 varies between learners; w0 to w3 as a factor's logarithm.
    private static let spread: [Double] = [
        1, 0.9, 0.9, 0.9, 0.57, 0.28, 0.6, 0.06, 0.39, 0.12, 0.33,
        0.3, 0.05, 0.1, 0.45, 0.2, 0.8, 0.25, 0.2, 0.08, 0.15,
    ]

    /// A learner drawn at random, with a memory of FSRS-6 somewhere around the defaults.
    public static func random(seed: UInt64) -> Learner {
        var generator = SeededGenerator(seed: seed)
        var values = Parameters.standard.values
        for index in values.indices {
            let step = spread[index] * generator.normal()
            if index < 4 { values[index] *= exponential(step) } else { values[index] += step }
        }
        values[..<4].sort()
        return Learner(name: "random \(seed)", weights: values)
    }

    private init(name: String, weights: [Double]) {
        let parameters = (try? Parameters(weights)) ?? .standard
        self.init(name: name, memory: .model(MemoryModel(parameters: parameters)))
    }
}
