internal import GRDB
internal import StudyCore

/// One step from a schema to the next.
struct Migration {
    /// The schema it leads to.
    let schema: Int
    let apply: @Sendable (Database) throws -> Void

    /// All of them, in order; a released one is never edited.
    static let all: [Migration] = [
        Migration(schema: 1) { db in try db.execute(sql: schema1) },
        Migration(schema: 2) { db in try db.execute(sql: schema2) },
        Migration(schema: 3) { db in try db.execute(sql: schema3) },
        Migration(schema: 4) { db in try db.execute(sql: schema4) },
        Migration(schema: 5) { db in try db.execute(sql: schema5) },
        Migration(schema: 6) { db in try db.execute(sql: schema6) },
    ]

    /// The schema of this program.
    static let newest = all.last?.schema ?? 0
}

extension Store {
    /// Marks the file as ours in its header: the letters `Stdy`.
    static let applicationID = 0x5374_6479

    /// Brings the file to the newest schema; a store that holds something is backed up before.
    ///
    /// - Parameters:
    ///   - migrations: The steps, in order; tests hand in their own.
    ///   - now: The present, which names the backup.
    /// - Throws: `newerSchema` and `foreignDatabase` for files to keep away from; else why it failed.
    func migrate(_ migrations: [Migration] = Migration.all, now: Timestamp) throws(StoreError) {
        let newest = migrations.last?.schema ?? 0
        // No transaction: one pragma is one read, and this is on the way to the first question.
        let found = try inspect()
        guard found != newest else { return }
        guard found < newest else {
            throw .newerSchema(path: path, found: found, known: newest)
        }
        if found > 0 { try backUpBeforeMigration(from: found, now: now) }
        try write { db in
            // Another program may have been quicker.
            let current = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
            for migration in migrations where migration.schema > current {
                try migration.apply(db)
                try db.execute(sql: "PRAGMA user_version = \(migration.schema)")
            }
            try db.execute(sql: "PRAGMA application_id = \(Store.applicationID)")
        }
    }

    /// The schema of the file, 0 when it is empty.
    private func inspect() throws(StoreError) -> Int {
        do {
            return try queue.inDatabase { db in
                let schema = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
                let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
                if application == Store.applicationID { return schema }
                let isEmpty =
                    try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
                guard schema == 0, application == 0, isEmpty else {
                    throw StoreError.foreignDatabase(path: path)
                }
                return 0
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
