public import GRDB
public import GRDBSQLite

/// A statement for hundreds of thousands of rows: values go straight between Swift and SQLite.
///
/// GRDB boxes each value and takes locks at each run, which costs more than the row itself. Connections,
/// transactions and errors are GRDB's as ever. Public, so that it is specialised for its callers.
public struct BulkStatement {
    private let statement: Statement
    @usableFromInline let handle: OpaquePointer

    public init(_ sql: String, _ db: Database) throws {
        statement = try db.makeStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// A statement with the values of its `?`, whose rows `next` goes through.
    public init(_ sql: String, arguments: StatementArguments, _ db: Database) throws {
        try self.init(sql, db)
        try statement.setArguments(arguments)
    }

    /// A statement that GRDB keeps for the next time.
    public init(cached sql: String, _ db: Database) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// Runs the statement once, to its end.
    ///
    /// - Parameter values: One for each `?`.
    /// - Throws: What SQLite found wrong.
    @inlinable
    public func run<each Value: BulkValue>(_ values: repeat each Value) throws {
        bind(repeat each values)
        defer { sqlite3_reset(handle) }
        while try step() {}
    }

    /// Runs the statement as far as its first row.
    ///
    /// - Parameters:
    ///   - values: One for each `?`.
    ///   - read: Makes something of the row, which is gone afterwards.
    /// - Returns: What was made of it; nil when there is no row.
    /// - Throws: What SQLite found wrong.
    @inlinable
    public func first<each Value: BulkValue, Result>(
        _ values: repeat each Value, read: (BulkRow) throws -> Result
    ) throws -> Result? {
        bind(repeat each values)
        defer { sqlite3_reset(handle) }
        return try step() ? try read(BulkRow(handle: handle)) : nil
    }

    /// Hands over every row, each gone when the next one comes.
    ///
    /// - Parameters:
    ///   - values: One for each `?`.
    ///   - body: Gets each row.
    /// - Throws: What SQLite found wrong, or what `body` throws.
    @inlinable
    public func forEach<each Value: BulkValue>(
        _ values: repeat each Value, body: (BulkRow) throws -> Void
    ) throws {
        bind(repeat each values)
        defer { sqlite3_reset(handle) }
        while try step() { try body(BulkRow(handle: handle)) }
    }

    /// Goes on to the next row, which is gone when the one after it is asked for; nil at the end.
    @inlinable
    public func next() throws -> BulkRow? { try step() ? BulkRow(handle: handle) : nil }

    @inlinable
    func bind<each Value: BulkValue>(_ values: repeat each Value) {
        var index: Int32 = 1
        for value in repeat each values {
            value.bind(to: handle, at: index)
            index += 1
        }
    }

    /// Whether there is one more row.
    @usableFromInline
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code:
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))),
                sql: statement.sql)
        }
    }
}

/// The row at which a statement stands.
public struct BulkRow {
    @usableFromInline let handle: OpaquePointer

    @usableFromInline
    init(handle: OpaquePointer) {
        self.handle = handle
    }

    /// The whole number in a column; 0 for NULL.
    @inlinable
    public func number(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

    /// The number in a column; 0 for NULL.
    @inlinable
    public func real(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }

    @inlinable
    public func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_NULL
    }

    public func isNumber(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_INTEGER
    }

    /// The text in a column; nil for NULL.
    public func text(_ column: Int32) -> String? {
        isNull(column) ? nil : String(decoding: bytes(column), as: UTF8.self)
    }

    public func isText(_ column: Int32) -> Bool {
        sqlite3_column_type(handle, column) == SQLITE_TEXT
    }

    /// The bytes of a text, as long as the row is there.
    public func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> {
        guard let start = sqlite3_column_text(handle, column) else {
            return UnsafeBufferPointer(start: nil, count: 0)
        }
        return UnsafeBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }
}
