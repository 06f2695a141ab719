internal import GRDB
package import StudyCore

extension Store {
    /// Cards in memory, the least sure first, due or not.
    ///
    /// Least sure is what has the greatest time since the last answer for its stability.
    package func weakCards(
        in scope: Scope, at now: Timestamp, on today: StudyDay, limit: Int
    ) throws(StoreError) -> [QueueCandidate] {
        let (condition, arguments) = scope.condition(on: "card_state.guide")
        return try read { db in
            try candidates(
                where: "stability IS NOT NULL AND \(Self.isShown) AND \(condition)",
                order: "(? - last_time) / stability DESC, card_state.item, card_state.facet",
                limit: limit, arguments: [today.number] + arguments + [now.milliseconds], db)
        }
    }

    /// The cards that the learner marked, in the order of their guides.
    package func flaggedCards() throws(StoreError) -> [Card.ID] {
        try read { db in
            try candidates(
                where: "is_flagged = 1 AND card_state.guide IS NOT NULL",
                order: "card_state.guide, card_state.rank", limit: .max, arguments: [], db
            ).map(\.card)
        }
    }

    /// The items of which a card was answered from a moment on.
    package func itemsAnswered(since start: Timestamp) throws(StoreError) -> Set<Item.ID> {
        try read { db in
            let ids = try String.fetchCursor(
                db,
                sql: """
                    SELECT DISTINCT item.id FROM event
                    CROSS JOIN review ON review.event = event.number
                    CROSS JOIN item ON item.number = review.item
                    WHERE event.time >= ? AND event.number NOT IN undone
                    """,
                arguments: [start.milliseconds])
            var items: Set<Item.ID> = []
            while let id = try ids.next() { items.insert(Item.ID(id)) }
            return items
        }
    }

    /// How many guides there are.
    package func guideCount() throws(StoreError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM guide") ?? 0 }
    }

    /// How many problems the files had when they were read.
    package func problemCount() throws(StoreError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT sum(problems) FROM file") ?? 0 }
    }
}
