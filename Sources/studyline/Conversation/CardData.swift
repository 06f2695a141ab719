import FSRS
import StudyCore
import StudyStore

/// A card with its memory and history, as JSON.
struct CardData: Encodable {
    struct Memory: Encodable {
        let stability: Double
        let difficulty: Double
        let retrievability: Double
    }

    let card: String
    let guide: String
    let text: String
    let due: String?
    let phase: String
    let reviews: Int
    let lapses: Int
    let memory: Memory?
    let suspended: Bool
    let flagged: Bool
    let history: [ReviewData]

    init(_ record: CardRecord, desk: Desk) throws {
        card = record.id.description
        guide = record.guide?.id.description ?? ""
        text = record.item.text.plain
        switch record.state?.due {
        case .moment(let moment): due = ISO8601.text(moment)
        case .day(let day): due = CalendarDate(day).iso
        case nil: due = nil
        }
        phase =
            switch record.state?.phase {
            case nil: "new"
            case .learning: "learning"
            case .review: "review"
            case .relearning: "relearning"
            }
        reviews = record.state?.reviews ?? 0
        lapses = record.state?.lapses ?? 0
        let scheduler = try desk.scheduler
        memory = record.state.flatMap { state in
            state.memory.map {
                Memory(
                    stability: $0.stability, difficulty: $0.difficulty,
                    retrievability: scheduler.retrievability(
                        of: state, at: desk.now(), on: desk.today) ?? 0)
            }
        }
        suspended = record.marks.isSuspended
        flagged = record.marks.isFlagged
        history = try desk.store.history(of: record.id).map(ReviewData.init)
    }
}

/// An answer as JSON.
struct ReviewData: Encodable {
    let id: String
    let card: String
    let form: String
    let rating: Int
    let time: String
    let seconds: Double
    let answer: String
    let score: Double?
    let hints: Int
    let assessment: AssessmentData?
    let undone: Bool

    init(_ record: ReviewRecord) {
        let review = record.review
        id = review.id.description
        card = review.card.description
        form = review.form.rawValue
        rating = review.rating.rawValue
        time = ISO8601.text(review.time)
        seconds = review.seconds
        answer = review.answer
        score = review.score
        hints = review.hints
        assessment = review.assessment.map(AssessmentData.init)
        undone = record.isUndone
    }
}
