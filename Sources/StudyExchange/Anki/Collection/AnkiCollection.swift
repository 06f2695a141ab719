internal import BulkSQL
internal import CSQLite
internal import Foundation
internal import GRDB

/// The collection of a package: a database from a stranger, opened so that it can do nothing.
///
/// It is a copy in a private folder, read only; triggers, views and functions of the schema are off,
/// values have a largest size, and a schema that holds more than tables and indexes is refused.
package final class AnkiCollection: Sendable {
    package let noteTypes: [Int64: AnkiNoteType]
    /// Full names, `::` between the levels.
    package let decks: [Int64: String]
    /// Seconds since 1970 of the collection's first day.
    package let creation: Int64
    /// How many there are.
    package let notes: Int
    package let cards: Int
    package let answers: Int

    private let queue: DatabaseQueue
    private let package_: String

    init(
        path: String, package: String, isLatest: Bool, limits: PackageLimits
    ) throws(AnkiPackageError) {
        package_ = package
        do {
            var configuration = Configuration()
            configuration.readonly = true
            configuration.prepareDatabase { db in
                db.add(collation: .unicase)
                guard studyline_distrust(db.sqliteConnection, Int32(clamping: limits.value)) == 0
                else { throw DatabaseError(message: "it cannot be opened safely") }
                try db.execute(
                    sql: """
                        PRAGMA query_only = ON; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
                        PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000
                        """)
            }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            let found = try queue.read { db in
                try Self.inspect(db, package: package, limits: limits)
                return (
                    types: try isLatest || Self.hasTables(db, "notetypes")
                        ? NoteTypeReader.fromTables(db) : NoteTypeReader.fromJSON(db),
                    decks: try isLatest || Self.hasTables(db, "decks")
                        ? DeckReader.fromTable(db) : DeckReader.fromJSON(db),
                    creation: Self.number(try Row.fetchOne(db, sql: "SELECT crt FROM col")?[0])
                )
            }
            noteTypes = found.types
            decks = found.decks
            creation = found.creation
            (notes, cards, answers) = try queue.read { db in
                try (
                    Self.count("notes", limits.notes, db, package),
                    Self.count("cards", limits.cards, db, package),
                    Self.count("revlog", limits.answers, db, package)
                )
            }
        } catch {
            throw Self.error(error, package: package)
        }
    }

    /// Goes through the notes, oldest first, each with its cards.
    ///
    /// Notes of unknown types, or with another number of fields than theirs, come as they are.
    package func forEachNote(_ body: (AnkiNote) throws -> Void) throws {
        try reading { db in
            let cards = try BulkStatement(
                """
                SELECT nid, id, did, ord, mod, queue, ivl, odid, flags FROM cards
                ORDER BY nid, ord, id
                """, db)
            var card = try cards.next().map { Self.card(StrangersRow($0)) }
            let rows = try BulkStatement(
                "SELECT id, guid, mid, mod, tags, flds FROM notes ORDER BY id", db)
            while let row = try rows.next().map(StrangersRow.init) {
                var note = AnkiNote(
                    id: row.number(0), guid: row.text(1), type: row.number(2),
                    modified: row.number(3), tags: row.texts(4, partedBy: UInt8(ascii: " ")),
                    fields: row.texts(5, partedBy: 0x1F), cards: [])
                note.tags.removeAll(where: \.isEmpty)
                while let next = card, next.note <= note.id {
                    if next.note == note.id { note.cards.append(next.card) }
                    card = try cards.next().map { Self.card(StrangersRow($0)) }
                }
                try body(note)
            }
        }
    }

    /// How many cards Anki gave an interval, without an answer in the log; on a connection of its own, so that
    /// another thread may read notes meanwhile.
    package func cardsWithoutAnswers() throws -> Int {
        do {
            return try DatabaseQueue(path: queue.path, configuration: queue.configuration).read {
                try Int.fetchOne(
                    $0,
                    sql: """
                        SELECT count(*) FROM (
                            SELECT id FROM cards WHERE type IN (2, 3) AND ivl > 0
                            EXCEPT SELECT cid FROM revlog WHERE ease BETWEEN 1 AND 4
                                AND type BETWEEN 0 AND 3 AND NOT (type = 3 AND factor = 0))
                        """) ?? 0
            }
        } catch {
            throw Self.error(error, package: package_)
        }
    }

    /// The log, oldest first, without the lines that are no answers: cards set by hand, rescheduled, or
    /// crammed.
    package func log() throws -> [AnkiAnswer] {
        var log: [AnkiAnswer] = []
        log.reserveCapacity(answers)
        try reading { db in
            let rows = try BulkStatement(
                "SELECT id, cid, ease, factor, time, type FROM revlog ORDER BY id, cid", db)
            while let row = try rows.next().map(StrangersRow.init) {
                let rating = row.number(2)
                let kind = row.number(5)
                guard (1...4).contains(rating), (0...3).contains(kind),
                    !(kind == 3 && row.number(3) == 0), (0...Self.latest).contains(row.number(0))
                else { continue }
                log.append(
                    AnkiAnswer(
                        card: row.number(1), time: row.number(0), rating: Int8(rating),
                        duration: Int32(clamping: max(0, row.number(4)))))
            }
        }
        return log
    }

    private func reading(_ body: (Database) throws -> Void) throws {
        do {
            try queue.read(body)
        } catch let error as DatabaseError {
            throw Self.error(error, package: package_)
        }
    }

    /// Milliseconds from 1970 to the year 10,000: what a stranger dates later or earlier is no date.
    private static let latest: Int64 = 253_402_300_799_999

    private static func card(_ row: StrangersRow) -> (note: Int64, card: AnkiCard) {
        let home = row.number(7)
        let queue = row.number(5)
        return (
            row.number(0),
            AnkiCard(
                id: row.number(1), ordinal: Int(clamping: row.number(3)),
                deck: home != 0 ? home : row.number(2),
                modified: min(max(row.number(4), 0), latest / 1000),
                isSuspended: queue == -1, isBuried: queue == -2 || queue == -3,
                isFlagged: row.number(8) & 7 != 0, interval: Int(clamping: row.number(6)))
        )
    }

    // MARK: What a stranger's database may be

    private static func inspect(
        _ db: Database, package: String, limits: PackageLimits
    ) throws {
        let schema = try Row.fetchCursor(db, sql: "SELECT type, name, sql FROM sqlite_master")
        while let row = try schema.next() {
            let (kind, name, sql) = (text(row[0]), text(row[1]), text(row[2]))
            if kind == "trigger" || kind == "view" {
                throw AnkiPackageError.unsafe(
                    path: package, reason: "its database holds a \(kind), '\(name)'")
            }
            let words = sql.lowercased().split(whereSeparator: \.isWhitespace)
            if words.prefix(2) == ["create", "virtual"] {
                throw AnkiPackageError.unsafe(
                    path: package, reason: "its database holds a virtual table, '\(name)'")
            }
        }
        for table in ["col", "notes", "cards", "revlog"] {
            guard try hasTables(db, table) else {
                throw AnkiPackageError.notAPackage(
                    path: package, reason: "its database has no table '\(table)'")
            }
            let computed = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM pragma_table_xinfo(?) WHERE hidden > 0",
                arguments: [table])
            guard computed == 0 else {
                throw AnkiPackageError.unsafe(
                    path: package, reason: "its database computes columns of '\(table)'")
            }
        }
        let faults = try String.fetchAll(db, sql: "PRAGMA quick_check(1)")
        guard faults == ["ok"] else {
            throw AnkiPackageError.damaged(path: package, reason: "its database is not sound")
        }
    }

    static func hasTables(_ db: Database, _ name: String) throws -> Bool {
        try Int.fetchOne(
            db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?",
            arguments: [name]) == 1
    }

    private static func count(
        _ table: String, _ limit: Int, _ db: Database, _ package: String
    ) throws -> Int {
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
        guard count <= limit else {
            throw AnkiPackageError.tooLarge(
                path: package, reason: "it has more than \(limit) rows in '\(table)'")
        }
        return count
    }

    /// A whole number, 0 for anything else: columns of a stranger may hold what they like.
    static func number(_ value: DatabaseValue?) -> Int64 {
        guard case .int64(let number) = value?.storage else { return 0 }
        return number
    }

    /// A text, empty for anything else.
    static func text(_ value: DatabaseValue?) -> String {
        guard case .string(let text) = value?.storage else { return "" }
        return text
    }

    static func bytes(_ value: DatabaseValue?) -> [UInt8] {
        guard case .blob(let data) = value?.storage else { return [] }
        return Array(data)
    }

    private static func error(_ error: any Error, package: String) -> AnkiPackageError {
        switch error {
        case let error as AnkiPackageError: return error
        case let error as DatabaseError where error.resultCode == .SQLITE_TOOBIG:
            return .tooLarge(
                path: package, reason: "a value of its database is larger than any of a note")
        case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB:
            return .damaged(path: package, reason: "its collection is no database")
        case let error as DatabaseError:
            return .damaged(path: package, reason: error.message ?? "its database cannot be read")
        default: return .damaged(path: package, reason: "its note types or decks make no sense")
        }
    }
}

extension DatabaseCollation {
    /// Anki's own collation, which its later databases name: letters whatever their case.
    fileprivate static let unicase = DatabaseCollation("unicase") { left, right in
        let (left, right) = (left.lowercased(), right.lowercased())
        return left < right
            ? .orderedAscending : left == right ? .orderedSame : .orderedDescending
    }
}
