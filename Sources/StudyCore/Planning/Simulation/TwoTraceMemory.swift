package import FSRS

/// A memory of two traces, which FSRS can only approximate: one strong and gone in a day or two, one that builds up by
/// spaced reviews.
///
/// A card is recalled by either trace. What the fast trace still holds teaches the slow one nothing, so that reviews
/// close together are nearly wasted.
package struct TwoTraceMemory: Hashable, Sendable {
    /// Days in which the fast trace falls to 1/e.
    package var fastDays = 0.8
    /// The standard deviation of the logarithm of a card's ease.
    package var variety = 0.4

    package init() {}

    /// The traces of one card.
    package struct Card: Sendable {
        fileprivate let ease: Double
        /// The share that is in the slow trace, 0–1, and the days in which it falls to 1/e.
        fileprivate var slow = 0.0
        fileprivate var slowDays = 0.0
        fileprivate var time: Double?
    }

    package func newCard(using generator: inout SeededGenerator) -> Card {
        Card(ease: exponential(variety * generator.normal()))
    }

    private func traces(of card: Card, at time: Double) -> (fast: Double, slow: Double) {
        guard let last = card.time else { return (0, 0) }
        let days = max(time - last, 0)
        return (
            0.97 * exponential(-days / fastDays), card.slow * exponential(-days / card.slowDays)
        )
    }

    package func recall(of card: Card, at time: Double) -> Double {
        let (fast, slow) = traces(of: card, at: time)
        return 1 - (1 - fast) * (1 - slow)
    }

    package func review(_ card: inout Card, rating: Rating, at time: Double) {
        let index = rating.rawValue - 1
        if card.time == nil {
            card.slow = [0.35, 0.5, 0.65, 0.85][index]
            card.slowDays = [2.0, 4, 8, 20][index] * card.ease
        } else {
            let (fast, slow) = traces(of: card, at: time)
            let spaced = 1 - fast
            card.slow = slow + (1 - slow) * [0.25, 0.4, 0.6, 0.8][index] * spaced
            let growth = 1 + [0, 0.8, 1.6, 2.6][index] * spaced * (1 - slow)
            card.slowDays *= rating == .again ? 1 - 0.3 * spaced : growth
        }
        card.time = time
    }
}
