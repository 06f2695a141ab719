internal import FSRS
internal import StudyCore

/// A review, as a record of an archive.
struct ArchivedReview: Codable {
    let device: String
    let sequence: Int
    let time: Int64
    let utcOffset: Int
    let card: String
    let form: String
    let rating: Int
    let milliseconds: Int64
    let answer: String?
    let score: Double?
    let hints: Int?
    let fingerprint: String
    let assessment: ArchivedAssessment?

    init(_ review: Review) {
        device = review.id.device
        sequence = review.id.sequence
        time = review.time.milliseconds
        utcOffset = review.utcOffset
        card = review.card.description
        form = review.form.rawValue
        rating = review.rating.rawValue
        milliseconds = Int64((review.seconds * 1000).rounded())
        answer = review.answer.isEmpty ? nil : review.answer
        score = review.score
        hints = review.hints == 0 ? nil : review.hints
        fingerprint = review.fingerprint.hex
        assessment = review.assessment.map(ArchivedAssessment.init)
    }

    func value() throws -> Review {
        guard sequence > 0, (-1440...1440).contains(utcOffset), milliseconds >= 0,
            (hints ?? 0) >= 0, score.map({ (0...1).contains($0) }) ?? true
        else {
            throw ArchiveRecord.Unreadable(
                "'sequence', 'utcOffset', 'milliseconds', 'hints' or 'score' cannot be so")
        }
        return Review(
            id: EventID(device: try deviceName(device), sequence: sequence),
            card: try known(Card.ID(card), "card"), form: try known(Form(rawValue: form), "form"),
            rating: try known(Rating(rawValue: rating), "rating"),
            time: Timestamp(milliseconds: time), utcOffset: utcOffset,
            seconds: Double(milliseconds) / 1000, answer: answer ?? "", score: score,
            hints: hints ?? 0, fingerprint: try Fingerprint(hex: fingerprint),
            assessment: try assessment?.value())
    }
}
