import GRDB

/// The setting in which very many rows are written at once.
enum BulkIntake {
    /// Runs a body inside a transaction without SQLite's own checks of each row.
    ///
    /// A check such as `form IN (…)` builds a table of its words for every row, and costs more than the row
    /// itself. Whoever writes in here answers for what the checks and the gapless numbers say; foreign
    /// keys and uniqueness hold as ever. If the body fails, the transaction must be taken back.
    static func run<Value>(_ db: Database, _ body: () throws -> Value) throws -> Value {
        try db.execute(
            sql: "DROP TRIGGER event_gapless; PRAGMA ignore_check_constraints = ON")
        defer { try? db.execute(sql: "PRAGMA ignore_check_constraints = OFF") }
        let value = try body()
        try db.execute(sql: eventGapless)
        return value
    }
}
