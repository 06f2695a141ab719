internal import BulkSQL
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

    /// The answers that count for some cards, oldest first; cards without one are left out.
    package func countingAnswers(
        to cards: [Card.ID]
    ) throws(StoreError) -> [Card.ID: [CountingAnswer]] {
        try read { db in
            let sharing = try Links.sharing(db)
            let rows = try BulkStatement(cached: CountingAnswer.query, db)
            var found: [Card.ID: [CountingAnswer]] = [:]
            for card in cards {
                guard let item = try knownItem(card.item, db) else { continue }
                var answers: [CountingAnswer] = []
                if sharing.contains(item) {
                    answers = try Links.reviews(of: CardKey(item: item, facet: card.facet), db)
                        .filter { !$0.isUndone }.map { CountingAnswer($0.review) }
                } else {
                    try rows.forEach(item, card.facet.rawValue) {
                        answers.append(try CountingAnswer($0, to: card))
                    }
                }
                if !answers.isEmpty { found[card] = answers }
            }
            return found
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
