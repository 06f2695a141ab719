import FSRS
import GRDB
import GRDBSQLite
import StudyCore

/// All cards of a scope, one after the other, as figures want them.
///
/// A million values are read for a hundred thousand cards, so that they are taken from SQLite without a
/// look at their types: the table is strict, and holds NULL, which would read as 0, only where it is asked for.
struct StandingRows {
    /// The probability that a memory is recalled now, by when it was last answered.
    typealias Recall = (MemoryState, _ lastTime: Timestamp, _ lastDay: StudyDay) -> Double

    private let rows: RowCursor
    private let row: SQLiteStatement
    private let recall: Recall
    private var guesses: [String: Double] = [:]

    init(in scope: Store.Scope, recall: @escaping Recall, _ db: Database) throws {
        let (condition, arguments) = scope.condition(on: "guide")
        // All rows are read in the order of the table: to go by guide would be to look each card up.
        let table = scope == .all ? "card_state NOT INDEXED" : "card_state"
        let statement = try db.makeStatement(
            sql: """
                SELECT guide, item, facet, phase, is_suspended, buried_until, due_at, due_day,
                    interval, lapses, stability, difficulty, fast_stability, last_time, last_day
                FROM \(table) WHERE \(condition)
                """)
        rows = try Row.fetchCursor(statement, arguments: arguments)
        row = statement.sqliteStatement
        self.recall = recall
    }

    /// Goes to the next card; false when there is none.
    mutating func advance() throws -> Bool { try rows.next() != nil }

    var guide: Int64 { integer(0) }

    /// Nil when its facet is one that this program does not know.
    var key: CardKey? { Card.Facet(rawValue: text(2)).map { CardKey(item: integer(1), facet: $0) } }

    /// The card that was gone to.
    mutating func card() throws -> StandingCard {
        let past = try past()
        return StandingCard(
            past: past,
            marks: CardMarks(
                isSuspended: integer(4) != 0, buriedUntil: isNull(5) ? nil : day(5)),
            blindGuess: past?.recall == nil ? blindGuess() : 0)
    }

    private func past() throws -> StandingCard.Past? {
        let phase = Int(integer(3))
        if phase == 0 { return nil }
        guard let phase = CardState.Phase(rawValue: phase) else {
            throw Undecodable("a card in an unknown phase")
        }
        return StandingCard.Past(
            phase: phase,
            due: isNull(6) ? .day(day(7)) : .moment(Timestamp(milliseconds: integer(6))),
            interval: Int(integer(8)), lapses: Int(integer(9)),
            recall: isNull(10)
                ? nil
                : recall(
                    MemoryState(
                        stability: real(10), difficulty: real(11),
                        fastStability: isNull(12) ? nil : real(12)),
                    Timestamp(milliseconds: integer(13)), day(14)))
    }

    private mutating func blindGuess() -> Double {
        let facet = text(2)
        if let known = guesses[facet] { return known }
        let guess = Card.Facet(rawValue: facet)?.blindGuess ?? 0
        guesses[facet] = guess
        return guess
    }

    private func isNull(_ column: Int32) -> Bool {
        sqlite3_column_type(row, column) == SQLITE_NULL
    }

    private func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(row, column) }

    private func real(_ column: Int32) -> Double { sqlite3_column_double(row, column) }

    private func text(_ column: Int32) -> String {
        sqlite3_column_text(row, column).map { String(cString: $0) } ?? ""
    }

    private func day(_ column: Int32) -> StudyDay { StudyDay(number: Int(integer(column))) }
}
