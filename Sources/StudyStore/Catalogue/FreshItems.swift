import BulkSQL
import GRDB
import StudyCore

/// The quick way in for items that no table knows yet: one row each from here, the rest by SQL.
struct FreshItems {
    private let db: Database
    /// Made when the first item comes: an edit of a guide has none as a rule.
    private var insertion: BulkStatement?
    /// The lowest number among them; all items from it on are fresh.
    private var first: Int64?

    init(_ db: Database) {
        self.db = db
    }

    /// Writes an item whose ledger line and cards follow in `finish`.
    mutating func insert(_ row: CatalogueEntry, as number: Int64) throws {
        first = min(first ?? number, number)
        let insertion = try insertion ?? CatalogueEntry.insertion(db)
        self.insertion = insertion
        try row.insert(number, by: insertion)
    }

    func finish(device: @autoclosure () throws -> Device, at now: Timestamp) throws {
        guard let first else { return }
        try db.execute(
            sql: """
                INSERT INTO ledger (number, device, time, item, kind, class_slug, term_slug,
                    guide_explicit_id, path, ordinal, fingerprint, text, answer, holes, changed)
                SELECT entry.ledger_line, ?, ?, entry.item, entry.kind, guide.class_slug,
                    guide.term_slug, guide.explicit_id, file.path, entry.ordinal,
                    entry.fingerprint, entry.plain, entry.answer_plain, entry.holes, 0
                FROM entry CROSS JOIN guide ON guide.number = entry.guide
                CROSS JOIN file ON file.number = guide.file
                WHERE entry.item >= ? ORDER BY entry.item
                """,
            arguments: [device().number, now.milliseconds, first])
        try Placement.placeCards(ofItems: first...Int64.max, db)
    }
}
