/// A card that may be asked, with what the queue needs to know of it and no more.
package struct QueueCandidate: Hashable, Sendable {
    package let card: Card.ID
    package let guide: Guide.ID
    /// Nil for a new card.
    package let state: CardState?

    package init(card: Card.ID, guide: Guide.ID, state: CardState?) {
        self.card = card
        self.guide = guide
        self.state = state
    }
}
