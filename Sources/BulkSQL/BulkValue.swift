public import GRDBSQLite

/// A value that a statement takes without a detour.
public protocol BulkValue {
    func bind(to statement: OpaquePointer, at index: Int32)
}

extension Int64: BulkValue {
    @inlinable
    public func bind(to statement: OpaquePointer, at index: Int32) {
        sqlite3_bind_int64(statement, index, self)
    }
}

extension Int: BulkValue {
    @inlinable
    public func bind(to statement: OpaquePointer, at index: Int32) {
        sqlite3_bind_int64(statement, index, Int64(self))
    }
}

extension Double: BulkValue {
    @inlinable
    public func bind(to statement: OpaquePointer, at index: Int32) {
        sqlite3_bind_double(statement, index, self)
    }
}

extension String: BulkValue {
    public func bind(to statement: OpaquePointer, at index: Int32) {
        withSQLiteText { sqlite3_bind_text(statement, index, $0, $1, $2) }
    }

    /// Hands over start, size and fate of the bytes, as SQLite's functions for texts take them.
    func withSQLiteText(
        _ body: (UnsafePointer<CChar>, Int32, sqlite3_destructor_type?) -> Void
    ) {
        // -1 (SQLITE_TRANSIENT, a macro that Swift does not see): the bytes are copied.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type?.self)
        var text = self
        text.withUTF8 { bytes in
            // The address of an empty text may be nil, which would be NULL.
            var nothing: CChar = 0
            guard let start = UnsafeRawPointer(bytes.baseAddress) else {
                return body(&nothing, 0, copied)
            }
            body(start.assumingMemoryBound(to: CChar.self), Int32(bytes.count), copied)
        }
    }
}

extension Optional: BulkValue where Wrapped: BulkValue {
    @inlinable
    public func bind(to statement: OpaquePointer, at index: Int32) {
        if let self {
            self.bind(to: statement, at: index)
        } else {
            sqlite3_bind_null(statement, index)
        }
    }
}
