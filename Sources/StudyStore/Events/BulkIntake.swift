import GRDB

/// The setting in which very many events come in.
enum BulkIntake {
    /// Runs a body inside a transaction of `writeTrusted` without the trigger that looks for gaps.
    ///
    /// Whoever writes in here answers for the numbers of events. If the body fails, the transaction must be
    /// taken back.
    static func run<Value>(_ db: Database, _ body: () throws -> Value) throws -> Value {
        try db.execute(sql: "DROP TRIGGER event_gapless")
        let value = try body()
        try db.execute(sql: eventGapless)
        return value
    }
}

/// Indexes that are gone while a table grows to a multiple, and are made when all rows have come.
///
/// Made from sorted rows they cost half of what keeping them at each row does, and fewer pages are written
/// twice. If they are not restored, the transaction must be taken back.
struct SetAsideIndexes {
    private let db: Database
    private var definitions: [String] = []

    /// Takes away the indexes of some tables, but for those that SQLite made itself for keys.
    init(of tables: [String], _ db: Database) throws {
        self.db = db
        for table in tables {
            let indexes = try Row.fetchAll(
                db,
                sql: """
                    SELECT name, sql FROM sqlite_master
                    WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name
                    """,
                arguments: [table])
            for index in indexes {
                try db.execute(sql: "DROP INDEX \(index[0] as String)")
                definitions.append(index[1])
            }
        }
    }

    /// Makes them again, once.
    mutating func restore() throws {
        for definition in definitions { try db.execute(sql: definition) }
        definitions = []
    }
}
