internal import BulkSQL
package import FSRS
package import StudyCore

/// An answer that is not taken back, as far as memory states rest on it.
package struct CountingAnswer: Hashable, Sendable {
    /// The card that was answered: another one than it counts for where histories went over.
    package let card: Card.ID
    package let time: Timestamp
    /// Minutes that the learner's local time was ahead of UTC then.
    package let utcOffset: Int
    package let rating: Rating
    package let form: Form
    /// Seconds from question to rating.
    package let seconds: Double
}

extension CountingAnswer {
    init(_ review: Review) {
        self.init(
            card: review.card, time: review.time, utcOffset: review.utcOffset,
            rating: review.rating,
            form: review.form, seconds: review.seconds)
    }

    init(_ row: BulkRow, to card: Card.ID) throws {
        guard let rating = Rating(rawValue: Int(row.number(2))),
            let form = row.text(3).flatMap(Form.init(rawValue:))
        else { throw Undecodable("a review of an unknown form or rating") }
        self.init(
            card: card, time: Timestamp(milliseconds: row.number(0)), utcOffset: Int(row.number(1)),
            rating: rating, form: form, seconds: Double(row.number(4)) / 1000)
    }

    /// The answers to a card of an item that shares no history, in the order of replay.
    static let query = """
        SELECT event.time, event.utc_offset, review.rating, review.form, review.milliseconds
        FROM review JOIN event ON event.number = review.event
        JOIN device ON device.number = event.device
        WHERE review.item = ? AND review.facet = ? AND review.event NOT IN undone
        ORDER BY \(ReviewRow.replayOrder)
        """
}
