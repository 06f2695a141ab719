internal import GRDBSQLite
internal import GRDB

/// A statement for hundreds of thousands of rows: values go straight from Swift to SQLite.
///
/// GRDB boxes each value and takes locks at each run, which costs more than inserting the row.
struct BulkStatement {
    private let statement: Statement
    private let handle: OpaquePointer

    init(_ sql: String, _ db: Database) throws {
        statement = try db.makeStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// A statement that GRDB keeps for the next time.
    init(cached sql: String, _ db: Database) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// Runs the statement once, to its end.
    ///
    /// - Parameter values: One for each `?`.
    /// - Throws: What SQLite found wrong.
    func run<each Value: BulkValue>(_ values: repeat each Value) throws {
        _ = try first(repeat each values) { _ in }
    }

    /// Runs the statement as far as its first row.
    ///
    /// - Parameters:
    ///   - values: One for each `?`.
    ///   - read: Makes something of the row, which is gone afterwards.
    /// - Returns: What was made of it; nil when there is no row.
    /// - Throws: What SQLite found wrong.
    func first<each Value: BulkValue, Result>(
        _ values: repeat each Value, read: (BulkRow) -> Result
    ) throws -> Result? {
        var index: Int32 = 1
        for value in repeat each values {
            value.bind(to: handle, at: index)
            index += 1
        }
        defer { sqlite3_reset(handle) }
        switch sqlite3_step(handle) {
        case SQLITE_DONE: return nil
        case SQLITE_ROW: return read(BulkRow(handle: handle))
        case let code:
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))),
                sql: statement.sql)
        }
    }
}

/// The row at which a statement stands, read without a look at the types of its values: tables are strict.
struct BulkRow {
    let handle: OpaquePointer

    func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    /// The whole number in a column; 0 for NULL.
    func number(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// The number in a column; 0 for NULL.
    func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    /// The text in a column; nil for NULL.
    func text(_ column: Int32) -> String? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        let count = Int(sqlite3_column_bytes(handle, column))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }
}

/// A value that a statement takes without a detour.
protocol BulkValue {
    func bind(to statement: OpaquePointer, at index: Int32)
}

extension Int64: BulkValue {
    func bind(to statement: OpaquePointer, at index: Int32) {
        sqlite3_bind_int64(statement, index, self)
    }
}

extension Int: BulkValue {
    func bind(to statement: OpaquePointer, at index: Int32) {
        sqlite3_bind_int64(statement, index, Int64(self))
    }
}

extension Double: BulkValue {
    func bind(to statement: OpaquePointer, at index: Int32) {
        sqlite3_bind_double(statement, index, self)
    }
}

extension String: BulkValue {
    func bind(to statement: OpaquePointer, at index: Int32) {
        var text = self
        text.withUTF8 { bytes in
            // -1 (SQLITE_TRANSIENT, a macro that Swift does not see): the bytes are copied.
            let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            let start = UnsafeRawPointer(bytes.baseAddress ?? UnsafePointer(emptyText))
            sqlite3_bind_text(
                statement, index, start.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
                copied)
        }
    }
}

/// A place without bytes: the address of an empty text may be nil, which would be NULL.
private nonisolated(unsafe) let emptyText = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)

extension Optional: BulkValue where Wrapped: BulkValue {
    func bind(to statement: OpaquePointer, at index: Int32) {
        if let self {
            self.bind(to: statement, at: index)
        } else {
            sqlite3_bind_null(statement, index)
        }
    }
}
