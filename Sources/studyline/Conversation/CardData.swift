import FSRS
import StudyCore
import StudyStore
import StudyTerminal

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
    /// Why it is due then, in a sentence.
    let sentence: String
    /// When each rating would bring it again, as `again`, `hard`, `good` and `easy`.
    let next: [String: String]
    /// The text was changed since the last answer.
    let textChanged: Bool
    let history: [StepData]

    init(_ record: CardRecord, desk: Desk) throws {
        card = record.id.description
        guide = record.guide?.id.description ?? ""
        text = record.item.text.plain
        due = record.state?.due.text
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
        let steps = try desk.steps(of: record)
        let now = desk.now()
        sentence = try WhyView(desk: desk).sentence(record, steps, now: now, today: desk.today)
            .plain
        let outcomes = try desk.outcomes(
            of: record.id, after: record.state, evidence: .recall, at: now,
            classSlug: record.guide?.id.classSlug)
        next = outcomes.reduce(into: [:]) { $0[Phrases.name($1.key)] = $1.value.due.text }
        textChanged = steps.last.map { $0.review.fingerprint != record.fingerprint } ?? false
        history = steps.map(StepData.init)
    }
}

extension CardState.Due {
    /// The moment or the day.
    fileprivate var text: String {
        switch self {
        case .moment(let moment): ISO8601.text(moment)
        case .day(let day): CalendarDate(day).iso
        }
    }
}

/// An answer with what the model made of it, as JSON.
struct StepData: Encodable {
    private let step: CardStep

    init(_ step: CardStep) {
        self.step = step
    }

    private enum Key: String, CodingKey {
        case predictedRecall, stability, difficulty, due, textChanged
    }

    func encode(to encoder: any Encoder) throws {
        try ReviewData(step.review, isUndone: step.isUndone).encode(to: encoder)
        var container = encoder.container(keyedBy: Key.self)
        try container.encodeIfPresent(step.recall, forKey: .predictedRecall)
        try container.encode(step.isTextChanged, forKey: .textChanged)
        guard !step.isUndone, let state = step.state else { return }
        try container.encodeIfPresent(state.memory?.stability, forKey: .stability)
        try container.encodeIfPresent(state.memory?.difficulty, forKey: .difficulty)
        try container.encode(state.due.text, forKey: .due)
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
        self.init(record.review, isUndone: record.isUndone)
    }

    init(_ review: Review, isUndone: Bool) {
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
        undone = isUndone
    }
}
