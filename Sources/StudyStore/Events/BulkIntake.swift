import GRDB

/// The setting in which very many events come in.
enum BulkIntake {
    /// Runs a body inside a transaction of `writeTrusted` without the trigger that looks for gaps.
    ///
    /// Whoever writes in here answers for the numbers of events. If the body fails, the transaction must be
    /// taken back.
    ///
    /// - Parameters:
    ///   - db: The connection.
    ///   - rows: How many events will come; with more than there are, cards are looked up by item alone in
    ///     the body, for the indexes by due date and guide are made when all have come, from sorted rows.
    ///   - body: Writes them.
    /// - Returns: What the body returns.
    /// - Throws: What the body throws, or why the file cannot be written.
    static func run<Value>(
        _ db: Database, rows: Int = 0, _ body: () throws -> Value
    ) throws -> Value {
        try db.execute(sql: "DROP TRIGGER event_gapless")
        let known = try Int.fetchOne(db, sql: "SELECT max(number) FROM event") ?? 0
        let value =
            rows > max(known, 1000) ? try withoutIndexes(of: "card_state", db, body) : try body()
        try db.execute(sql: eventGapless)
        return value
    }

    /// Takes the indexes of a table away, and makes them again.
    private static func withoutIndexes<Value>(
        of table: String, _ db: Database, _ body: () throws -> Value
    ) throws -> Value {
        let indexes = try Row.fetchAll(
            db,
            sql: """
                SELECT name, sql FROM sqlite_master
                WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL
                """,
            arguments: [table])
        for index in indexes { try db.execute(sql: "DROP INDEX \(index[0] as String)") }
        let value = try body()
        for index in indexes { try db.execute(sql: index[1]) }
        return value
    }
}
