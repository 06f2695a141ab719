import GRDB

extension StoreError {
    /// Puts whatever was thrown while using the file at `path` into the store's words.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(error, path: path)
        case let error as Undecodable: self = .corrupt(path: path, detail: error.detail)
        default: self = .unexpected(path: path, detail: "\(error)")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        // The message alone: a DatabaseError's own description shows SQL.
        let detail = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .locked(path: path)
            case .SQLITE_NOTADB: .notADatabase(path: path)
            case .SQLITE_CORRUPT: .corrupt(path: path, detail: detail)
            case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
                .unreachable(path: path, reason: detail)
            case .SQLITE_IOERR: .diskFailure(path: path, detail: detail)
            default: .unexpected(path: path, detail: detail)
            }
    }
}

/// A stored value that no version of the program writes.
struct Undecodable: Error {
    let detail: String

    init(_ detail: String) {
        self.detail = detail
    }
}
