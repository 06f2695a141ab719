internal import GRDB
package import StudyCore

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What a repair brought over from a damaged store.
package struct RepairReport: Hashable, Sendable {
    package var reviews = 0
    package var actions = 0
    /// Where the damaged file was put.
    package var damagedFile: String
}

extension Store {
    /// Saves all that can still be read of a damaged store into a new one, and keeps the damaged file.
    ///
    /// Events and the ledger are brought over row by row. The catalogue is not: the next sweep reads
    /// it anew from the guides, and the ledger tells which item each text is.
    ///
    /// - Parameters:
    ///   - folder: Where the learner's data are; no other program has the store open.
    ///   - rules: How events become states.
    ///   - now: The present, which names the damaged file.
    /// - Returns: What was saved.
    /// - Throws: `notADatabase` when nothing can be read of the file at all; it stays where it is.
    package static func repair(
        _ folder: DataFolder, rules: Rules, now: Timestamp
    ) throws(StoreError) -> RepairReport {
        let damaged = folder.storePath + ".damaged-\(now.milliseconds)"
        try requireReadable(folder.storePath)
        for suffix in ["", "-wal", "-shm"] {
            let source = folder.storePath + suffix
            guard access(source, F_OK) == 0 else { continue }
            guard rename(source, damaged + suffix) == 0 else {
                throw .unreachable(path: source, reason: String(cString: strerror(errno)))
            }
        }
        let store = try open(folder, rules: rules, now: now)
        var report = RepairReport(damagedFile: damaged)
        try Salvage(from: damaged, into: store).run(&report)
        try store.rebuild()
        try store.close()
        return report
    }

    /// Asks the damaged file the least that there is to ask.
    private static func requireReadable(_ path: String) throws(StoreError) {
        do {
            let queue = try DatabaseQueue(path: path)
            _ = try queue.inDatabase { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema")
            }
            try queue.close()
        } catch {
            throw StoreError(error, path: path)
        }
    }
}
