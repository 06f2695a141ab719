internal import GRDB
package import StudyCore

extension Store {
    /// A card that the learner may see: in a guide, not suspended, not buried; its argument is today.
    static let isShown = """
        card_state.guide IS NOT NULL AND card_state.is_suspended = 0 \
        AND coalesce(card_state.buried_until <= ?, 1)
        """

    /// The cards to ask now: steps whose time has come first, then the least remembered.
    ///
    /// Least remembered is what has the greatest time since the last answer for its stability.
    /// Cards whose text changed since stand between the two, due or not.
    ///
    /// - Parameters:
    ///   - scope: Which guides.
    ///   - now: The present.
    ///   - today: The present study day.
    ///   - limit: How many at most.
    /// - Returns: The cards in the order to ask them, before siblings are parted.
    /// - Throws: Why the file cannot be read.
    package func dueCards(
        in scope: Scope, at now: Timestamp, on today: StudyDay, limit: Int
    ) throws(StoreError) -> [QueueCandidate] {
        let (condition, arguments) = scope.condition(on: "card_state.guide")
        return try read { db in
            var cards = try candidates(
                where: "due_at <= ? AND \(Self.isShown) AND \(condition)",
                order: "due_at, card_state.item, card_state.facet", limit: limit,
                arguments: [now.milliseconds, today.number] + arguments, db)
            let changed = try candidates(
                where: """
                    is_changed = 1 AND due_day IS NOT NULL AND \(Self.isShown) AND \(condition)
                    """,
                order: "card_state.guide, card_state.rank", limit: limit - cards.count,
                arguments: [today.number] + arguments, db)
            cards += changed
            let due = try candidates(
                where: "due_day <= ? AND \(Self.isShown) AND \(condition)",
                order: """
                    (? - last_time) / coalesce(stability, 0.001) DESC, card_state.item, \
                    card_state.facet
                    """,
                limit: limit - cards.count + changed.count,
                arguments: [today.number, today.number] + arguments + [now.milliseconds], db)
            let known = Set(changed.map(\.card))
            cards += due.filter { !known.contains($0.card) }.prefix(max(0, limit - cards.count))
            return cards
        }
    }

    /// New cards, guide by guide in the order the guides were first seen, definitions first.
    package func newCards(
        in scope: Scope, on today: StudyDay, limit: Int
    ) throws(StoreError) -> [QueueCandidate] {
        let (condition, arguments) = scope.condition(on: "card_state.guide")
        return try read { db in
            try candidates(
                where: "phase = 0 AND \(Self.isShown) AND \(condition)",
                order: "card_state.guide, card_state.rank", limit: limit,
                arguments: [today.number] + arguments, db)
        }
    }

    /// All cards that are not suspended, due or not, buried or not, in the order of their guides.
    package func allCards(in scope: Scope, limit: Int) throws(StoreError) -> [QueueCandidate] {
        let (condition, arguments) = scope.condition(on: "card_state.guide")
        return try read { db in
            try candidates(
                where: "is_suspended = 0 AND card_state.guide IS NOT NULL AND \(condition)",
                order: "card_state.guide, card_state.rank", limit: limit, arguments: arguments, db)
        }
    }

    /// The next moment at which a card on steps comes due; nil when none is on steps.
    package func nextStep(in scope: Scope, on today: StudyDay) throws(StoreError) -> Timestamp? {
        let (condition, arguments) = scope.condition(on: "card_state.guide")
        return try read { db in
            try Int64.fetchOne(
                db,
                sql: """
                    SELECT min(due_at) FROM card_state
                    WHERE due_at IS NOT NULL AND \(Self.isShown) AND \(condition)
                    """,
                arguments: [today.number] + arguments
            ).map { Timestamp(milliseconds: $0) }
        }
    }

    func candidates(
        where condition: String, order: String, limit: Int, arguments: StatementArguments,
        _ db: Database
    ) throws -> [QueueCandidate] {
        guard limit > 0 else { return [] }
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT item.id, card_state.facet, guide.class_slug, guide.term_slug,
                        \(CardRow.stateColumns), \(CardRow.markColumns)
                    FROM (SELECT item, facet FROM card_state WHERE \(condition)
                          ORDER BY \(order) LIMIT ?) AS chosen
                    CROSS JOIN card_state ON card_state.item = chosen.item
                        AND card_state.facet = chosen.facet
                    CROSS JOIN item ON item.number = card_state.item
                    CROSS JOIN guide ON guide.number = card_state.guide
                    """),
            arguments: arguments + [limit])
        var candidates: [QueueCandidate] = []
        while let row = try rows.next() {
            guard let facet = Card.Facet(rawValue: row[1]) else {
                throw Undecodable("a card of an unknown facet")
            }
            let marks = 4 + CardRow.stateWidth
            candidates.append(
                QueueCandidate(
                    card: Card.ID(item: Item.ID(row[0]), facet: facet),
                    guide: Guide.ID(classSlug: row[2], termSlug: row[3]),
                    state: try CardRow.state(of: row, from: 4),
                    marks: CardRow.marks(of: row, from: marks), isChanged: row[marks + 3]))
        }
        return candidates
    }
}
