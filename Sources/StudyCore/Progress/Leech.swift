import FSRS

/// A card that is forgotten again and again.
package struct Leech: Hashable, Sendable {
    package let card: Card.ID
    package let guide: Guide.ID
    package let term: String
    package let lapses: Int

    package init(card: Card.ID, guide: Guide.ID, term: String, lapses: Int) {
        self.card = card
        self.guide = guide
        self.term = term
        self.lapses = lapses
    }

    /// Lapses from which a card counts as a leech.
    package static let threshold = LeechRule().threshold
}
