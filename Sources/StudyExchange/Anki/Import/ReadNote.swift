package import StudyCore

/// A note of Anki as what it becomes here.
package struct ReadNote: Hashable, Sendable {
    package var guid: String
    package var place: AnkiPlace
    package var items: [ReadItem]
    /// What makes no card, such as the extra field of a cloze; Markdown.
    package var extra: String?
    /// The item that the note was made of when it was exported from here.
    package var own: Item.ID?
    /// The term of the guide that it was exported from.
    package var ownTerm: String?
    var ownType: OwnNotes.Kind?

    /// The direction in which a card of the note asks its own item; nil for other notes' cards.
    package func ownFacet(ofCard ordinal: Int) -> Card.Facet? {
        own == nil ? nil : ownType?.facet(ofCard: ordinal)
    }
}

/// A thing to know, and which cards of the note ask it.
package struct ReadItem: Hashable, Sendable {
    package enum Content: Hashable, Sendable {
        /// A term in plain text, and Markdown.
        case term(String, definition: String)
        /// Markdown.
        case question(String, answer: String)
        /// Markdown with `[holes]`.
        case cloze(String)
        /// Markdown; only of notes that were exported from here.
        case fact(String)
    }

    package var content: Content
    /// A definition as the paragraph of a question, where it may be more than that.
    var question: String?
    /// Which of the note's items it is, from 0.
    package var index = 0
    /// For each card of the note that asks it: in which directions.
    package var cards: [(ordinal: Int, facets: [Card.Facet])] {
        zip(ordinals, facets).map { ($0, $1) }
    }
    var ordinals: [Int]
    var facets: [[Card.Facet]]

    /// What most items are asked by: shared, for a package has a hundred thousand of them.
    private static let firstCard = [0]
    private static let answer: [[Card.Facet]] = [[.answer]]

    /// Whether it is asked as most items are.
    var isAnsweredByFirst: Bool { ordinals == Self.firstCard && facets == Self.answer }

    init(_ content: Content, _ cards: [(Int, [Card.Facet])]) {
        self.content = content
        if cards.count == 1, cards[0].0 == 0, cards[0].1 == [.answer] {
            (ordinals, facets) = (Self.firstCard, Self.answer)
        } else {
            ordinals = cards.map(\.0)
            facets = cards.map(\.1)
        }
    }
}

/// The class and unit that a note belongs to.
package struct AnkiPlace: Hashable, Sendable {
    package var className: String
    package var unit: String?

    package init(className: String, unit: String? = nil) {
        self.className = className
        self.unit = unit
    }

    /// By deck and tags: the deck's first name is the class, the others the unit; a deck of one name
    /// has its notes' first tag for the unit.
    ///
    /// - Parameters:
    ///   - deck: The full name, `::` between the levels.
    ///   - tags: The note's.
    ///   - fallback: The class of notes in the deck that every collection has.
    init(deck: String, tags: [String], fallback: String) {
        let levels = deck.split(separator: "::").map { HarmlessText.line(String($0)) }
            .filter { !slug($0).isEmpty }
        let isDefault = levels.isEmpty || levels == ["Default"]
        className = isDefault ? fallback : levels[0]
        let below = levels.dropFirst().joined(separator: ": ")
        let tag = tags.first { !Self.marks.contains($0.lowercased()) }.map {
            HarmlessText.line($0.split(separator: "::").joined(separator: ": "))
                .replacing("_", with: " ")
        }
        unit = below.isEmpty ? tag.flatMap { slug($0).isEmpty ? nil : $0 } : below
    }

    /// Tags that Anki and its users put on notes for other ends.
    private static let marks: Set<String> = ["leech", "marked", "missing-media", "duplicate"]
}

/// Why a note became nothing.
package enum LeftOut: Hashable, Sendable, CaseIterable {
    case unknownType, wrongFields, empty, tooLong, noHole, noCards, pictureOnly

    package var words: String {
        switch self {
        case .unknownType: "of a note type that is not in the package"
        case .wrongFields: "with another number of fields than their note type"
        case .empty: "without a question or an answer"
        case .tooLong: "too long for a card"
        case .noHole: "without a gap"
        case .noCards: "without cards"
        case .pictureOnly: "with hidden parts of a picture"
        }
    }
}
