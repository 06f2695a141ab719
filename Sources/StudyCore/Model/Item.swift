/// One thing to know, as it stands in a guide now.
///
/// Its lasting identity is not in here: the ledger gives it one (see `Identity/`).
package struct Item: Hashable, Sendable {
    /// What sort of thing it is; the raw value is stored.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case definition, fact, question, cloze
    }

    /// The lasting identity of an item: short, opaque, the same on every machine that saw the text.
    package struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
        package let text: String

        package init(_ text: String) {
            self.text = text
        }

        package var description: String { text }

        package static func < (left: ID, right: ID) -> Bool { left.text < right.text }
    }

    package var kind: Kind
    /// The definition, the fact, the question, or the sentence with the holes filled in.
    package var text: Prose
    /// The model answer of a question; nil for the other kinds.
    package var answer: Prose?
    /// What a cloze leaves out: ranges of UTF-8 offsets into `text.plain`, in order; else empty.
    package var holes: [Range<Int>]
    /// An identity that the author fixed with `{#id}`; nil nearly always.
    package var explicitID: String?
    /// Where the item begins in its file, from 1.
    package var line: Int

    package init(
        kind: Kind, text: Prose, answer: Prose? = nil, holes: [Range<Int>] = [],
        explicitID: String? = nil, line: Int = 1
    ) {
        self.kind = kind
        self.text = text
        self.answer = answer
        self.holes = holes
        self.explicitID = explicitID
        self.line = line
    }

    /// The UTF-8 offsets of the nth hole of a cloze, from 1, inside the text; nil when there is none.
    package func hole(_ number: Int) -> Range<Int>? {
        guard holes.indices.contains(number - 1) else { return nil }
        let hole = holes[number - 1].clamped(to: 0..<text.plain.utf8.count)
        return hole.isEmpty ? nil : hole
    }

    /// The directions in which the item is asked, each with a memory of its own.
    package var facets: [Card.Facet] {
        switch kind {
        case .definition: [.meaning, .term]
        case .fact: [.fact]
        case .question: [.answer]
        case .cloze: holes.indices.map { .hole($0 + 1) }
        }
    }
}
