import BulkSQL
import GRDB
import StudyCore

/// The quick way in for items that no table knows yet: a thousand entries at once, the rest by SQL.
struct FreshItems {
    private let db: Database
    /// Made when the first entry is written: an edit of a guide has none as a rule.
    private var table: (rows: BulkRows, insertion: BulkStatement)?
    private var waiting: [Entry] = []
    /// The lowest number among them; all items from it on are fresh.
    private var first: Int64?

    private struct Entry {
        let number: Int64
        let guide: Int64
        let ledgerLine: Int64
        let ordinal: Int
        let fingerprint: Fingerprint
        let item: Item
    }

    private static let mostWaiting = 1000
    private static let columns = [
        "item", "guide", "ledger_line", "ordinal", "fingerprint", "line", "kind", "markdown",
        "plain", "answer_markdown", "answer_plain", "holes", "explicit_id",
    ]

    init(_ db: Database) {
        self.db = db
    }

    /// Takes in an item, which is in the tables after `finish`.
    mutating func insert(
        _ item: Item, _ sighting: Sighting, in guide: Int64, as number: Int64,
        line ledgerLine: Int64
    ) throws {
        first = min(first ?? number, number)
        waiting.append(
            Entry(
                number: number, guide: guide, ledgerLine: ledgerLine, ordinal: sighting.ordinal,
                fingerprint: sighting.fingerprint, item: item))
        if waiting.count == Self.mostWaiting { try flush() }
    }

    private mutating func flush() throws {
        if waiting.isEmpty { return }
        let (rows, insertion) = try table ?? makeTable()
        table = (rows, insertion)
        try rows.holding(waiting.count) { [waiting] row, column, result in
            switch column {
            case 0: result.set(waiting[row].number)
            case 1: result.set(waiting[row].guide)
            case 2: result.set(waiting[row].ledgerLine)
            case 3: result.set(waiting[row].ordinal)
            case 4: result.set(waiting[row].fingerprint.stored)
            case 5: result.set(waiting[row].item.line)
            case 6: result.set(waiting[row].item.kind.rawValue)
            case 7: result.set(waiting[row].item.text.storedMarkdown)
            case 8: result.set(waiting[row].item.text.plain)
            case 9: result.set(waiting[row].item.answer?.storedMarkdown)
            case 10: result.set(waiting[row].item.answer?.plain)
            case 11: result.set(HoleList.text(waiting[row].item.holes))
            default: result.set(waiting[row].item.explicitID)
            }
        } _: {
            try insertion.run()
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private func makeTable() throws -> (BulkRows, BulkStatement) {
        let columns = Self.columns.joined(separator: ", ")
        return (
            try BulkRows("fresh", columns: Self.columns, db),
            try BulkStatement("INSERT INTO entry (\(columns)) SELECT \(columns) FROM fresh", db)
        )
    }

    /// Writes what is not in the tables yet, ledger lines and cards too.
    mutating func finish(device: Device, at now: Timestamp) throws {
        guard let first else { return }
        try flush()
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
