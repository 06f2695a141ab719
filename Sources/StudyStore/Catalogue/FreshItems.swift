import BulkSQL
import GRDB
import StudyCore

/// The quick way in for items that no table knows yet: a thousand at once, with their ledger lines and cards.
struct FreshItems {
    private let db: Database
    private let device: () throws -> Device
    private let now: Timestamp
    /// Made when items are written: an edit of a guide has none as a rule.
    private var table: Table?
    private var waiting: [CatalogueEntry] = []
    /// Of the items that wait.
    private var numbers: [Int64] = []

    private static let mostWaiting = 1000

    private struct Table {
        let rows: BulkRows
        let entries: BulkStatement
        let ledgerLines: BulkStatement
        let cards: CardPlacing
    }

    /// - Parameters:
    ///   - db: The database.
    ///   - device: Who writes the ledger lines.
    ///   - now: The present.
    init(_ db: Database, device: @escaping () throws -> Device, at now: Timestamp) {
        self.db = db
        self.device = device
        self.now = now
    }

    /// Takes in an item, whose file and guide are in the tables; it is itself after `finish`.
    mutating func insert(_ row: CatalogueEntry, as number: Int64) throws {
        waiting.append(row)
        numbers.append(number)
        if waiting.count == Self.mostWaiting { try finish() }
    }

    /// Writes what is not in the tables yet.
    mutating func finish() throws {
        if waiting.isEmpty { return }
        let table = try table ?? makeTable()
        self.table = table
        try table.rows.holding(waiting) { index, row, column, result in
            if column == 0 {
                result.set(numbers[index])
            } else {
                CatalogueEntry.put(row, column - 1, result)
            }
        } _: {
            try table.entries.run()
            try table.ledgerLines.run()
            try table.cards.run()
        }
        waiting.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
    }

    private func makeTable() throws -> Table {
        let columns = "item, \(CatalogueEntry.columns)"
        let rows = try BulkRows("fresh", columns: [columns], db)
        let entries = try BulkStatement(
            "INSERT INTO entry (\(columns)) SELECT \(columns) FROM fresh", db)
        let ledgerLines = try BulkStatement(
            """
            INSERT INTO ledger (number, device, time, item, kind, class_slug, term_slug,
                guide_explicit_id, path, ordinal, fingerprint, text, answer, holes, changed)
            SELECT fresh.ledger_line, ?, ?, fresh.item, fresh.kind, guide.class_slug,
                guide.term_slug, guide.explicit_id, file.path, fresh.ordinal,
                fresh.fingerprint, fresh.plain, fresh.answer_plain, fresh.holes, 0
            FROM fresh CROSS JOIN guide ON guide.number = fresh.guide
            CROSS JOIN file ON file.number = guide.file
            """, arguments: [device().number, now.milliseconds], db)
        return Table(
            rows: rows, entries: entries, ledgerLines: ledgerLines,
            cards: try CardPlacing(of: "fresh", db))
    }
}
