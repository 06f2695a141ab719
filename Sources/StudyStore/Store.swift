internal import GRDB
package import StudyCore

/// The learner's history and the catalogue of guides, in one SQLite file.
///
/// History is events: they are added and never changed. All else is derived from them, from the
/// ledger of identities and from the guides. An answer is on the disk when `append` returns. Several
/// programs may use the same file at once; one `Store` stays on one thread.
package final class Store {
    /// Nil for a store in memory.
    package let folder: DataFolder?
    let queue: DatabaseQueue
    /// The rules under the parameters that are adopted now.
    private(set) var rules: Rules
    /// The rules as they were handed in.
    private let given: Rules
    /// The parameters that the learner adopted and did not take back.
    package internal(set) var adopted = Adopted() {
        didSet { rules = given.with(adopted) }
    }
    /// Whether anything was written but what the guides' files say.
    private(set) var hasWritten = false
    /// The file, as messages name it.
    let path: String
    /// What the name of this folder's device is bound to.
    lazy var fileIdentity = folder.map { StudyStore.fileIdentity(of: $0.storePath) } ?? "memory"

    /// Opens the store of a folder, and makes folder and store when they are missing.
    ///
    /// An older store is backed up and migrated; one that was derived under other rules is rebuilt.
    ///
    /// - Parameters:
    ///   - folder: Where the learner's data are.
    ///   - rules: How events become states.
    ///   - now: The present, which names the backup that a migration makes.
    ///   - patience: Seconds to wait for another program's lock.
    /// - Returns: The store, ready to be asked.
    /// - Throws: Why it cannot be used; the file is as it was then.
    package static func open(
        _ folder: DataFolder, rules: Rules, now: Timestamp, patience: Double = 5
    ) throws(StoreError) -> Store {
        try folder.prepare()
        return try Store(folder: folder, rules: rules, now: now, patience: patience)
    }

    /// A store that is gone with the process, for tests and for trying things out.
    package static func inMemory(rules: Rules) throws(StoreError) -> Store {
        try Store(folder: nil, rules: rules, now: Timestamp(milliseconds: 0), patience: 0)
    }

    private init(
        folder: DataFolder?, rules: Rules, now: Timestamp, patience: Double
    ) throws(StoreError) {
        self.folder = folder
        given = rules
        self.rules = rules
        self.path = folder?.storePath ?? "the store in memory"
        let path = path
        queue = try Patience(seconds: patience).wait { () throws(StoreError) in
            do {
                guard let folder else { return try DatabaseQueue(configuration: .store(patience)) }
                return try DatabaseQueue(path: folder.storePath, configuration: .store(patience))
            } catch {
                throw StoreError(error, path: path)
            }
        }
        try migrate(now: now)
        try rebuildIfRulesChanged()
    }

    /// Reads from one consistent state of the file.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            // GRDB's own `read` sets a PRAGMA around it, after which SQLite compiles every statement anew.
            return try queue.inDatabase { db in try db.transaction(.deferred) { try body(db) } }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Writes what the guides' files say, in one transaction, without waiting for the disk.
    ///
    /// If the power fails before anything else is written, the transaction is gone as a whole, and the next
    /// look at the files makes it again. An answer after it puts both on the disk.
    ///
    /// - Parameters:
    ///   - isTrusted: Whether as in `writeTrusted`.
    ///   - body: Writes.
    /// - Returns: What the body returns.
    /// - Throws: Why the file cannot be written.
    func writeFromFiles<Value>(
        trusted isTrusted: Bool = false, _ body: (Database) throws -> Value
    ) throws(StoreError) -> Value {
        do {
            return try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = NORMAL")
                let result = Result {
                    func write() throws -> Value { try db.transaction(.immediate) { try body(db) } }
                    return isTrusted ? try db.trusting(write) : try write()
                }
                try db.execute(sql: "PRAGMA synchronous = FULL")
                return try result.get()
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Writes in one transaction that takes the write lock at its beginning, so that none deadlocks.
    func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            hasWritten = true
            return try queue.write(body)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Writes like `write`, without SQLite's own checks and foreign keys of each row.
    ///
    /// A check such as `form IN (…)` builds a table of its words for every row, and costs more than the row
    /// itself; each key costs a look-up. Whoever writes in here answers for both: what is written has the
    /// types of Swift for words, and numbers that the same transaction looked up or gave.
    func writeTrusted<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            hasWritten = true
            return try queue.writeWithoutTransaction { db in
                try db.trusting { try db.transaction(.immediate) { try body(db) } }
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }
}

extension Database {
    /// Runs a body, in which no transaction is open yet, without checks and foreign keys.
    fileprivate func trusting<Value>(_ body: () throws -> Value) throws -> Value {
        try execute(sql: "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
        defer {
            try? execute(sql: "PRAGMA ignore_check_constraints = OFF; PRAGMA foreign_keys = ON")
        }
        return try body()
    }

    /// Runs a body in a transaction that ends with it.
    func transaction<Value>(
        _ kind: TransactionKind, _ body: () throws -> Value
    ) throws -> Value {
        var value: Value?
        try inTransaction(kind) {
            value = try body()
            return .commit
        }
        guard let value else { throw Undecodable("a transaction without a result") }
        return value
    }
}

extension Configuration {
    /// How every connection to a store is set up.
    fileprivate static func store(_ patience: Double) -> Configuration {
        var configuration = Configuration()
        let patience = Patience(seconds: patience)
        configuration.busyMode = .callback { patience.waits(after: $0) }
        configuration.prepareDatabase { db in
            // The log makes readers and a writer at once possible; FULL puts each commit on the disk.
            try db.execute(
                sql: """
                    PRAGMA journal_mode = WAL;
                    PRAGMA synchronous = FULL;
                    PRAGMA cache_size = -16000;
                    PRAGMA trusted_schema = OFF;
                    """)
        }
        return configuration
    }
}
