import BulkSQL
import FSRS
import GRDB
import StudyCore

/// The cards of a scope, or of a part of it, one after the other, as figures want them.
///
/// A million values are read for a hundred thousand cards: they go straight from SQLite to Swift.
struct StandingRows {
    /// The probability that a memory is recalled now, by when it was last answered.
    typealias Recall =
        @Sendable (
            MemoryState, _ lastTime: Timestamp, _ lastDay: StudyDay
        ) -> Double

    private let statement: BulkStatement
    private let recall: Recall

    /// - Parameters:
    ///   - scope: Which guides.
    ///   - items: The numbers of the items that are looked at; all without.
    ///   - recall: Tells what a memory is worth now.
    ///   - db: Read from.
    /// - Throws: Why the file cannot be read.
    init(
        in scope: Store.Scope, items: ClosedRange<Int64>?, recall: @escaping Recall,
        _ db: Database
    ) throws {
        let (condition, arguments) = scope.condition(on: "guide")
        // All rows are read in the order of the table: to go by guide would be to look each card up.
        let table = scope == .all ? "card_state NOT INDEXED" : "card_state"
        let bounds = items.map { [$0.lowerBound, $0.upperBound] } ?? []
        statement = try BulkStatement(
            """
            SELECT guide, item, facet, phase, is_suspended, buried_until, due_at, due_day,
                interval, lapses, stability, difficulty, fast_stability, last_time, last_day
            FROM \(table) WHERE \(condition) \(items == nil ? "" : "AND item BETWEEN ? AND ?")
            """,
            arguments: arguments + StatementArguments(bounds), db)
        self.recall = recall
    }

    func forEach(_ body: (StandingRow) throws -> Void) throws {
        while let row = try statement.next() { try body(StandingRow(row: row, recall: recall)) }
    }
}

/// One card among those that are read.
struct StandingRow {
    fileprivate let row: BulkRow
    fileprivate let recall: StandingRows.Recall

    var guide: Int64 { row.number(0) }

    /// Nil when its facet is one that this program does not know.
    var key: CardKey? { facet.map { CardKey(item: row.number(1), facet: $0) } }

    func card() throws -> StandingCard {
        let past = try past()
        return StandingCard(
            past: past,
            marks: CardMarks(
                isSuspended: row.number(4) != 0, buriedUntil: row.isNull(5) ? nil : day(5)),
            blindGuess: past?.recall == nil ? facet?.blindGuess ?? 0 : 0)
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

    private var facet: Card.Facet? { row.text(2).flatMap(Card.Facet.init(rawValue:)) }

    private func day(_ column: Int32) -> StudyDay { StudyDay(number: Int(row.number(column))) }
}
