internal import GRDB

extension Store {
    /// Reads two parts of one state of the file at once, on a connection and a thread each.
    ///
    /// Where that cannot be had, they are read one after the other: in a store in memory, which has one
    /// connection, and when another program wrote meanwhile, so that the parts may be of different states.
    /// Both may thus be read twice.
    ///
    /// - Parameters:
    ///   - part: What the other thread reads.
    ///   - body: What this thread reads; calls its second argument for the part, which waits for it.
    /// - Returns: What `body` returns.
    /// - Throws: Why the file cannot be read, or what the two throw.
    func read<Part: Sendable, Value>(
        beside part: @escaping @Sendable (Database) throws -> Part,
        _ body: (Database, _ part: () throws -> Part) throws -> Value
    ) throws(StoreError) -> Value {
        if folder != nil {
            let version = try dataVersion()
            let other = Background { [path] in
                try DatabaseQueue(path: path, configuration: .reader)
                    .inDatabase { db in try db.transaction(.deferred) { try part(db) } }
            }
            defer { _ = try? other.value() }
            // What is wrong is told where it is tried again.
            if let value = try? read({ db in try body(db, other.value) }),
                try dataVersion() == version
            {
                return value
            }
        }
        return try read { db in try body(db) { try part(db) } }
    }

    /// A number that changes when another connection has written.
    private func dataVersion() throws(StoreError) -> Int {
        do {
            return try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

extension Configuration {
    /// How a connection is set up that only reads, beside the store's own.
    fileprivate static var reader: Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA trusted_schema = OFF") }
        return configuration
    }
}
