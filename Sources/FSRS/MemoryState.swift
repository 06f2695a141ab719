/// What the model believes about one card in the learner's memory.
///
/// A card never reviewed has no state: it is `nil` wherever one is asked for.
public struct MemoryState: Hashable, Sendable {
    /// Days until the probability of recall falls to 90 %; 0.001 to 36500.
    public var stability: Double
    /// How hard the card is to keep, from 1 (easiest) to 10 (hardest).
    public var difficulty: Double

    public init(stability: Double, difficulty: Double) {
        self.stability = stability
        self.difficulty = difficulty
    }
}
