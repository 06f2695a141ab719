import FSRS
import BulkSQL
import GRDB
import StudyCore

/// The part of a row of the card_state table that follows from events.
enum CardRow {
    /// What `state(of:from:)` and `marks(of:from:)` read, in their order.
    static let stateColumns = """
        card_state.phase, card_state.stability, card_state.difficulty, card_state.fast_stability, \
        card_state.step, card_state.due_at, card_state.due_day, card_state.last_time, \
        card_state.last_day, card_state.interval, card_state.reviews, card_state.lapses
        """
    static let stateWidth = 12

    static let markColumns = """
        card_state.is_suspended, card_state.buried_until, card_state.is_flagged, \
        card_state.is_changed
        """
    static let markWidth = 4

    /// The state in the columns from `start` on; nil for a new card.
    static func state(of row: Row, from start: Int = 0) throws -> CardState? {
        let phase: Int = row[start]
        if phase == 0 { return nil }
        guard let phase = CardState.Phase(rawValue: phase) else {
            throw Undecodable("a card in an unknown phase")
        }
        let due: CardState.Due
        if let moment: Int64 = row[start + 5] {
            due = .moment(Timestamp(milliseconds: moment))
        } else if let day: Int = row[start + 6] {
            due = .day(StudyDay(number: day))
        } else {
            throw Undecodable("a card that is never due")
        }
        let stability: Double? = row[start + 1]
        return CardState(
            memory: stability.map {
                MemoryState(
                    stability: $0, difficulty: row[start + 2] ?? 0, fastStability: row[start + 3])
            },
            phase: phase, step: row[start + 4], due: due,
            lastTime: Timestamp(milliseconds: row[start + 7]),
            lastDay: StudyDay(number: row[start + 8]), interval: row[start + 9],
            reviews: row[start + 10], lapses: row[start + 11])
    }

    static func marks(of row: Row, from start: Int) -> CardMarks {
        let buried: Int? = row[start + 1]
        return CardMarks(
            isSuspended: row[start], buriedUntil: buried.map { StudyDay(number: $0) },
            isFlagged: row[start + 2])
    }

    static func state(of card: CardKey, _ db: Database) throws -> CardState? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT \(stateColumns) FROM card_state WHERE item = ? AND facet = ?"),
            arguments: [card.item, card.facet.rawValue]
        ).flatMap { try state(of: $0) }
    }

    /// Writes where a card stands; nil makes it new again.
    static func save(_ state: CardState?, of card: CardKey, _ db: Database) throws {
        guard let state else {
            try db.cachedStatement(
                sql: """
                    UPDATE card_state SET phase = 0, stability = NULL, difficulty = NULL,
                        fast_stability = NULL, step = 0, due_at = NULL, due_day = NULL,
                        last_time = NULL, last_day = NULL, interval = 0, reviews = 0, lapses = 0,
                        is_changed = 0
                    WHERE item = ? AND facet = ?
                    """
            ).execute(arguments: [card.item, card.facet.rawValue])
            return try removeIfEmpty(card, db)
        }
        var dueAt: Int64?
        var dueDay: Int?
        switch state.due {
        case .moment(let moment): dueAt = moment.milliseconds
        case .day(let day): dueDay = day.number
        }
        try BulkStatement(
            cached: """
                INSERT INTO card_state (\(saved), is_changed)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14,
                    coalesce((SELECT changed_at > ?10 FROM entry WHERE entry.item = ?1), 0))
                \(replacing)
                """, db
        ).run(
            card.item, card.facet.rawValue, state.phase.rawValue, state.memory?.stability,
            state.memory?.difficulty, state.memory?.fastStability, state.step, dueAt, dueDay,
            state.lastTime.milliseconds, state.lastDay.number, state.interval, state.reviews,
            state.lapses)
    }

    /// The columns that saving writes, but for `is_changed`, which follows from another table.
    static let saved = """
        item, facet, phase, stability, difficulty, fast_stability, step, due_at, due_day, \
        last_time, last_day, interval, reviews, lapses
        """

    /// What saving does with the row that is there.
    static let replacing = """
        ON CONFLICT (item, facet) DO UPDATE SET phase = excluded.phase,
            stability = excluded.stability, difficulty = excluded.difficulty,
            fast_stability = excluded.fast_stability, step = excluded.step,
            due_at = excluded.due_at, due_day = excluded.due_day,
            last_time = excluded.last_time, last_day = excluded.last_day,
            interval = excluded.interval, reviews = excluded.reviews,
            lapses = excluded.lapses, is_changed = excluded.is_changed
        """

    /// Hands over one of the columns `saved`, counted from 0.
    static func put(
        _ state: UnsafePointer<CardState>, of card: CardKey, _ column: Int32, _ result: BulkResult
    ) {
        switch column {
        case 0: result.set(card.item)
        case 1: result.set(card.facet.rawValue)
        case 2: result.set(state.pointee.phase.rawValue)
        case 3: result.set(state.pointee.memory?.stability)
        case 4: result.set(state.pointee.memory?.difficulty)
        case 5: result.set(state.pointee.memory?.fastStability)
        case 6: result.set(state.pointee.step)
        case 7: if case .moment(let moment) = state.pointee.due { result.set(moment.milliseconds) }
        case 8: if case .day(let day) = state.pointee.due { result.set(day.number) }
        case 9: result.set(state.pointee.lastTime.milliseconds)
        case 10: result.set(state.pointee.lastDay.number)
        case 11: result.set(state.pointee.interval)
        case 12: result.set(state.pointee.reviews)
        default: result.set(state.pointee.lapses)
        }
    }

    static func save(_ marks: CardMarks, of card: CardKey, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO card_state (item, facet, is_suspended, buried_until, is_flagged)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (item, facet) DO UPDATE SET is_suspended = excluded.is_suspended,
                    buried_until = excluded.buried_until, is_flagged = excluded.is_flagged
                """
        ).execute(arguments: [
            card.item, card.facet.rawValue, marks.isSuspended, marks.buriedUntil?.number,
            marks.isFlagged,
        ])
        try removeIfEmpty(card, db)
    }

    /// Removes the row of a card that stands in no guide, was never answered and bears no mark.
    static func removeIfEmpty(_ card: CardKey, _ db: Database) throws {
        try db.cachedStatement(
            sql: "DELETE FROM card_state WHERE item = ? AND facet = ? AND \(isEmpty)"
        ).execute(arguments: [card.item, card.facet.rawValue])
    }

    static let isEmpty = """
        guide IS NULL AND phase = 0 AND is_suspended = 0 AND buried_until IS NULL AND is_flagged = 0
        """
}
