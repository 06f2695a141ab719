package import FSRS
internal import GRDB
package import StudyCore

/// How long answers took.
package struct AnswerTimes: Hashable, Sendable {
    package let facet: Card.Facet
    package let rating: Rating
    /// Answers to cards never answered before.
    package let isFirst: Bool
    package let count: Int
    /// All together; longer answers count as two minutes, since the learner was elsewhere.
    package let seconds: Double
}

extension Store {
    /// How long the newest answers took, by what was asked and how it went.
    ///
    /// - Parameter limit: How many answers are looked at.
    /// - Returns: Sums by form and rating, in no order.
    /// - Throws: Why the file cannot be read.
    /// - Returns: Their counts and seconds, for each kind that occurs.
    /// - Throws: Why the file cannot be read.
    package func answerTimes(newest limit: Int) throws(StoreError) -> [AnswerTimes] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT facet, rating, is_first, count(*), sum(min(milliseconds, 120000))
                    FROM (
                        SELECT facet, rating, milliseconds,
                            NOT EXISTS (SELECT 1 FROM review AS before
                                WHERE before.item = review.item AND before.facet = review.facet
                                AND before.event < review.event) AS is_first
                        FROM review WHERE event NOT IN undone ORDER BY event DESC LIMIT ?)
                    GROUP BY facet, rating, is_first
                    """,
                arguments: [limit])
            var times: [AnswerTimes] = []
            while let row = try rows.next() {
                guard let facet = Card.Facet(rawValue: row[0]),
                    let rating = Rating(rawValue: row[1])
                else { throw Undecodable("a review of an unknown facet or rating") }
                let milliseconds: Int = row[4]
                times.append(
                    AnswerTimes(
                        facet: facet, rating: rating, isFirst: row[2], count: row[3],
                        seconds: Double(milliseconds) / 1000))
            }
            return times
        }
    }

    /// The answers given from a moment on that count, with the seconds each took.
    package func answers(
        since start: Timestamp
    ) throws(StoreError) -> [(card: Card.ID, seconds: Double)] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT item.id, review.facet, review.milliseconds FROM event
                    CROSS JOIN review ON review.event = event.number
                    CROSS JOIN item ON item.number = review.item
                    WHERE event.time >= ? AND event.number NOT IN undone
                    """,
                arguments: [start.milliseconds])
            var answers: [(card: Card.ID, seconds: Double)] = []
            while let row = try rows.next() {
                guard let facet = Card.Facet(rawValue: row[1]) else {
                    throw Undecodable("a review of an unknown facet")
                }
                let milliseconds: Int64 = row[2]
                answers.append(
                    (
                        Card.ID(item: Item.ID(row[0]), facet: facet), Double(milliseconds) / 1000
                    ))
            }
            return answers
        }
    }
}
