/// What a session moved: how much of a guide would be recalled without it, and with it.
package struct SessionGain: Hashable, Sendable {
    package let guide: Guide.ID
    /// Mean probability of recall over the guide's cards, had the session not been; 0–1.
    package let before: Double
    /// The same after the session.
    package let after: Double

    /// Compares a guide's cards as they stand with how they stood before a session; nil without cards.
    ///
    /// Both are looked at from the same moment, such as tomorrow: just after an answer everything is known.
    ///
    /// - Parameters:
    ///   - guide: The guide.
    ///   - cards: Its cards as they stand; suspended ones are left out.
    ///   - earlier: The states before the session of the cards that were answered in it; nil for new ones.
    ///   - recall: The probability of recall at that moment; nil without a memory, which is a blind guess.
    package init?(
        of guide: Guide.ID, cards: [(card: Card.ID, state: CardState?, marks: CardMarks)],
        earlier: [Card.ID: CardState?], recall: (CardState) -> Double?
    ) {
        let cards = cards.filter { !$0.marks.isSuspended }
        guard !cards.isEmpty else { return nil }
        func mean(_ state: (Card.ID, CardState?) -> CardState?) -> Double {
            cards.reduce(0) { sum, card in
                let known = state(card.card, card.state).flatMap(recall)
                return sum + (known ?? card.card.facet.blindGuess)
            } / Double(cards.count)
        }
        self.guide = guide
        before = mean { card, now in earlier[card] ?? now }
        after = mean { $1 }
    }

    package var gain: Double { after - before }
}
