/// A note of Anki: the fields from which its cards are made.
package struct AnkiNote: Hashable, Sendable {
    package var id: Int64
    /// What tells it from all others, in every collection.
    package var guid: String
    package var type: Int64
    /// Seconds since 1970 of the last change.
    package var modified: Int64
    package var tags: [String]
    /// HTML, in the order of the note type's fields.
    package var fields: [String]
    package var cards: [AnkiCard]
}

/// A card of Anki: a note asked in one direction.
package struct AnkiCard: Hashable, Sendable {
    package var id: Int64
    /// Which of the note type's templates, or which number of a cloze less one.
    package var ordinal: Int
    /// The deck it belongs to, also while a filtered deck holds it.
    package var deck: Int64
    /// Seconds since 1970 of the last change.
    package var modified: Int64
    package var isSuspended: Bool
    package var isBuried: Bool
    package var isFlagged: Bool
    /// Days that it was last given; 0 for a card that is new or learnt.
    package var interval: Int
}

/// A line of Anki's log: an answer.
package struct AnkiAnswer: Hashable, Sendable {
    package var card: Int64
    /// Milliseconds since 1970.
    package var time: Int64
    /// 1 (again) to 4 (easy).
    package var rating: Int8
    /// Milliseconds taken.
    package var duration: Int32
}

/// How a kind of note is made: its fields and the templates of its cards.
package struct AnkiNoteType: Hashable, Sendable {
    package struct Template: Hashable, Sendable {
        package var name: String
        package var question: String
        package var answer: String

        package init(name: String, question: String, answer: String) {
            self.name = name
            self.question = question
            self.answer = answer
        }
    }

    package var id: Int64
    package var name: String
    package var isCloze: Bool
    package var fields: [String]
    package var templates: [Template]

    package init(
        id: Int64, name: String, isCloze: Bool, fields: [String], templates: [Template]
    ) {
        self.id = id
        self.name = name
        self.isCloze = isCloze
        self.fields = fields
        self.templates = templates
    }
}
