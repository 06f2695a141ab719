/// How much each review counts: in long logs the newest four times as much as the oldest, since memories and habits
/// change.
///
/// A review's weight is a + (1 − a) x³ of its place x among the scored ones, from 0 to 1. In fsrs-rs a is 0.25. Here a
/// log of few reviews, all of them recent, has an a near 1: counting some of them less would waste them.
struct RecencyWeights {
    /// The number of scored reviews at which half of the difference remains.
    private static let few: Float = 600

    /// By place in the log.
    private var weights: [Float]

    /// Weights of a log for FSRS-6, which scores neither a card's first review nor those on the same day.
    init(_ log: ReviewLog, by index: CardIndex) {
        weights = Array(repeating: -1, count: log.count)
        var scored = 0
        for place in 0..<log.count
        where log.days[place] >= 1 && !index.isFirst(place, of: Int(log.cards[place])) {
            weights[place] = Float(scored)
            scored += 1
        }
        let last = Float(max(scored - 1, 1))
        let least = 0.25 + 0.75 * Self.few / (Self.few + Float(scored))
        for place in 0..<log.count {
            let x = weights[place] / last
            weights[place] = x < 0 ? 0 : least + (1 - least) * x * x * x
        }
    }

    /// The weight of the review at a place in the log; 0 where it is not scored.
    subscript(place: Int) -> Float { weights[place] }
}
