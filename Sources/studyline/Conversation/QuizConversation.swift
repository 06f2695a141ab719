import FSRS
import StudyCore
import StudyGrading
import StudyStore
import StudyTerminal

/// One session as the learner lives it: question, answer, rating, until the queue is empty.
///
/// Each answer is on the disk before the next question is shown.
final class QuizConversation {
    /// How the conversation ended.
    enum Ending: Equatable {
        case finished(QuizSession.End)
        /// The learner left.
        case left
    }

    let desk: Desk
    let terminal: any Terminal
    let view: QuestionView
    private let form: Form?
    var session: QuizSession
    /// The answers given here, newest last, for `:undo`.
    private var given: [(candidate: QueueCandidate, review: EventID)] = []
    /// Whether the last thing the learner did was to leave a question by Ctrl-C.
    private var leftQuestion = false

    init(desk: Desk, session: QuizSession, form: Form?) {
        self.desk = desk
        self.terminal = desk.terminal
        self.view = QuestionView(terminal: desk.terminal)
        self.session = session
        self.form = form
    }

    /// Asks until the session ends or the learner leaves.
    func run() throws -> Ending {
        while true {
            switch session.turn(at: desk.now()) {
            case .end(let end):
                return .finished(end)
            case .ask(let candidate):
                if try ask(candidate) == .leave { return .left }
            }
        }
    }

    /// What follows a question.
    enum Next: Equatable {
        case goOn, leave
    }

    private func ask(_ candidate: QueueCandidate) throws -> Next {
        guard let record = try desk.store.card(candidate.card), let guide = record.guide,
            let question = QuestionMaker.question(
                Subject(record, in: guide), form: form, using: &desk.generator)
        else {
            session.removed(candidate.card)
            return .goOn
        }
        let asking = Asking(
            candidate: candidate, record: record, guide: guide, question: question,
            start: desk.stopwatch())
        view.showPrompt(
            of: question, guide: guide, asked: session.tally.answers,
            remaining: session.remaining)
        if record.standing.isChanged {
            terminal.writeWrapped(
                StyledText("The text has changed since you were asked last.", .warning))
        }
        return try answer(asking)
    }

    /// Takes the answer, and after it the rating.
    private func answer(_ asking: Asking) throws -> Next {
        var asking = asking
        while true {
            switch try read(asking.question.isTyped ? .typed : .reveal) {
            case .text(let text):
                leftQuestion = false
                asking.answer = text.trimmed
                let suggestion = try judge(&asking)
                guard let suggestion else { continue }
                return try rate(asking, suggestion: suggestion)
            case .command(let command):
                if let next = try perform(command, &asking) { return next }
            case .interrupt:
                return leaveQuestion(asking)
            case .end:
                return .leave
            }
        }
    }

    /// Shows what is right and says what the answer was worth; nil asks for the answer again.
    private func judge(_ asking: inout Asking) throws -> Rating? {
        guard asking.question.isTyped else {
            view.showAnswer(of: asking.question)
            return .good
        }
        let question = asking.question
        let right = question.accepted.first ?? ""
        let verdict = TypedAnswer.judge(asking.answer, accepted: question.accepted) {
            (try? rivals(of: asking)) ?? []
        }
        let rating: Rating
        switch verdict {
        case .right:
            terminal.writeWrapped("\("Right.", .correct) It is \(right, .term).")
            rating = .good
        case .slip(let meant):
            terminal.writeWrapped("\("Right,", .correct) but for a slip: it is \(meant, .term).")
            rating = .good
        case .confused(let other):
            terminal.writeWrapped("\("Not right.", .wrong) It is \(right, .term), not \(other).")
            rating = .again
        case .between(let one, let other):
            terminal.writeWrapped(
                "That could be \(one, .term) or \(other, .term); which one do you mean?")
            return nil
        case .wrong:
            terminal.writeWrapped("\("Not right.", .wrong) It is \(right, .term).")
            rating = .again
        case .empty:
            terminal.writeWrapped("It is \(right, .term).")
            rating = .again
        }
        asking.score = rating == .again ? 0 : 1
        terminal.writeLine()
        view.show(asking.record.item.text, indent: "  ")
        terminal.writeLine()
        return min(rating, asking.hintCap)
    }

    /// The other terms of the class, which must not count as this one.
    private func rivals(of asking: Asking) throws -> [(name: String, term: String)] {
        guard asking.question.card.facet == .term else { return [] }
        return try desk.rivals(of: asking.guide)
    }

    private func rate(_ asking: Asking, suggestion: Rating) throws -> Next {
        var asking = asking
        asking.isAnswered = true
        let seconds = desk.stopwatch() - asking.start
        let now = desk.now()
        let outcomes = desk.outcomes(
            of: asking.candidate.card, after: asking.candidate.state,
            evidence: asking.question.form.evidence, at: now,
            classSlug: asking.guide.id.classSlug)
        view.showKeys(outcomes, at: now, on: desk.clock(at: now).day(of: now))
        while true {
            switch try read(.rating(suggestion)) {
            case .text(let text):
                leftQuestion = false
                guard let rating = Self.rating(text.trimmed, suggestion: suggestion) else {
                    terminal.writeWrapped(
                        "Type 1 to 4, or Enter for \(suggestion.rawValue) (\(Phrases.name(suggestion)))."
                    )
                    continue
                }
                try save(asking, rating: rating, seconds: seconds)
                return .goOn
            case .command(let command):
                if let next = try perform(command, &asking) { return next }
            case .interrupt:
                return leaveQuestion(asking)
            case .end:
                return .leave
            }
        }
    }

    private func save(_ asking: Asking, rating: Rating, seconds: Double) throws {
        let now = desk.now()
        let draft = ReviewDraft(
            card: asking.candidate.card, form: asking.question.form, rating: rating, time: now,
            utcOffset: desk.clock(at: now).utcOffset, seconds: seconds, answer: asking.answer,
            score: asking.score, hints: asking.hints, fingerprint: asking.record.fingerprint)
        let (review, state) = try desk.store.append(draft)
        given.append((asking.candidate, review.id))
        session.answered(asking.candidate, rating: rating, state: state, seconds: seconds)
    }

    /// What a typed rating means; nil when it means nothing.
    static func rating(_ text: String, suggestion: Rating) -> Rating? {
        if text.isEmpty { return suggestion }
        if let number = Int(text) { return Rating(rawValue: number) }
        return Rating.allCases.first { Phrases.name($0).hasPrefix(text.lowercased()) }
    }

    /// Ctrl-C: the question is put aside; a second one in a row leaves the session.
    private func leaveQuestion(_ asking: Asking) -> Next {
        if leftQuestion { return .leave }
        leftQuestion = true
        session.skipped(asking.candidate)
        terminal.writeWrapped(
            StyledText("Left this question; it stays due. Ctrl-C again leaves the quiz.", .faint))
        return .goOn
    }

    /// Takes the last answer of this session back; false when there is none.
    func undoLast() throws -> Bool {
        guard let last = given.popLast() else { return false }
        try desk.append(.undo(last.review))
        session.undone(last.candidate)
        return true
    }
}

/// A question on the screen.
struct Asking {
    let candidate: QueueCandidate
    let record: CardRecord
    let guide: GuideHead
    let question: Question
    /// When it was shown, by the stopwatch.
    let start: Double
    /// What was typed.
    var answer = ""
    /// Whether the right answer has been shown.
    var isAnswered = false
    var isFlagged: Bool
    var score: Double?
    var hints = 0

    init(
        candidate: QueueCandidate, record: CardRecord, guide: GuideHead, question: Question,
        start: Double
    ) {
        self.candidate = candidate
        self.record = record
        self.guide = guide
        self.question = question
        self.start = start
        isFlagged = record.marks.isFlagged
    }

    /// The best rating that is suggested after the hints taken.
    var hintCap: Rating {
        switch hints {
        case 0: .easy
        case 1: .good
        default: .hard
        }
    }
}

extension Subject {
    /// A card of the store as a question is made from it.
    init(_ record: CardRecord, in guide: GuideHead) {
        self.init(card: record.id, item: record.item, term: guide.term, aliases: guide.aliases)
    }
}
