package import StudyCore

/// A guide without its items.
package struct GuideHead: Hashable, Sendable {
    package let id: Guide.ID
    package let term: String
    package let aliases: [String]
    /// Slugs of the terms it is mistaken for, most likely first.
    package let confusedWith: [String]
    package let className: String
    package let unit: String?
    /// The folder of the library, and the file in it.
    package let library: String
    package let path: String
    /// Line of the heading, from 1.
    package let line: Int
}

/// An item with its lasting identity.
package struct ItemRecord: Hashable, Sendable {
    package let id: Item.ID
    package let item: Item
    package let fingerprint: Fingerprint
    /// Its cards, in the order of the item's facets.
    package let cards: [CardStanding]
}

/// Where a card stands.
package struct CardStanding: Hashable, Sendable {
    package let card: Card.ID
    /// Nil for a new card.
    package let state: CardState?
    package let marks: CardMarks
    /// The text changed in meaning since the last answer.
    package let isChanged: Bool
}

/// A card with all that a question needs.
package struct CardRecord: Hashable, Sendable {
    package let standing: CardStanding
    /// Nil for the card of an orphan.
    package let guide: GuideHead?
    package let item: Item
    package let fingerprint: Fingerprint

    package var id: Card.ID { standing.card }
    package var state: CardState? { standing.state }
    package var marks: CardMarks { standing.marks }
}

/// A guide with its items, as the catalogue holds it.
package struct GuideRecord: Hashable, Sendable {
    package let head: GuideHead
    /// In the order of the file.
    package let items: [ItemRecord]
}
