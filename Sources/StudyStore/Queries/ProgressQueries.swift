internal import GRDB
package import StudyCore

extension Store {
    /// The figures of each study day on which something was answered.
    ///
    /// Fast for everything and for classes; smaller scopes are replayed card by card.
    ///
    /// - Parameters:
    ///   - days: Both ends belong to it.
    ///   - scope: Which guides.
    /// - Returns: The figures by day.
    /// - Throws: Why the file cannot be read.
    package func dayTotals(
        _ days: ClosedRange<StudyDay>, in scope: Scope
    ) throws(StoreError) -> [StudyDay: DayTotal] {
        try read { db in
            var totals: [StudyDay: DayTotal] = [:]
            let classSlug: String?
            switch scope {
            case .all: classSlug = nil
            case .class(let slug): classSlug = slug
            case .unit, .guide, .guides:
                for (key, total) in try replayedTotals(in: scope, db).totals {
                    let day = StudyDay(number: key.day)
                    if days.contains(day) { totals[day, default: DayTotal()].add(total) }
                }
                return totals
            }
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT day, \(DayTotal.columns) FROM day_total
                    WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR class_slug = ?3)
                    """,
                arguments: [days.lowerBound.number, days.upperBound.number, classSlug])
            while let row = try rows.next() {
                totals[StudyDay(number: row[0]), default: DayTotal()].add(DayTotal(row, from: 1))
            }
            return totals
        }
    }

    /// Study days in a row with answers, up to today, or to yesterday while today has none yet.
    package func streak(on today: StudyDay) throws(StoreError) -> Int {
        try read { db in
            let days = try Int.fetchCursor(
                db,
                sql: """
                    SELECT DISTINCT day FROM day_total WHERE day <= ? AND reviews > 0
                    ORDER BY day DESC
                    """,
                arguments: [today.number])
            var streak = 0
            var expected = today.number
            while let day = try days.next() {
                if streak == 0, day == today.number - 1 { expected = day }
                guard day == expected else { break }
                streak += 1
                expected -= 1
            }
            return streak
        }
    }

    /// How far a guide is learnt.
    package struct GuideProgress: Hashable, Sendable {
        package let guide: Guide.ID
        package let term: String
        package let cards: Int
        package let new: Int
        package let learning: Int
        package let young: Int
        package let mature: Int
        package let suspended: Int
        package let due: Int
        package let lapses: Int
    }

    /// The progress of each guide of a scope, in the order of introduction.
    package func guideProgress(
        in scope: Scope, at now: Timestamp, on today: StudyDay
    ) throws(StoreError) -> [GuideProgress] {
        let (condition, arguments) = scope.condition(on: "card_state.guide")
        return try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT guide.class_slug, guide.term_slug, guide.term, count(*),
                        sum(phase = 0 AND NOT is_suspended),
                        sum(phase IN (1, 3) AND NOT is_suspended),
                        sum(phase = 2 AND NOT is_suspended AND interval < \(DayTotal.maturity)),
                        sum(phase = 2 AND NOT is_suspended AND interval >= \(DayTotal.maturity)),
                        sum(is_suspended),
                        sum(NOT is_suspended AND coalesce(buried_until <= ?, 1)
                            AND coalesce(due_at <= ?, due_day <= ?, 0)),
                        sum(lapses)
                    FROM card_state JOIN guide ON guide.number = card_state.guide
                    WHERE \(condition) GROUP BY guide.number ORDER BY guide.number
                    """,
                arguments: [today.number, now.milliseconds, today.number] + arguments)
            return rows.map { row in
                GuideProgress(
                    guide: Guide.ID(classSlug: row[0], termSlug: row[1]), term: row[2],
                    cards: row[3], new: row[4], learning: row[5], young: row[6], mature: row[7],
                    suspended: row[8], due: row[9], lapses: row[10])
            }
        }
    }

    /// An item that is in no guide any more, but has a history.
    package struct Orphan: Hashable, Sendable {
        package let id: Item.ID
        package let kind: Item.Kind
        /// The guide and file it stood in last.
        package let guide: Guide.ID
        package let path: String
        package let text: String
        package let reviews: Int
    }

    /// Items that are in no guide, were neither linked to another nor forgotten, and were answered.
    package func orphans() throws(StoreError) -> [Orphan] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT item.id, entry.kind, ledger.class_slug, ledger.term_slug, ledger.path,
                        entry.plain, sum(card_state.reviews)
                    FROM entry JOIN item ON item.number = entry.item
                    JOIN ledger ON ledger.number = entry.ledger_line
                    JOIN card_state ON card_state.item = entry.item
                    WHERE entry.guide IS NULL AND entry.is_forgotten = 0
                        AND card_state.reviews > 0
                    GROUP BY entry.item ORDER BY entry.item
                    """)
            return try rows.map { row in
                guard let kind = Item.Kind(rawValue: row[1]) else {
                    throw Undecodable("an item of an unknown kind")
                }
                return Orphan(
                    id: Item.ID(row[0]), kind: kind,
                    guide: Guide.ID(classSlug: row[2], termSlug: row[3]), path: row[4],
                    text: row[5], reviews: row[6])
            }
        }
    }

    private func replayedTotals(in scope: Scope, _ db: Database) throws -> DayTotals {
        let (condition, arguments) = scope.condition(on: "guide")
        let rows = try Row.fetchAll(
            db, sql: "SELECT item, facet FROM card_state WHERE phase > 0 AND \(condition)",
            arguments: arguments)
        var totals = DayTotals()
        for row in rows {
            guard let facet = Card.Facet(rawValue: row[1]) else {
                throw Undecodable("a card of an unknown facet")
            }
            totals += try replay(CardKey(item: row[0], facet: facet), db).totals
        }
        return totals
    }
}
