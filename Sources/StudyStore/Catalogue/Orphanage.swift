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
                DELETE FROM setting WHERE name = '\(Setting.catalogueDigest.rawValue)';
                INSERT INTO entry (item, ledger_line, ordinal, line, kind, plain, answer_plain,
                    fingerprint, changed_at)
                SELECT item, number, ordinal, 1, kind, text, answer, fingerprint,
                    (SELECT max(time) FROM ledger AS change
                     WHERE change.item = latest.item AND change.changed <> 0)
                FROM (SELECT *, max(number) FROM ledger WHERE adopts IS NULL GROUP BY item)
                    AS latest;
                """)
        try Forgotten.rebuild(db)
    }
}

extension Store {
    /// Forgets all files and guides, so that the next sweep reads everything anew; histories stay.
    package func forgetCatalogue() throws(StoreError) {
        try write { db in try Orphanage.rebuild(db) }
    }
}
