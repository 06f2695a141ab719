import BulkSQL
import GRDB
import StudyCore

/// What the table of guides says of one.
struct CatalogueGuide: Equatable {
    let file: Int64
    let classSlug: String
    let termSlug: String
    let className: String
    let unit: String?
    let term: String
    /// See `TextList`, here and below.
    let aliases: String?
    let confusedWith: String?
    let sources: String?
    let explicitID: String?
    let line: Int

    init(_ guide: Guide, in file: Int64) {
        self.file = file
        classSlug = guide.id.classSlug
        termSlug = guide.id.termSlug
        className = guide.className
        unit = guide.unit
        term = guide.term
        aliases = TextList.text(guide.aliases)
        confusedWith = TextList.text(guide.confusedWith)
        sources = TextList.text(guide.sources)
        explicitID = guide.explicitID
        line = guide.line
    }

    var id: Guide.ID { Guide.ID(classSlug: classSlug, termSlug: termSlug) }

    /// The columns that `init` reads and `save` writes, in this order.
    static let columns = """
        file, class_slug, term_slug, class_name, unit, term, aliases, confused_with, sources, \
        explicit_id, line
        """

    /// The row whose first of the `columns` is at `start`.
    init(_ row: BulkRow, from start: Int32) {
        file = row.number(start)
        classSlug = row.text(start + 1) ?? ""
        termSlug = row.text(start + 2) ?? ""
        className = row.text(start + 3) ?? ""
        unit = row.text(start + 4)
        term = row.text(start + 5) ?? ""
        aliases = row.text(start + 6)
        confusedWith = row.text(start + 7)
        sources = row.text(start + 8)
        explicitID = row.text(start + 9)
        line = Int(row.number(start + 10))
    }

    /// Writes the row.
    ///
    /// - Parameters:
    ///   - number: The guide's number; nil for one that has none yet.
    ///   - db: The database.
    /// - Returns: The number.
    /// - Throws: Why the file cannot be written.
    func save(as number: Int64?, _ db: Database) throws -> Int64 {
        // REPLACE would delete a row that others refer to.
        let sql =
            number == nil
            ? """
            INSERT INTO guide (\(Self.columns), number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
            : """
            UPDATE guide SET (\(Self.columns)) = (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) WHERE number = ?
            """
        try BulkStatement(cached: sql, db).run(
            file, classSlug, termSlug, className, unit, term, aliases, confusedWith, sources,
            explicitID, line, number)
        return number ?? db.lastInsertedRowID
    }
}
