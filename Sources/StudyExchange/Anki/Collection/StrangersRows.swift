internal import CSQLite
internal import GRDB

/// The rows of a query, one after the other, straight from SQLite.
///
/// A package has hundreds of thousands of them, and columns in which anything may stand: boxing each value
/// first costs more than all else.
struct StrangersRows {
    private let statement: Statement

    init(_ sql: String, _ db: Database) throws {
        statement = try db.makeStatement(sql: sql)
    }

    /// The next row, which is gone when the one after it is asked for; nil at the end.
    func next() throws -> StrangersRow? {
        let handle = statement.sqliteStatement
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return StrangersRow(handle: handle)
        case SQLITE_DONE: return nil
        case let code:
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
        }
    }
}

/// A row at which a query stands.
struct StrangersRow {
    fileprivate let handle: OpaquePointer

    /// A whole number, 0 for anything else.
    func number(_ column: Int32) -> Int64 {
        sqlite3_column_type(handle, column) == SQLITE_INTEGER
            ? sqlite3_column_int64(handle, column) : 0
    }

    /// A text, empty for anything else; what is no UTF-8 in it is mended.
    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

    /// The parts of a text, empty ones too; one empty part for anything else.
    func texts(_ column: Int32, partedBy separator: UInt8) -> [String] {
        bytes(column).split(separator: separator, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }

    private func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        guard sqlite3_column_type(handle, column) == SQLITE_TEXT,
            let start = sqlite3_column_text(handle, column)
        else { return UnsafeBufferPointer(start: nil, count: 0) }
        return UnsafeBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }
}
