package import FSRS
package import StudyCore

/// An item on its way into a package.
package struct ExportedNote: Sendable {
    package var item: Item.ID
    package var kind: Item.Kind
    package var term: String
    /// HTML; of a fact or cloze with holes.
    package var text: String
    /// HTML; of a question.
    package var answer: String?
    /// Whether a definition is asked in the other direction too.
    package var isReversed = false
    package var className: String
    package var unit: String?
    /// Seconds since 1970 of the last change of the text.
    package var modified: Int64
    package var cards: [ExportedCard]

    package init(
        item: Item.ID, kind: Item.Kind, term: String, text: String, answer: String? = nil,
        isReversed: Bool = false, className: String, unit: String?, modified: Int64,
        cards: [ExportedCard]
    ) {
        self.item = item
        self.kind = kind
        self.term = term
        self.text = text
        self.answer = answer
        self.isReversed = isReversed
        self.className = className
        self.unit = unit
        self.modified = modified
        self.cards = cards
    }

    /// In the order of the note type.
    var fields: [String] {
        let term = FieldHTML.text(term)
        let source = FieldHTML.text(
            [className, unit].compactMap { $0 }.joined(separator: " · "))
        return switch OwnNotes.Kind(kind) {
        case .term: [term, text, isReversed ? "1" : "", source, ""]
        case .fact, .cloze: [text, term, source, ""]
        case .question: [text, answer ?? "", term, source, ""]
        }
    }

    /// `Class::Unit`; what would part levels stands apart.
    var deck: String {
        [className, unit].compactMap { $0 }.map { $0.replacing("::", with: ": :") }
            .joined(separator: "::")
    }
}

/// A card on its way into a package.
package struct ExportedCard: Sendable {
    package var facet: Card.Facet
    /// Nil for a new card.
    package var state: CardState?
    package var isSuspended: Bool
    package var isFlagged: Bool
    /// Oldest first.
    package var answers: [ExportedAnswer]
    /// The probability of recall at which it is asked again.
    package var retention: Double

    package init(
        facet: Card.Facet, state: CardState? = nil, isSuspended: Bool = false,
        isFlagged: Bool = false, answers: [ExportedAnswer] = [], retention: Double = 0.9
    ) {
        self.facet = facet
        self.state = state
        self.isSuspended = isSuspended
        self.isFlagged = isFlagged
        self.answers = answers
        self.retention = retention
    }
}

/// An answer on its way into a package.
package struct ExportedAnswer: Sendable {
    package var time: Timestamp
    package var rating: Rating
    /// Seconds taken.
    package var seconds: Double
    /// A right answer by recognition, which changed no memory.
    package var isPractice: Bool
    /// Nil for the first answer.
    package var before: CardState?
    package var after: CardState

    package init(
        time: Timestamp, rating: Rating, seconds: Double, isPractice: Bool, before: CardState?,
        after: CardState
    ) {
        self.time = time
        self.rating = rating
        self.seconds = seconds
        self.isPractice = isPractice
        self.before = before
        self.after = after
    }
}
