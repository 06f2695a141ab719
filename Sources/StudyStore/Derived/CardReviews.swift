import GRDB
import StudyCore

extension Links {
    /// The answers that make up a card's history now, in the order of replay, those taken back too.
    static func reviews(of card: CardKey, _ db: Database) throws -> [ReviewRecord] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT \(ReviewRow.columns), undone.event IS NOT NULL
                FROM \(ReviewRow.joined) LEFT JOIN undone ON undone.event = event.number
                WHERE review.item IN (\(Partings.sources("?1")))
                    AND review.facet = ?2 AND event.time > ?3 AND event.time <= ?4
                    AND \(Partings.owner(of: "review")) = ?1
                """)
        var records: [ReviewRecord] = []
        for stretch in try stretches(of: card.item, db) {
            let rows = try Row.fetchCursor(
                statement,
                arguments: [stretch.item, card.facet.rawValue, stretch.after, stretch.through])
            while let row = try rows.next() {
                records.append(
                    ReviewRecord(
                        review: try ReviewRow.review(of: row), isUndone: row[ReviewRow.width]))
            }
        }
        return records.sorted { $0.review.isReplayed(before: $1.review) }
    }
}

/// An answer as far as it matters to whom it counts.
struct GivenAnswer {
    let item: Int64
    let fingerprint: Int64
    /// In milliseconds since 1970.
    let time: Int64
    let text: String
}

extension Links {
    /// The item that an answer counts for now: the other way round of what `reviews` goes.
    static func owner(of answer: GivenAnswer, _ db: Database) throws -> Int64 {
        var item = try Partings.owner(
            of: answer.item, text: Fingerprint(stored: answer.fingerprint), db)
        var time = answer.time
        var isFirst = true
        while let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT target, time FROM link
                    WHERE item = ?1 AND (time > ?2 OR time = ?2 AND ?3) ORDER BY time LIMIT 1
                    """),
            arguments: [item, time, isFirst])
        {
            item = row[0]
            time = row[1]
            isFirst = false
        }
        return item
    }
}

extension Review {
    /// The order of replay, which depends on the events alone.
    fileprivate func isReplayed(before other: Review) -> Bool {
        (time, id) < (other.time, other.id)
    }
}
