internal import GRDB
package import StudyCore

/// A line of the ledger, as another store can take it in: what was read of an item at some time.
package struct LedgerRecord: Hashable, Sendable {
    package var device: String
    package var time: Timestamp
    package var item: Item.ID
    package var kind: Item.Kind
    package var guide: Guide.ID
    package var guideExplicitID: String?
    package var path: String
    package var ordinal: Int
    package var fingerprint: Fingerprint
    package var text: String
    package var answer: String?
    /// Ranges of UTF-8 offsets into the text.
    package var holes: [Range<Int>]
    /// 0–1; nil when the item was not found by likeness.
    package var likeness: Double?
    /// In what its meaning may have changed, as stored; 0 for nothing.
    package var changed: Int
    /// The item whose history this one took over.
    package var adopts: Item.ID?

    package init(
        device: String, time: Timestamp, item: Item.ID, kind: Item.Kind, guide: Guide.ID,
        guideExplicitID: String?, path: String, ordinal: Int, fingerprint: Fingerprint,
        text: String, answer: String?, holes: [Range<Int>], likeness: Double?, changed: Int,
        adopts: Item.ID?
    ) {
        self.device = device
        self.time = time
        self.item = item
        self.kind = kind
        self.guide = guide
        self.guideExplicitID = guideExplicitID
        self.path = path
        self.ordinal = ordinal
        self.fingerprint = fingerprint
        self.text = text
        self.answer = answer
        self.holes = holes
        self.likeness = likeness
        self.changed = changed
        self.adopts = adopts
    }
}

extension LedgerRecord {
    static let query = """
        SELECT device.name, ledger.time, item.id, ledger.kind, ledger.class_slug, ledger.term_slug,
            ledger.guide_explicit_id, ledger.path, ledger.ordinal, ledger.fingerprint, ledger.text,
            ledger.answer, ledger.holes, ledger.likeness, ledger.changed, adopted.id
        FROM ledger JOIN device ON device.number = ledger.device
        JOIN item ON item.number = ledger.item
        LEFT JOIN item AS adopted ON adopted.number = ledger.adopts
        ORDER BY ledger.number
        """

    init(_ row: Row) throws {
        guard let kind = Item.Kind(rawValue: row[3]) else {
            throw Undecodable("an item of an unknown kind")
        }
        let adopted: String? = row[15]
        self.init(
            device: row[0], time: Timestamp(milliseconds: row[1]), item: Item.ID(row[2]),
            kind: kind, guide: Guide.ID(classSlug: row[4], termSlug: row[5]),
            guideExplicitID: row[6], path: row[7], ordinal: row[8],
            fingerprint: Fingerprint(stored: row[9]), text: row[10], answer: row[11],
            holes: try HoleList.ranges(row[12]), likeness: row[13], changed: row[14],
            adopts: adopted.map { Item.ID($0) })
    }
}
