internal import GRDB
package import StudyCore

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Store {
    /// How many daily backups stay.
    static let backupsKept = 7

    /// Writes a whole, checked copy of the store to a file that is not there yet.
    ///
    /// - Parameter target: The path of the copy; its folder exists.
    /// - Throws: `refused` when something stands at `target`; else why it cannot be written.
    package func backUp(to target: String) throws(StoreError) {
        guard access(target, F_OK) != 0 else {
            throw .refused(reason: "\(target) exists already; name a file that does not.")
        }
        let partial = target + ".partial"
        unlink(partial)
        try (folder ?? DataFolder(path: "")).makePrivateFile(partial)
        do {
            try queue.inDatabase { db in
                try db.execute(sql: "VACUUM INTO ?", arguments: [partial])
            }
        } catch {
            unlink(partial)
            throw StoreError(error, path: partial)
        }
        guard rename(partial, target) == 0 else {
            unlink(partial)
            throw .unreachable(path: target, reason: String(cString: strerror(errno)))
        }
    }

    /// Makes the backup of the day when there is none yet, and removes all but the last seven.
    ///
    /// - Parameter now: The present; the day is the one in UTC.
    /// - Returns: The path of the backup made; nil when there was one, or the store is in memory.
    /// - Throws: Why it cannot be written; the store itself is not touched.
    package func backUpDaily(now: Timestamp) throws(StoreError) -> String? {
        guard let folder else { return nil }
        try folder.prepareBackups()
        let name = "day-\(utcDate(now)).sqlite"
        let existing = dailyBackups(in: folder)
        if existing.contains(name) { return nil }
        let target = folder.backupsPath + "/" + name
        try backUp(to: target)
        for old in (existing + [name]).sorted().dropLast(Store.backupsKept) {
            unlink(folder.backupsPath + "/" + old)
        }
        return target
    }

    /// The backups, oldest first: paths of daily ones, then of those made before a migration.
    package func backups() -> [String] {
        guard let folder else { return [] }
        let names = dailyBackups(in: folder) + schemaBackups(in: folder)
        return names.map { folder.backupsPath + "/" + $0 }
    }

    /// Keeps the store as it was under an older schema; these backups are never removed.
    func backUpBeforeMigration(from schema: Int, now: Timestamp) throws(StoreError) {
        guard let folder else { return }
        try folder.prepareBackups()
        let stem = folder.backupsPath + "/schema-\(schema)-\(utcDate(now))"
        var target = stem + ".sqlite"
        var number = 2
        while access(target, F_OK) == 0 {
            target = "\(stem)-\(number).sqlite"
            number += 1
        }
        try backUp(to: target)
    }

    private func dailyBackups(in folder: DataFolder) -> [String] {
        fileNames(in: folder.backupsPath)
            .filter { $0.hasPrefix("day-") && $0.hasSuffix(".sqlite") }.sorted()
    }

    private func schemaBackups(in folder: DataFolder) -> [String] {
        fileNames(in: folder.backupsPath)
            .filter { $0.hasPrefix("schema-") && $0.hasSuffix(".sqlite") }.sorted()
    }
}

/// The names in a folder; empty when it cannot be read.
private func fileNames(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                String(cString: $0)
            }
        }
        names.append(name)
    }
    return names
}

/// The date in UTC, as `2026-12-04`.
///
/// From days to a date by Howard Hinnant's `civil_from_days`.
private func utcDate(_ time: Timestamp) -> String {
    let days = StudyClock(utcOffset: 0, rollover: 0).day(of: time).number + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
}
