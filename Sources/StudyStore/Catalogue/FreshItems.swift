import BulkSQL
import GRDB
import StudyCore

/// The quick way in for items that no table knows yet: one row each from here, the rest by SQL.
struct FreshItems {
    private let db: Database
    private var insertion: BulkStatement?
    /// The lowest number among them; all items from it on are fresh.
    private var first: Int64?

    init(_ db: Database) {
        self.db = db
    }

    /// Made when the first item comes: an edit of a guide has none as a rule.
    private mutating func readyInsertion() throws -> BulkStatement {
        if let insertion { return insertion }
        let made = try BulkStatement(
            """
            INSERT INTO entry (item, guide, ledger_line, ordinal, line, kind, markdown, plain,
                answer_markdown, answer_plain, holes, explicit_id, fingerprint)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """, db)
        insertion = made
        return made
    }

    /// Writes an item whose ledger line and cards follow in `finish`.
    mutating func insert(
        _ item: Item, _ sighting: Sighting, in guide: Int64, as number: Int64,
        line ledgerLine: Int64
    ) throws {
        first = min(first ?? number, number)
        try readyInsertion().run(
            number, guide, ledgerLine, sighting.ordinal, item.line, item.kind.rawValue,
            item.text.storedMarkdown, item.text.plain, item.answer?.storedMarkdown,
            item.answer?.plain, HoleList.text(item.holes), item.explicitID,
            sighting.fingerprint.stored)
    }

    func finish(device: Device, at now: Timestamp) throws {
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
            arguments: [device.number, now.milliseconds, first])
        try Placement.placeCards(ofItems: first...Int64.max, db)
    }
}
