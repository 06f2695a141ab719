/// What the model believes about one card in the learner's memory.
///
/// A card never reviewed has no state: it is `nil` wherever one is asked for.
public struct MemoryState: Hashable, Sendable {
    /// Days until the probability of recall falls to 90 %; 0.001 to 36500.
    ///
    /// In FSRS-7 the stability of the slow trace, 0.0001 to 36500, which is near that time but not equal to it.
    public var stability: Double
    /// How hard the card is to keep, from 1 (easiest) to 10 (hardest).
    public var difficulty: Double
    /// The stability of the fast trace in days; nil in FSRS-6, which knows one trace only.
    public var fastStability: Double?

    /// Creates a state as it is; the model moves values out of range into it when it uses them.
    public init(stability: Double, difficulty: Double, fastStability: Double? = nil) {
        self.stability = stability
        self.difficulty = difficulty
        self.fastStability = fastStability
    }
}
