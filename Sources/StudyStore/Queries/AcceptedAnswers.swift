internal import GRDB
package import StudyCore

/// What is known of other answers when one is graded.
extension Store {
    /// Answers of the learner's own that count as right for a card, newest first, each once.
    ///
    /// Those taken back do not count, nor those given before the meaning of the text last changed.
    package func acceptedAnswers(
        to card: Card.ID, limit: Int
    ) throws(StoreError) -> [String] {
        try read { db in
            guard let item = try knownItem(card.item, db) else { return [] }
            let changed = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT changed_at FROM entry WHERE item = ?"),
                arguments: [item])
            var seen: Set<String> = []
            var accepted: [String] = []
            for record in try Links.reviews(of: CardKey(item: item, facet: card.facet), db)
                .reversed()
            where !record.isUndone && record.review.time.milliseconds > changed ?? .min {
                guard accepted.count < limit else { break }
                if let words = record.review.assessment?.accepted, seen.insert(words).inserted {
                    accepted.append(words)
                }
            }
            return accepted
        }
    }

    /// Answers to all review questions of some guides, in their order, without those of one item.
    package func modelAnswers(
        of guides: [Guide.ID], besides item: Item.ID, limit: Int
    ) throws(StoreError) -> [String] {
        try read { db in
            var answers: [String] = []
            for guide in guides where answers.count < limit {
                answers += try String.fetchAll(
                    db.cachedStatement(
                        sql: """
                            SELECT entry.answer_plain FROM guide
                            JOIN entry ON entry.guide = guide.number
                            JOIN item ON item.number = entry.item
                            WHERE guide.class_slug = ? AND guide.term_slug = ?
                                AND entry.kind = 'question' AND item.id <> ?
                                AND entry.answer_plain IS NOT NULL
                            ORDER BY entry.ordinal
                            """),
                    arguments: [guide.classSlug, guide.termSlug, item.text])
            }
            return Array(answers.prefix(limit))
        }
    }
}
