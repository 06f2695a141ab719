/// A card as figures want it.
package struct StandingCard: Hashable, Sendable {
    /// Nil for a new card.
    package var past: Past?
    package var marks: CardMarks
    /// See `Card.Facet.blindGuess`.
    package var blindGuess: Double

    package init(past: Past?, marks: CardMarks, blindGuess: Double) {
        self.past = past
        self.marks = marks
        self.blindGuess = blindGuess
    }

    /// What is left of answers: the part of a `CardState` that figures ask for.
    package struct Past: Hashable, Sendable {
        package var phase: CardState.Phase
        package var due: CardState.Due
        package var interval: Int
        package var lapses: Int
        /// The probability that it is recalled now; nil without a memory.
        package var recall: Double?

        package init(
            phase: CardState.Phase, due: CardState.Due, interval: Int, lapses: Int, recall: Double?
        ) {
            self.phase = phase
            self.due = due
            self.interval = interval
            self.lapses = lapses
            self.recall = recall
        }
    }
}
