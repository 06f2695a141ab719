package import FSRS

/// A card of an exam as the planner sees it.
package struct PlanCard: Hashable, Sendable {
    /// What is known of a card that has been recalled or forgotten before.
    package struct Past: Hashable, Sendable {
        /// The memory just after the last review.
        package var memory: MemoryState
        /// When the last review was.
        package var time: Timestamp
        /// The study day of the last review.
        package var day: StudyDay

        package init(memory: MemoryState, time: Timestamp, day: StudyDay) {
            self.memory = memory
            self.time = time
            self.day = day
        }
    }

    package var card: Card.ID
    package var guide: Guide.ID
    /// Nil for a new card, and for one that was only recognised: nothing is known of its memory.
    package var past: Past?
    /// How many points the card is worth beside others; above 0.
    package var weight: Double
    /// The chance of a right answer while the card is new, 0–1.
    package var guessRate: Double
    /// How long answers to this card take beside the usual seconds; above 0.
    package var pace: Double

    package init(
        card: Card.ID, guide: Guide.ID, past: Past?, weight: Double = 1, guessRate: Double = 0,
        pace: Double = 1
    ) {
        self.card = card
        self.guide = guide
        self.past = past
        self.weight = weight.isFinite ? max(weight, 0.001) : 1
        self.guessRate = min(max(guessRate.isFinite ? guessRate : 0, 0), 1)
        self.pace = pace.isFinite ? min(max(pace, 0.05), 20) : 1
    }
}
