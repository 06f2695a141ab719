package import FSRS
internal import GRDB
package import StudyCore

/// An answer as fitting and evaluation want it.
package struct LoggedAnswer: Hashable, Sendable {
    /// Numbers the cards from 0, without gaps, in the order of their first answers.
    package let card: Int
    package let rating: Rating
    package let evidence: Evidence
    package let time: Timestamp
    /// Minutes that the learner's local time was ahead of UTC then.
    package let utcOffset: Int
}

extension Store {
    /// Every answer that counts, oldest first; those of linked items belong to the card they lead to.
    package func answerLog() throws(StoreError) -> [LoggedAnswer] {
        try read { db in
            let owners = try Owners(db)
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT review.item, review.facet, review.rating, review.form, event.time,
                        event.utc_offset
                    FROM \(ReviewRow.joined)
                    WHERE event.number NOT IN undone ORDER BY \(ReviewRow.replayOrder)
                    """)
            var answers: [LoggedAnswer] = []
            var cards: [CardKey: Int] = [:]
            while let row = try rows.next() {
                guard let facet = Card.Facet(rawValue: row[1]),
                    let rating = Rating(rawValue: row[2]), let form = Form(rawValue: row[3])
                else { throw Undecodable("a review of an unknown facet, form or rating") }
                let time: Int64 = row[4]
                let key = CardKey(item: owners.owner(of: row[0], at: time), facet: facet)
                let card = cards[key] ?? cards.count
                cards[key] = card
                answers.append(
                    LoggedAnswer(
                        card: card, rating: rating, evidence: form.evidence,
                        time: Timestamp(milliseconds: time), utcOffset: row[5]))
            }
            return answers
        }
    }

    /// Whose history a review of a linked item belongs to.
    private struct Owners {
        private var stretches: [Int64: [(stretch: Links.Stretch, owner: Int64)]] = [:]

        init(_ db: Database) throws {
            let linked = try Int64.fetchAll(
                db, sql: "SELECT item FROM link UNION SELECT target FROM link")
            for owner in linked {
                for stretch in try Links.stretches(of: owner, db) {
                    stretches[stretch.item, default: []].append((stretch, owner))
                }
            }
        }

        func owner(of item: Int64, at time: Int64) -> Int64 {
            let mine = stretches[item]?.first {
                $0.stretch.after < time && time <= $0.stretch.through
            }
            return mine?.owner ?? item
        }
    }
}
