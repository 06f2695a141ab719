import GRDB
import StudyCore

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The data folder that writes events, by its random name.
///
/// The name is bound to the file, by its inode. A copied folder or a restored backup is another file:
/// it takes a new name at its first event, so that two copies never give one identity to two events.
struct Device {
    let number: Int64
    let name: String
}

extension Store {
    /// Who writes here; makes the name up at the first event of a file.
    func device(at time: Timestamp, _ db: Database) throws -> Device {
        let known = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT number, name FROM device WHERE file = ? ORDER BY number DESC LIMIT 1"),
            arguments: [fileIdentity])
        if let known { return Device(number: known[0], name: known[1]) }
        let name = randomName()
        try db.execute(
            sql: "INSERT INTO device (name, file, created_at) VALUES (?, ?, ?)",
            arguments: [name, fileIdentity, time.milliseconds])
        return Device(number: db.lastInsertedRowID, name: name)
    }
}

/// What tells a file from its copies: its inode.
func fileIdentity(of path: String) -> String {
    var status = stat()
    return stat(path, &status) == 0 ? "inode \(status.st_ino)" : "unknown"
}

/// Ten signs of base 32 (Crockford's), 50 random bits.
private func randomName() -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    return String((0..<10).map { _ in alphabet[Int.random(in: 0..<32)] })
}
