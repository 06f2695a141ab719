/// One line of a ledger: a device read an item somewhere, or no longer found it anywhere.
package struct LedgerLine: Hashable, Sendable {
    package var id: Item.ID
    package var kind: Item.Kind
    /// What was read; nil when the item was in no guide any more.
    package var text: TextPlace?
    package var time: Timestamp
    /// The device that wrote the line, and its running number there.
    ///
    /// Of one load, what is gone is written before what is new.
    package var event: EventID

    package init(
        id: Item.ID, kind: Item.Kind, text: TextPlace?, time: Timestamp, event: EventID
    ) {
        self.id = id
        self.kind = kind
        self.text = text
        self.time = time
        self.event = event
    }
}

/// A text under a term: what two devices that have read the same guides have in common.
package struct TextPlace: Hashable, Comparable, Sendable {
    package var guide: Guide.ID
    package var fingerprint: Fingerprint

    package init(guide: Guide.ID, fingerprint: Fingerprint) {
        self.guide = guide
        self.fingerprint = fingerprint
    }

    package static func < (left: TextPlace, right: TextPlace) -> Bool {
        (left.guide, left.fingerprint.value) < (right.guide, right.fingerprint.value)
    }
}

extension Sighting {
    package var place: TextPlace { TextPlace(guide: guide, fingerprint: fingerprint) }
}
