public import GRDB
internal import GRDBSQLite

/// Values in memory as a table that SQL reads: `INSERT INTO … SELECT … FROM` it.
///
/// One statement takes in thousands of rows, where a statement for each costs as much as the row itself.
/// A statement that reads the table must be made after it and for it alone, so none that GRDB keeps: after
/// another table of the same name it would read the old one still, which is empty.
public final class BulkRows {
    /// Hands over the value in a column of a row, both counted from 0; none is NULL.
    public typealias Values = (_ row: Int, _ column: Int32, _ result: BulkResult) -> Void

    fileprivate let declaration: String
    fileprivate private(set) var count = 0
    fileprivate private(set) var values: Values = { _, _, _ in }

    /// Makes an empty table, which lasts as long as its connection.
    ///
    /// - Parameters:
    ///   - name: What SQL calls it.
    ///   - columns: What SQL calls those.
    ///   - db: The connection.
    /// - Throws: Why it could not be made.
    public init(_ name: String, columns: [String], _ db: Database) throws {
        declaration = "CREATE TABLE rows (\(columns.joined(separator: ", ")))"
        let code = sqlite3_create_module_v2(
            db.sqliteConnection, name, BulkModule.shared, Unmanaged.passRetained(self).toOpaque()
        ) { rows in if let rows { Unmanaged<BulkRows>.fromOpaque(rows).release() } }
        guard code == SQLITE_OK else {
            throw DatabaseError(resultCode: ResultCode(rawValue: code))
        }
    }

    /// Runs statements that read the table while its rows are those of an array.
    ///
    /// They are handed over by their addresses, so that none is copied for each of its columns.
    ///
    /// - Parameters:
    ///   - rows: The rows.
    ///   - put: Hands over the value in a column of a row; none is NULL.
    ///   - body: Runs the statements, each to its end.
    /// - Throws: What `body` throws.
    public func holding<Row>(
        _ rows: [Row],
        _ put: (_ number: Int, _ row: UnsafePointer<Row>, _ column: Int32, BulkResult) -> Void,
        _ body: () throws -> Void
    ) rethrows {
        try rows.withUnsafeBufferPointer { rows in
            guard let first = rows.baseAddress else { return }
            try holding(rows.count, { put($0, first + $0, $1, $2) }, body)
        }
    }

    /// Runs statements that read the table while it has rows.
    ///
    /// - Parameters:
    ///   - count: How many rows.
    ///   - values: What stands in them.
    ///   - body: Runs the statements, each to its end.
    /// - Throws: What `body` throws.
    public func holding(
        _ count: Int, _ values: Values, _ body: () throws -> Void
    ) rethrows {
        try withoutActuallyEscaping(values) { values in
            (self.count, self.values) = (count, values)
            defer { (self.count, self.values) = (0, { _, _, _ in }) }
            try body()
        }
    }
}

/// Where a value goes.
public struct BulkResult {
    fileprivate let context: OpaquePointer?

    public func set(_ number: Int64) { sqlite3_result_int64(context, number) }
    public func set(_ number: Int) { sqlite3_result_int64(context, Int64(number)) }
    public func set(_ number: Double?) {
        if let number { sqlite3_result_double(context, number) }
    }
    public func set(_ text: String?) {
        guard let text else { return }
        text.withSQLiteText { sqlite3_result_text(context, $0, $1, $2) }
    }
}

/// The callbacks by which SQLite goes through a table of rows.
private enum BulkModule {
    /// A walk through the rows, which begins with what SQLite knows of it.
    struct Walk {
        var base = sqlite3_vtab_cursor()
        var row = 0
        let rows: Unmanaged<BulkRows>
    }

    /// A table as a connection knows it, which begins with what SQLite knows of it.
    struct Table {
        var base = sqlite3_vtab()
        let rows: Unmanaged<BulkRows>
    }

    nonisolated(unsafe) static let shared: UnsafePointer<sqlite3_module> = {
        let module = UnsafeMutablePointer<sqlite3_module>.allocate(capacity: 1)
        module.initialize(to: sqlite3_module())
        module.pointee.xConnect = { connection, rows, _, _, table, _ in
            guard let rows else { return SQLITE_MISUSE }
            let known = Unmanaged<BulkRows>.fromOpaque(rows)
            let made = UnsafeMutablePointer<Table>.allocate(capacity: 1)
            made.initialize(to: Table(rows: known))
            table?.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(
                to: sqlite3_vtab.self)
            return sqlite3_declare_vtab(connection, known.takeUnretainedValue().declaration)
        }
        module.pointee.xDisconnect = { table in
            UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: Table.self).deallocate()
            return SQLITE_OK
        }
        module.pointee.xBestIndex = { _, _ in SQLITE_OK }
        module.pointee.xOpen = { table, walk in
            guard let table = UnsafeMutableRawPointer(table)?.assumingMemoryBound(to: Table.self)
            else { return SQLITE_MISUSE }
            let made = UnsafeMutablePointer<Walk>.allocate(capacity: 1)
            made.initialize(to: Walk(rows: table.pointee.rows))
            walk?.pointee = UnsafeMutableRawPointer(made).assumingMemoryBound(
                to: sqlite3_vtab_cursor.self)
            return SQLITE_OK
        }
        module.pointee.xClose = { walk in
            Self.walk(walk)?.deallocate()
            return SQLITE_OK
        }
        module.pointee.xFilter = { walk, _, _, _, _ in
            Self.walk(walk)?.pointee.row = 0
            return SQLITE_OK
        }
        module.pointee.xNext = { walk in
            Self.walk(walk)?.pointee.row += 1
            return SQLITE_OK
        }
        module.pointee.xEof = { walk in
            guard let walk = Self.walk(walk) else { return 1 }
            return walk.pointee.row < walk.pointee.rows._withUnsafeGuaranteedRef { $0.count }
                ? 0 : 1
        }
        module.pointee.xColumn = { walk, context, column in
            guard let walk = Self.walk(walk) else { return SQLITE_MISUSE }
            walk.pointee.rows._withUnsafeGuaranteedRef {
                $0.values(walk.pointee.row, column, BulkResult(context: context))
            }
            return SQLITE_OK
        }
        module.pointee.xRowid = { walk, number in
            number?.pointee = Int64(Self.walk(walk)?.pointee.row ?? 0)
            return SQLITE_OK
        }
        return UnsafePointer(module)
    }()

    private static func walk(
        _ cursor: UnsafeMutablePointer<sqlite3_vtab_cursor>?
    ) -> UnsafeMutablePointer<Walk>? {
        UnsafeMutableRawPointer(cursor)?.assumingMemoryBound(to: Walk.self)
    }
}
