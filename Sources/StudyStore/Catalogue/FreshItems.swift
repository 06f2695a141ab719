import BulkSQL
import GRDB
import StudyCore

/// The quick way in for items that no table knows yet: a thousand at once, with their ledger lines and cards.
struct FreshItems {
    private let db: Database
    private let device: () throws -> Device
    private let now: Timestamp
    /// Made when items are written: an edit of a guide has none as a rule.
    private var tables: Tables?
    private var waiting: [CatalogueEntry] = []
    /// Of the items that wait.
    private var numbers: [Int64] = []
    private var cards: [(card: CardKey, guide: Int64?, rank: Int)] = []

    private static let mostWaiting = 1000

    private struct Tables {
        let items: BulkRows
        let entries: BulkStatement
        let ledgerLines: BulkStatement
        let cards: BulkRows
        let placing: BulkStatement
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
    mutating func insert(_ item: Item, _ row: CatalogueEntry, as number: Int64) throws {
        for (index, facet) in item.facets.enumerated() {
            let rank = Placement.rank(kind: item.kind, ordinal: row.ordinal, facetIndex: index)
            cards.append((CardKey(item: number, facet: facet), row.guide, rank))
        }
        waiting.append(row)
        numbers.append(number)
        if waiting.count == Self.mostWaiting { try finish() }
    }

    /// Writes what is not in the tables yet.
    mutating func finish() throws {
        if waiting.isEmpty { return }
        let tables = try tables ?? makeTables()
        self.tables = tables
        try tables.items.holding(waiting) { index, row, column, result in
            if column == 0 {
                result.set(numbers[index])
            } else {
                CatalogueEntry.put(row, column - 1, result)
            }
        } _: {
            try tables.entries.run()
            try tables.ledgerLines.run()
        }
        try tables.cards.holding(cards) { _, row, column, result in
            switch column {
            case 0: result.set(row.pointee.card.item)
            case 1: result.set(row.pointee.card.facet.rawValue)
            case 2: if let guide = row.pointee.guide { result.set(guide) }
            default: result.set(row.pointee.rank)
            }
        } _: {
            try tables.placing.run()
        }
        waiting.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        cards.removeAll(keepingCapacity: true)
    }

    private func makeTables() throws -> Tables {
        let columns = "item, \(CatalogueEntry.columns)"
        let items = try BulkRows("fresh", columns: [columns], db)
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
        let cards = try BulkRows("fresh_card", columns: [Placement.columns], db)
        let placing = try BulkStatement(
            "INSERT INTO card_state (\(Placement.columns)) SELECT \(Placement.columns) FROM fresh_card",
            db)
        return Tables(
            items: items, entries: entries, ledgerLines: ledgerLines, cards: cards,
            placing: placing)
    }
}
