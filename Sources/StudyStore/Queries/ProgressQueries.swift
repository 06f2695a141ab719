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
            switch scope {
            case .all: try dayTotals(days, ofClass: nil, db)
            case .class(let slug): try dayTotals(days, ofClass: slug, db)
            case .unit, .guide, .guides: try replayedTotals(in: scope, db).byDay(in: days)
            }
        }
    }

    func dayTotals(
        _ days: ClosedRange<StudyDay>, ofClass slug: String?, _ db: Database
    ) throws -> [StudyDay: DayTotal] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT day, \(DayTotal.columns) FROM day_total
                    WHERE day BETWEEN ?1 AND ?2 AND (?3 IS NULL OR class_slug = ?3)
                    """),
            arguments: [days.lowerBound.number, days.upperBound.number, slug])
        var totals: [StudyDay: DayTotal] = [:]
        while let row = try rows.next() {
            totals[StudyDay(number: row[0]), default: DayTotal()].add(DayTotal(row, from: 1))
        }
        return totals
    }

    /// Study days in a row with answers, up to today, or to yesterday while today has none yet.
    package func streak(on today: StudyDay) throws(StoreError) -> Int {
        try read { db in Streak(try studyDays(through: today, db), today: today).current }
    }

    /// The study days on which something was answered.
    func studyDays(through today: StudyDay, _ db: Database) throws -> [StudyDay] {
        try Int.fetchAll(
            db,
            sql: "SELECT DISTINCT day FROM day_total WHERE day <= ? AND reviews > 0",
            arguments: [today.number]
        ).map(StudyDay.init(number:))
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

    /// What the answers to a scope's cards add up to, replayed card by card.
    func replayedTotals(in scope: Scope, _ db: Database) throws -> Totals {
        let (condition, arguments) = scope.condition(on: "guide")
        let rows = try Row.fetchAll(
            db, sql: "SELECT item, facet FROM card_state WHERE phase > 0 AND \(condition)",
            arguments: arguments)
        var totals = Totals()
        for row in rows {
            guard let facet = Card.Facet(rawValue: row[1]) else {
                throw Undecodable("a card of an unknown facet")
            }
            totals += try replay(CardKey(item: row[0], facet: facet), db).totals
        }
        return totals
    }
}

extension Totals {
    /// The figures of all classes together, by day.
    func byDay(in range: ClosedRange<StudyDay>) -> [StudyDay: DayTotal] {
        days.reduce(into: [:]) { sums, entry in
            guard range.contains(entry.key.day) else { return }
            sums[entry.key.day, default: DayTotal()].add(entry.value)
        }
    }

    /// The figures of all classes together, by sort.
    var bySort: [RecallTotal.Sort: RecallTotal] {
        recall.reduce(into: [:]) { sums, entry in
            sums[entry.key.sort, default: RecallTotal()].add(entry.value)
        }
    }
}
