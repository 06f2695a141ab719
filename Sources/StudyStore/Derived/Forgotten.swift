import GRDB

/// Orphans that the learner gave up: forgotten since they were last read in a guide.
enum Forgotten {
    static func refresh(_ item: Int64, _ db: Database) throws {
        try db.execute(
            sql: "UPDATE entry SET is_forgotten = \(isForgotten) WHERE item = ?", arguments: [item])
    }

    static func rebuild(_ db: Database) throws {
        try db.execute(sql: "UPDATE entry SET is_forgotten = 0 WHERE is_forgotten = 1")
        try db.execute(
            sql: """
                UPDATE entry SET is_forgotten = \(isForgotten)
                WHERE item IN (SELECT item FROM action WHERE deed = 'forget')
                """)
    }

    private static let isForgotten = """
        (guide IS NULL AND EXISTS (
            SELECT 1 FROM action JOIN event ON event.number = action.event
            WHERE action.deed = 'forget' AND action.item = entry.item
                AND event.number NOT IN undone
                AND event.time >= (
                    SELECT time FROM ledger WHERE ledger.number = entry.ledger_line)))
        """
}
