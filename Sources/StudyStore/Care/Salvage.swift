import GRDB

/// The bringing over of what can be read of a damaged store into an empty one.
struct Salvage {
    let source: DatabaseQueue
    let target: Store

    /// Events, registries and ledger, those first that others refer to.
    private static let tables = [
        (name: "device", key: "number"), (name: "item", key: "number"),
        (name: "event", key: "number"), (name: "review", key: "event"),
        (name: "assessment", key: "event"), (name: "action", key: "event"),
        (name: "exam", key: "event"), (name: "exam_part", key: "event"),
        (name: "forecast", key: "number"), (name: "intake", key: "event"),
        (name: "intake_range", key: "event"), (name: "origin", key: "item"),
        (name: "ledger", key: "number"),
    ]

    init(from path: String, into target: Store) throws(StoreError) {
        self.target = target
        do {
            source = try DatabaseQueue(path: path)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    func run(_ report: inout RepairReport) throws(StoreError) {
        try target.write { db in
            // What was lost leaves gaps. The numbers stay: another machine may have the lost events.
            try db.execute(sql: "DROP TRIGGER event_gapless")
            for table in Self.tables {
                let copied = try copy(table.name, by: table.key, to: db)
                if table.name == "review" { report.reviews = copied }
                if table.name == "action" || table.name == "exam" { report.actions += copied }
            }
            try db.execute(sql: eventGapless)
            try Undone.rebuild(db)
            try Partings.rebuild(db)
            try Orphanage.rebuild(db)
        }
    }

    /// Copies a table in windows of rows; a window that cannot be read is tried row by row.
    private func copy(_ table: String, by key: String, to db: Database) throws -> Int {
        let width = try db.columns(in: table).count
        let places = Array(repeating: "?", count: width).joined(separator: ", ")
        let insert = try db.makeStatement(
            sql: "INSERT OR IGNORE INTO main.\(table) VALUES (\(places))")
        var copied = 0
        var low: Int64 = 0
        let last = lastKey(of: table, by: key)
        while low < last {
            let high = min(low + 512, last)
            let window =
                rows(of: table, by: key, from: low + 1, through: high)
                ?? (low + 1...high).flatMap {
                    rows(of: table, by: key, from: $0, through: $0) ?? []
                }
            for row in window where row.count == width {
                do {
                    try insert.execute(arguments: StatementArguments(row.databaseValues))
                    copied += db.changesCount
                } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                    // What it refers to could not be read, so it says nothing any more.
                    continue
                }
            }
            low = high
        }
        return copied
    }

    private func rows(
        of table: String, by key: String, from low: Int64, through high: Int64
    ) -> [Row]? {
        try? source.inDatabase { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM \(table) WHERE \(key) BETWEEN ? AND ? ORDER BY \(key)",
                arguments: [low, high])
        }
    }

    /// A key that none of the table's exceeds, as far as can be told.
    private func lastKey(of table: String, by key: String) -> Int64 {
        let fromEnd = try? source.inDatabase { db in
            try Int64.fetchOne(db, sql: "SELECT max(\(key)) FROM \(table)")
        }
        if let fromEnd { return fromEnd }
        // The end is damaged: as far as reading from the beginning goes, and a stretch beyond.
        var last: Int64 = 0
        try? source.inDatabase { db in
            let keys = try Int64.fetchCursor(db, sql: "SELECT \(key) FROM \(table) ORDER BY \(key)")
            while let key = try keys.next() { last = key }
        }
        return last + 4096
    }
}
