/// An item as it was just read from a file, before it is known which one it is.
package struct Sighting: Hashable, Sendable {
    package var guide: Guide.ID
    /// The `{#id}` of the guide's heading; nil nearly always.
    package var guideExplicitID: String?
    package var path: String
    package var kind: Item.Kind
    package var fingerprint: Fingerprint
    /// The plain text.
    package var text: String
    package var answer: String?
    /// What a cloze leaves out, as in `Item.holes`.
    package var holes: [Range<Int>]
    /// The item's own `{#id}`; nil nearly always.
    package var explicitID: String?
    /// Its place among the guide's items, from 0.
    package var ordinal: Int
    /// Where it begins in its file, from 1.
    package var line: Int

    package init(
        guide: Guide.ID, guideExplicitID: String? = nil, path: String, kind: Item.Kind,
        text: String, answer: String? = nil, holes: [Range<Int>] = [], explicitID: String? = nil,
        ordinal: Int, line: Int = 1
    ) {
        self.guide = guide
        self.guideExplicitID = guideExplicitID
        self.path = path
        self.kind = kind
        self.fingerprint = Fingerprint(kind: kind, text: text, answer: answer)
        self.text = text
        self.answer = answer
        self.holes = holes
        self.explicitID = explicitID
        self.ordinal = ordinal
        self.line = line
    }

    /// The nth item of a guide, from 0.
    package init(_ item: Item, of guide: Guide, ordinal: Int) {
        self.init(
            guide: guide.id, guideExplicitID: guide.explicitID, path: guide.path, kind: item.kind,
            text: item.text.plain, answer: item.answer?.plain, holes: item.holes,
            explicitID: item.explicitID, ordinal: ordinal, line: item.line)
    }
}

extension Guide {
    /// The guide's items as sightings, in order.
    package var sightings: [Sighting] { sightings(inFileNamed: path) }

    /// The same, in a file that goes by another name than its path.
    package func sightings(inFileNamed name: String) -> [Sighting] {
        items.enumerated().map { ordinal, item in
            var sighting = Sighting(item, of: self, ordinal: ordinal)
            sighting.path = name
            return sighting
        }
    }
}

extension Sighting {
    /// The text, then the answer if there is one.
    var parts: [String] { answer.map { [text, $0] } ?? [text] }
}
