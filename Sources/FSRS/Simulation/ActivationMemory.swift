/// A memory that is not FSRS: the declarative memory of the cognitive theory ACT-R.
///
/// Each review leaves a trace that decays as a power of its age, the faster the better the card was known at the time
/// (Pavlik and Anderson 2005, "Practice and forgetting effects on vocabulary memory"). A card's activation is the
/// logarithm of the sum of its traces.
public struct ActivationMemory: Hashable, Sendable {
    /// The slowest decay.
    public var decay = 0.12
    /// How much faster what is well known decays again.
    public var decayByActivation = 0.2
    /// The activation that is recalled half of the time.
    public var threshold = -1.65
    /// How blurred the threshold is; above 0.
    public var noise = 0.5
    /// How much easier some cards are than others: the standard deviation of their activation.
    public var variety = 0.35

    /// The standard memory.
    public init() {}

    /// The time that counts as one unit of age; forgetting between sessions is slower than within.
    private static let unitsPerDay = 2160.0

    /// The traces of one card.
    package struct Card: Sendable {
        let ease: Double
        var times: [Double] = []
        var decays: [Double] = []
    }

    package func newCard(using generator: inout SeededGenerator) -> Card {
        Card(ease: variety * generator.normal())
    }

    package func recall(of card: Card, at time: Double) -> Double {
        // Constants that make no sense, such as no noise at all, may leave no number; it counts as forgotten.
        let recall =
            1 / (1 + exponential((threshold - card.ease - activation(of: card, at: time)) / noise))
        return recall.clamped(to: 0...1)
    }

    package func review(_ card: inout Card, at time: Double) {
        let activation = activation(of: card, at: time)
        card.decays.append(decay + decayByActivation * exponential(min(activation, 3)))
        card.times.append(time)
    }

    private func activation(of card: Card, at time: Double) -> Double {
        guard !card.times.isEmpty else { return -.infinity }
        var sum = 0.0
        for (then, decay) in zip(card.times, card.decays) {
            sum += power(max(1, (time - then) * Self.unitsPerDay), -decay)
        }
        return logarithm(sum)
    }
}
