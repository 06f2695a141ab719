/// What the ledger last knew of an item: one entry an identity.
package struct LedgerEntry: Hashable, Sendable {
    package var id: Item.ID
    package var kind: Item.Kind
    /// The guide it was last seen in.
    package var guide: Guide.ID
    /// The `{#id}` of that guide's heading; nil nearly always.
    package var guideExplicitID: String?
    /// The file it was last seen in, as in `Guide.path`.
    package var path: String
    /// Its place among the guide's items, from 0.
    package var ordinal: Int
    package var fingerprint: Fingerprint
    /// The plain text last seen, which later texts are compared with.
    package var text: String
    package var answer: String?
    /// What a cloze leaves out, as in `Item.holes`.
    package var holes: [Range<Int>]
    /// Texts that the learner said it is not: it is never matched with them by likeness.
    package var strangers: Set<Fingerprint>
    /// False for an orphan: an item that no guide holds now.
    package var isPresent: Bool

    package init(
        id: Item.ID, kind: Item.Kind, guide: Guide.ID, guideExplicitID: String? = nil,
        path: String, ordinal: Int, fingerprint: Fingerprint, text: String, answer: String? = nil,
        holes: [Range<Int>] = [], strangers: Set<Fingerprint> = [], isPresent: Bool = true
    ) {
        self.id = id
        self.kind = kind
        self.guide = guide
        self.guideExplicitID = guideExplicitID
        self.path = path
        self.ordinal = ordinal
        self.fingerprint = fingerprint
        self.text = text
        self.answer = answer
        self.holes = holes
        self.strangers = strangers
        self.isPresent = isPresent
    }

    /// The entry of an item that was just given its identity.
    package init(id: Item.ID, _ sighting: Sighting) {
        self.init(
            id: id, kind: sighting.kind, guide: sighting.guide,
            guideExplicitID: sighting.guideExplicitID, path: sighting.path,
            ordinal: sighting.ordinal, fingerprint: sighting.fingerprint, text: sighting.text,
            answer: sighting.answer, holes: sighting.holes)
    }
}

extension LedgerEntry {
    /// The text, then the answer if there is one.
    var parts: [String] { answer.map { [text, $0] } ?? [text] }
}
