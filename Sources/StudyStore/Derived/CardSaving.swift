import BulkSQL
import GRDB
import StudyCore

/// The quick way to write where many cards stand: thousands of them at once.
struct CardSaving {
    private let rows: BulkRows
    private let insertion: BulkStatement
    private var waiting: [CardState] = []
    /// Whose states wait.
    private var cards: [CardKey] = []

    private static let mostWaiting = 4096

    init(_ db: Database) throws {
        rows = try BulkRows("standing", columns: [CardRow.saved], db)
        // Entries are looked at only where any text ever changed: they are as large as all texts.
        insertion = try BulkStatement(
            """
            INSERT INTO card_state (\(CardRow.saved), is_changed)
            SELECT \(CardRow.saved), CASE WHEN EXISTS (SELECT 1 FROM ledger WHERE changed <> 0)
                THEN coalesce(
                    (SELECT changed_at > last_time FROM entry WHERE entry.item = standing.item), 0)
                ELSE 0 END
            FROM standing WHERE true \(CardRow.replacing)
            """, db)
    }

    /// Takes where a card stands, which is in the table after `finish`; in the order of the rows as a rule.
    mutating func save(_ state: CardState, of card: CardKey) throws {
        waiting.append(state)
        cards.append(card)
        if waiting.count == Self.mostWaiting { try finish() }
    }

    /// Writes what is not in the table yet.
    mutating func finish() throws {
        if waiting.isEmpty { return }
        try rows.holding(waiting) { index, state, column, result in
            CardRow.put(state, of: cards[index], column, result)
        } _: {
            try insertion.run()
        }
        waiting.removeAll(keepingCapacity: true)
        cards.removeAll(keepingCapacity: true)
    }
}
