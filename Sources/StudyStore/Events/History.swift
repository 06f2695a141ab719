internal import GRDB
package import StudyCore

extension Store {
    /// Every answer to a card, oldest first, with those that went over to it from other items.
    package func history(of card: Card.ID) throws(StoreError) -> [ReviewRecord] {
        try read { db in
            guard let item = try knownItem(card.item, db) else { return [] }
            return try Links.reviews(of: CardKey(item: item, facet: card.facet), db)
        }
    }

    /// Every answer to some cards, as `history(of:)` gives it; cards without one are left out.
    package func histories(of cards: [Card.ID]) throws(StoreError) -> [Card.ID: [ReviewRecord]] {
        try read { db in
            var histories: [Card.ID: [ReviewRecord]] = [:]
            for card in cards {
                guard let item = try knownItem(card.item, db) else { continue }
                let key = CardKey(item: item, facet: card.facet)
                let history = try Links.reviews(of: key, db)
                if !history.isEmpty { histories[card] = history }
            }
            return histories
        }
    }

    /// The newest answers, newest first.
    package func recentReviews(limit: Int) throws(StoreError) -> [ReviewRecord] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT \(ReviewRow.columns), undone.event IS NOT NULL
                    FROM event CROSS JOIN review ON review.event = event.number
                    JOIN device ON device.number = event.device
                    JOIN item ON item.number = review.item
                    \(AssessmentRow.joined)
                    LEFT JOIN undone ON undone.event = event.number
                    ORDER BY event.time DESC, event.number DESC LIMIT ?
                    """,
                arguments: [limit])
            var records: [ReviewRecord] = []
            while let row = try rows.next() {
                records.append(
                    ReviewRecord(
                        review: try ReviewRow.review(of: row), isUndone: row[ReviewRow.width]))
            }
            return records
        }
    }

    /// What was done to a card beside answering it, oldest first; taken-back deeds are left out.
    package func actions(on card: Card.ID) throws(StoreError) -> [Action] {
        try read { db in
            guard let item = try knownItem(card.item, db) else { return [] }
            return try Marks.actions(on: CardKey(item: item, facet: card.facet), db)
        }
    }
}
