import BulkSQL
import GRDB
import StudyCore

/// What the table of entries says of an item: where it stands in a guide, or stood last, and its text.
///
/// Compared before it is written: most items of an edited guide stay as they were.
struct CatalogueEntry: Equatable {
    /// Nil when the item is in no guide any more.
    var guide: Int64?
    /// The item's last line in the ledger.
    var ledgerLine: Int64
    var ordinal: Int
    var line: Int
    var kind: String
    /// Nil when it is the plain text, here and below.
    var markdown: String?
    var plain: String
    var answerMarkdown: String?
    var answerPlain: String?
    /// See `HoleList`.
    var holes: String?
    var explicitID: String?
    var fingerprint: Int64

    init(_ item: Item, _ sighting: Sighting, in guide: Int64, ledgerLine: Int64) {
        self.guide = guide
        self.ledgerLine = ledgerLine
        ordinal = sighting.ordinal
        line = item.line
        kind = item.kind.rawValue
        markdown = item.text.storedMarkdown
        plain = item.text.plain
        answerMarkdown = item.answer?.storedMarkdown
        answerPlain = item.answer?.plain
        holes = HoleList.text(item.holes)
        explicitID = item.explicitID
        fingerprint = sighting.fingerprint.stored
    }

    /// The columns that `init` reads and the two statements write, in this order.
    static let columns = """
        guide, ledger_line, ordinal, line, kind, markdown, plain, answer_markdown, answer_plain, \
        holes, explicit_id, fingerprint
        """

    /// The same, for a statement that has other tables too.
    static let qualifiedColumns = """
        entry.guide, entry.ledger_line, entry.ordinal, entry.line, entry.kind, entry.markdown, \
        entry.plain, entry.answer_markdown, entry.answer_plain, entry.holes, entry.explicit_id, \
        entry.fingerprint
        """

    /// The row whose first of the `columns` is at `start`.
    init(_ row: BulkRow, from start: Int32) {
        guide = row.isNull(start) ? nil : row.number(start)
        ledgerLine = row.number(start + 1)
        ordinal = Int(row.number(start + 2))
        line = Int(row.number(start + 3))
        kind = row.text(start + 4) ?? ""
        markdown = row.text(start + 5)
        plain = row.text(start + 6) ?? ""
        answerMarkdown = row.text(start + 7)
        answerPlain = row.text(start + 8)
        holes = row.text(start + 9)
        explicitID = row.text(start + 10)
        fingerprint = row.number(start + 11)
    }

    /// Whether the same cards stand in the same place.
    func hasSameCards(as other: CatalogueEntry) -> Bool {
        (guide, ordinal, kind, holes) == (other.guide, other.ordinal, other.kind, other.holes)
    }

    /// The statement for `insert`.
    static func insertion(_ db: Database) throws -> BulkStatement {
        try BulkStatement(
            cached: """
                INSERT INTO entry (item, \(columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, db)
    }

    /// Writes the row of an item that has none.
    func insert(_ item: Int64, by insertion: BulkStatement) throws {
        try insertion.run(
            item, guide, ledgerLine, ordinal, line, kind, markdown, plain, answerMarkdown,
            answerPlain, holes, explicitID, fingerprint)
    }

    /// Hands over one of the `columns`, counted from 0.
    static func put(
        _ row: UnsafePointer<CatalogueEntry>, _ column: Int32, _ result: BulkResult
    ) {
        switch column {
        case 0: if let guide = row.pointee.guide { result.set(guide) }
        case 1: result.set(row.pointee.ledgerLine)
        case 2: result.set(row.pointee.ordinal)
        case 3: result.set(row.pointee.line)
        case 4: result.set(row.pointee.kind)
        case 5: result.set(row.pointee.markdown)
        case 6: result.set(row.pointee.plain)
        case 7: result.set(row.pointee.answerMarkdown)
        case 8: result.set(row.pointee.answerPlain)
        case 9: result.set(row.pointee.holes)
        case 10: result.set(row.pointee.explicitID)
        default: result.set(row.pointee.fingerprint)
        }
    }

    /// Writes the row of an item that has one.
    ///
    /// - Parameters:
    ///   - item: Its number.
    ///   - changedAt: When its meaning changed, if it did now.
    ///   - db: The database.
    /// - Throws: Why the file cannot be written.
    func update(_ item: Int64, changedAt: Int64?, _ db: Database) throws {
        try BulkStatement(
            cached: """
                UPDATE entry SET (\(Self.columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?),
                    changed_at = coalesce(?, changed_at), is_forgotten = 0
                WHERE item = ?
                """, db
        ).run(
            guide, ledgerLine, ordinal, line, kind, markdown, plain, answerMarkdown, answerPlain,
            holes, explicitID, fingerprint, changedAt, item)
    }
}

extension Prose {
    /// The Markdown, or nil when it is the plain text: what the entry table holds.
    fileprivate var storedMarkdown: String? { markdown == plain ? nil : markdown }
}
