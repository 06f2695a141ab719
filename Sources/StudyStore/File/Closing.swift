internal import CSQLite
internal import GRDB

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Store {
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
