internal import StudyCore

/// The note types of what is exported, frozen: Anki copies a type whose fields change, and then
/// updates no note any more.
package enum OwnNotes {
    /// What an item becomes.
    package enum Kind: CaseIterable, Hashable, Sendable {
        case term, fact, question, cloze

        init(_ kind: Item.Kind) {
            switch kind {
            case .definition: self = .term
            case .fact: self = .fact
            case .question: self = .question
            case .cloze: self = .cloze
            }
        }

        /// The note type's number: milliseconds of a day on which nobody made one.
        var id: Int64 {
            switch self {
            case .term: 1_500_000_000_101
            case .fact: 1_500_000_000_102
            case .question: 1_500_000_000_103
            case .cloze: 1_500_000_000_104
            }
        }

        init?(id: Int64) {
            guard let kind = Self.allCases.first(where: { $0.id == id }) else { return nil }
            self = kind
        }

        var isCloze: Bool { self == .fact || self == .cloze }

        var name: String {
            switch self {
            case .term: "Studyline Term"
            case .fact: "Studyline Fact"
            case .question: "Studyline Question"
            case .cloze: "Studyline Cloze"
            }
        }

        /// Never add, remove or rename one.
        var fields: [String] {
            switch self {
            case .term: ["Term", "Definition", "AddReverse", "Source", "Note"]
            case .fact: ["Text", "Term", "Source", "Note"]
            case .question: ["Question", "Answer", "Term", "Source", "Note"]
            case .cloze: ["Text", "Term", "Source", "Note"]
            }
        }

        var templates: [AnkiNoteType.Template] {
            let note = "{{#Note}}<div class=note>{{Note}}</div>{{/Note}}"
            let below = note + "<div class=source>{{Source}}</div>"
            let term = "<div class=term>{{Term}}</div>"
            switch self {
            case .term:
                return [
                    AnkiNoteType.Template(
                        name: "Meaning", question: "{{Term}}",
                        answer: "{{FrontSide}}<hr id=answer>{{Definition}}\(below)"),
                    AnkiNoteType.Template(
                        name: "Term", question: "{{#AddReverse}}{{Definition}}{{/AddReverse}}",
                        answer: "{{FrontSide}}<hr id=answer>{{Term}}\(below)"),
                ]
            case .question:
                return [
                    AnkiNoteType.Template(
                        name: "Question", question: "\(term){{Question}}",
                        answer: "{{FrontSide}}<hr id=answer>{{Answer}}\(below)")
                ]
            case .fact, .cloze:
                return [
                    AnkiNoteType.Template(
                        name: "Cloze", question: "\(term){{cloze:Text}}",
                        answer: "\(term){{cloze:Text}}\(below)")
                ]
            }
        }

        /// The direction that a card asks; nil where there is no such card.
        func facet(ofCard ordinal: Int) -> Card.Facet? {
            switch self {
            case .term: ordinal == 0 ? .meaning : ordinal == 1 ? .term : nil
            case .fact: ordinal == 0 ? .fact : nil
            case .question: ordinal == 0 ? .answer : nil
            case .cloze: (0..<500).contains(ordinal) ? .hole(ordinal + 1) : nil
            }
        }
    }

    static let style = """
        .card { font-family: sans-serif; font-size: 20px; text-align: center; }
        .term { font-weight: bold; margin-bottom: 1em; }
        .source, .note { margin-top: 1em; font-size: 14px; opacity: 0.6; }
        .cloze { font-weight: bold; color: #2563eb; }
        ul, ol, pre, table { display: inline-block; text-align: left; }
        """

    /// The name of a note in every collection: it follows from the item.
    static func guid(of item: Item.ID) -> String { prefix + item.text }

    /// The item of a name; nil for notes that were not exported from here.
    static func item(ofGuid guid: String) -> Item.ID? {
        guard guid.hasPrefix(prefix), guid.utf8.count <= 200 else { return nil }
        let text = String(guid.dropFirst(prefix.count))
        return text.isEmpty ? nil : Item.ID(text)
    }

    private static let prefix = "studyline:"
}
