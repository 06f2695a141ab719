import BulkSQL
import GRDB
import StudyCore

/// The quick way in for items that no table knows yet: a thousand entries at once, the rest by SQL.
struct FreshItems {
    private let db: Database
    /// Made when entries are written: an edit of a guide has none as a rule.
    private var table: (rows: BulkRows, insertion: BulkStatement)?
    private var waiting: [(number: Int64, row: CatalogueEntry)] = []
    /// The lowest number among them; all items from it on are fresh.
    private var first: Int64?

    private static let mostWaiting = 1000

    init(_ db: Database) {
        self.db = db
    }

    /// Takes in an item, which is in the tables after `finish`.
    mutating func insert(_ row: CatalogueEntry, as number: Int64) throws {
        first = min(first ?? number, number)
        waiting.append((number, row))
        if waiting.count == Self.mostWaiting { try flush() }
    }

    private mutating func flush() throws {
        let (rows, insertion) = try table ?? makeTable()
        table = (rows, insertion)
        // By their addresses, so that no row is copied for each of its columns.
        try waiting.withUnsafeBufferPointer { waiting in
            try rows.holding(waiting.count) { index, column, result in
                if column == 0 {
                    result.set(waiting[index].number)
                } else {
                    waiting[index].row.put(column - 1, result)
                }
            } _: {
                try insertion.run()
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func makeTable() throws -> (BulkRows, BulkStatement) {
        let columns = "item, \(CatalogueEntry.columns)"
        return (
            try BulkRows("fresh", columns: [columns], db),
            try BulkStatement("INSERT INTO entry (\(columns)) SELECT \(columns) FROM fresh", db)
        )
    }

    /// Writes what is not in the tables yet, ledger lines and cards too.
    mutating func finish(device: @autoclosure () throws -> Device, at now: Timestamp) throws {
        guard let first else { return }
        if !waiting.isEmpty { try flush() }
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
