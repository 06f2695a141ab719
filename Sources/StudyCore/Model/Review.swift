package import FSRS

/// One answered card.
///
/// Reviews are only ever added; memory states, due dates and figures are derived from them.
package struct Review: Hashable, Sendable {
    package var id: EventID
    package var card: Card.ID
    package var form: Form
    package var rating: Rating
    /// When the answer was given.
    package var time: Timestamp
    /// Minutes that the learner's local time was ahead of UTC then.
    package var utcOffset: Int
    /// Seconds from question to rating.
    package var seconds: Double
    /// What was typed; empty when nothing was.
    package var answer: String
    /// Share of the answer that was found right, 0–1; nil when the learner rated it alone.
    package var score: Double?
    /// Hints taken before the answer.
    package var hints: Int
    /// The fingerprint of the item's text that was asked.
    package var fingerprint: Fingerprint
    /// What the grader made of an answer in the learner's own words; nil for any other.
    package var assessment: Assessment?

    package init(
        id: EventID, card: Card.ID, form: Form, rating: Rating, time: Timestamp, utcOffset: Int,
        seconds: Double, answer: String = "", score: Double? = nil, hints: Int = 0,
        fingerprint: Fingerprint, assessment: Assessment? = nil
    ) {
        self.id = id
        self.card = card
        self.form = form
        self.rating = rating
        self.time = time
        self.utcOffset = utcOffset
        self.seconds = seconds
        self.answer = answer
        self.score = score
        self.hints = hints
        self.fingerprint = fingerprint
        self.assessment = assessment
    }
}

/// The identity of an event, unique across machines: the device that wrote it and its running number.
package struct EventID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The random name a data folder gave itself when it was made.
    package let device: String
    /// Counts the device's events from 1, without gaps.
    package let sequence: Int

    package init(device: String, sequence: Int) {
        self.device = device
        self.sequence = sequence
    }

    package var description: String { "\(device)-\(sequence)" }

    package static func < (left: EventID, right: EventID) -> Bool {
        (left.device, left.sequence) < (right.device, right.sequence)
    }
}
