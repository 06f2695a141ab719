/// A card that may be asked, with what the queue needs to know to order it.
package struct QueueCandidate: Hashable, Sendable {
    package var card: Card.ID
    package var guide: Guide.ID
    /// Nil for a new card.
    package var state: CardState?
    package var marks: CardMarks
    /// The text changed in meaning since the last answer.
    package var isChanged: Bool

    package init(
        card: Card.ID, guide: Guide.ID, state: CardState?, marks: CardMarks = CardMarks(),
        isChanged: Bool = false
    ) {
        self.card = card
        self.guide = guide
        self.state = state
        self.marks = marks
        self.isChanged = isChanged
    }
}
