import BulkSQL
import FSRS
import GRDB
import StudyCore

/// All cards of a scope, one after the other, as figures want them.
///
/// A million values are read for a hundred thousand cards: they go straight from SQLite to Swift.
struct StandingRows {
    /// The probability that a memory is recalled now, by when it was last answered.
    typealias Recall = (MemoryState, _ lastTime: Timestamp, _ lastDay: StudyDay) -> Double

    private let rows: RowCursor
    private let row: BulkRow
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
        row = BulkRow(handle: statement.sqliteStatement)
        self.recall = recall
    }

    /// Goes to the next card; false when there is none.
    mutating func advance() throws -> Bool { try rows.next() != nil }

    var guide: Int64 { row.number(0) }

    /// Nil when its facet is one that this program does not know.
    var key: CardKey? {
        Card.Facet(rawValue: facet).map { CardKey(item: row.number(1), facet: $0) }
    }

    /// The card that was gone to.
    mutating func card() throws -> StandingCard {
        let past = try past()
        return StandingCard(
            past: past,
            marks: CardMarks(
                isSuspended: row.number(4) != 0, buriedUntil: row.isNull(5) ? nil : day(5)),
            blindGuess: past?.recall == nil ? blindGuess() : 0)
    }

    private func past() throws -> StandingCard.Past? {
        let phase = Int(row.number(3))
        if phase == 0 { return nil }
        guard let phase = CardState.Phase(rawValue: phase) else {
            throw Undecodable("a card in an unknown phase")
        }
        return StandingCard.Past(
            phase: phase,
            due: row.isNull(6) ? .day(day(7)) : .moment(Timestamp(milliseconds: row.number(6))),
            interval: Int(row.number(8)), lapses: Int(row.number(9)),
            recall: row.isNull(10)
                ? nil
                : recall(
                    MemoryState(
                        stability: row.real(10), difficulty: row.real(11),
                        fastStability: row.isNull(12) ? nil : row.real(12)),
                    Timestamp(milliseconds: row.number(13)), day(14)))
    }

    private mutating func blindGuess() -> Double {
        let facet = facet
        if let known = guesses[facet] { return known }
        let guess = Card.Facet(rawValue: facet)?.blindGuess ?? 0
        guesses[facet] = guess
        return guess
    }

    private var facet: String { row.text(2) ?? "" }

    private func day(_ column: Int32) -> StudyDay { StudyDay(number: Int(row.number(column))) }
}
