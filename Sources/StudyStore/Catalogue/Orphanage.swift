import GRDB

/// The catalogue without its guides: every item an orphan with the text that the ledger last knew.
///
/// The next sweep finds the items again in the files, as it finds any that had been gone.
enum Orphanage {
    static func rebuild(_ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE card_state SET guide = NULL, rank = 0;
                DELETE FROM entry; DELETE FROM guide_name; DELETE FROM guide; DELETE FROM file;
                DELETE FROM card_state WHERE \(CardRow.isEmpty);
                DELETE FROM catalogue_digest;
                \(insertion)
                    (SELECT max(number) AS number, \(Partings.owner(of: "ledger")) AS item
                     FROM ledger WHERE adopts IS NULL GROUP BY 2) AS latest
                \(joined)
                """)
        try Forgotten.rebuild(db)
    }

    /// Makes one item an orphan with the text that the ledger last knew of it.
    static func take(_ item: Int64, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM entry WHERE item = ?", arguments: [item])
        try db.execute(
            sql: """
                \(insertion)
                    (SELECT max(number) AS number, ?1 AS item FROM ledger
                     WHERE adopts IS NULL AND item IN (\(Partings.sources("?1")))
                        AND \(Partings.owner(of: "ledger")) = ?1
                     HAVING max(number) IS NOT NULL) AS latest
                \(joined)
                """,
            arguments: [item])
        try Forgotten.refresh(item, db)
    }

    /// When the meaning of an item last changed: SQL, for the SQL of its number.
    static func changedAt(_ item: String) -> String {
        """
        (SELECT max(change.time) FROM ledger AS change
         WHERE change.changed <> 0 AND change.item IN (\(Partings.sources(item)))
            AND \(Partings.owner(of: "change")) = \(item))
        """
    }

    private static let insertion = """
        INSERT INTO entry (item, ledger_line, ordinal, line, kind, plain, answer_plain, holes,
            fingerprint, changed_at)
        SELECT latest.item, line.number, line.ordinal, 1, line.kind, line.text, line.answer,
            line.holes, line.fingerprint, \(changedAt("latest.item"))
        FROM ledger AS line JOIN
        """
    private static let joined = "ON latest.number = line.number;"
}

extension Store {
    /// Forgets all files and guides, so that the next sweep reads everything anew; histories stay.
    package func forgetCatalogue() throws(StoreError) {
        try write { db in try Orphanage.rebuild(db) }
    }
}
