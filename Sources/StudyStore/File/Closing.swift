internal import CSQLite
internal import GRDB

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Store {
    /// Lets the write-ahead log grow while much is written in several steps.
    ///
    /// The log is folded into the file when the body says so, and at the end. Each step is on the disk all the
    /// same when it is done.
    ///
    /// - Parameter body: Writes; calls its argument to have what it wrote by then folded in on another core,
    ///   while it goes on.
    /// - Returns: What it returns.
    /// - Throws: What it throws.
    package func growingLog<Value>(_ body: (_ fold: () -> Void) throws -> Value) rethrows -> Value {
        // All this only saves time, so that a refusal is nothing to speak of.
        func set(_ sql: String) { try? queue.inDatabase { try $0.execute(sql: sql) } }
        let checkpoint = "PRAGMA wal_checkpoint(PASSIVE)"
        var foldings: [Background<Void>] = []
        func fold() {
            guard folder != nil else { return }
            let folding = Background { [path] in
                let queue = try DatabaseQueue(path: path)
                try queue.inDatabase { try $0.execute(sql: checkpoint) }
                try queue.close()
            }
            foldings.append(folding)
        }
        set("PRAGMA wal_autocheckpoint = 0")
        defer {
            for folding in foldings { try? folding.value() }
            set("PRAGMA wal_autocheckpoint = 1000; \(checkpoint)")
        }
        return try body(fold)
    }

    /// Closes the file, and folds the write-ahead log into it when there are answers in it or it is long.
    ///
    /// What only repeats the guides' files stays in the log: folding it in waits for the disk twice. A
    /// store that is not closed loses nothing either: the next one to open it reads the log.
    ///
    /// - Throws: Why it cannot be closed.
    package func close() throws(StoreError) {
        do {
            if !hasWritten, logSize <= Self.shortLog {
                // Only saves time, so that a refusal is nothing to speak of.
                queue.inDatabase { _ = studyline_keep_log($0.sqliteConnection) }
            }
            try queue.close()
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// A log up to this size, in bytes, is read by the next start in less than a millisecond.
    private static let shortLog = 1 << 19

    private var logSize: Int {
        var status = stat()
        return stat(path + "-wal", &status) == 0 ? Int(status.st_size) : 0
    }
}
