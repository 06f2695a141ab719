package import FSRS
package import StudyCore

/// A review that is not in the log yet, and so has no identity.
package struct ReviewDraft: Hashable, Sendable {
    package var card: Card.ID
    package var form: Form
    package var rating: Rating
    package var time: Timestamp
    /// Minutes that the learner's local time is ahead of UTC.
    package var utcOffset: Int
    /// Seconds from question to rating; kept to the millisecond.
    package var seconds: Double
    package var answer: String
    /// Share of the answer that was found right, 0–1; nil when the learner rated it alone.
    package var score: Double?
    package var hints: Int
    /// The fingerprint of the item's text that was asked.
    package var fingerprint: Fingerprint
    /// What the grader made of an answer in the learner's own words; nil for any other.
    package var assessment: Assessment?

    package init(
        card: Card.ID, form: Form, rating: Rating, time: Timestamp, utcOffset: Int,
        seconds: Double, answer: String = "", score: Double? = nil, hints: Int = 0,
        fingerprint: Fingerprint, assessment: Assessment? = nil
    ) {
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

    /// The review as the log will give it back.
    func review(id: EventID) -> Review {
        let milliseconds = seconds.isFinite ? (max(0, min(seconds, 1e9)) * 1000).rounded() : 0
        return Review(
            id: id, card: card, form: form, rating: rating, time: time, utcOffset: utcOffset,
            seconds: milliseconds / 1000, answer: answer.withoutNUL,
            score: score.map { $0.isNaN ? 0 : max(0, min($0, 1)) }, hints: max(0, hints),
            fingerprint: fingerprint, assessment: assessment?.harmless)
    }
}

extension Assessment {
    /// The assessment as the log will give it back.
    fileprivate var harmless: Assessment {
        var harmless = self
        harmless.score = score.isNaN ? 0 : max(0, min(score, 1))
        harmless.confidence = confidence.isNaN ? 0 : max(0, min(confidence, 1))
        harmless.accepted = accepted?.withoutNUL
        return harmless
    }
}

extension String {
    /// SQLite ends a text at its first NUL.
    fileprivate var withoutNUL: String {
        utf8.contains(0)
            ? String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\0" })) : self
    }
}
