import FSRS
import StudyCore
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
    let reader: AnswerReader
    private let form: Form?
    /// Whether new cards are asked from memory too, and not among others: what an exam's plan counts on.
    private let asksFromMemory: Bool
    var session: QuizSession
    /// The answers given here, newest last, for `:undo`; several at once when the question was of
    /// several cards.
    private var given: [[(candidate: QueueCandidate, review: EventID)]] = []
    /// Whether the last thing the learner did was to leave a question by Ctrl-C.
    private var leftQuestion = false

    init(desk: Desk, session: QuizSession, form: Form?, asksFromMemory: Bool = false) {
        self.desk = desk
        self.terminal = desk.terminal
        self.view = QuestionView(terminal: desk.terminal)
        self.reader = AnswerReader(terminal: desk.terminal)
        self.session = session
        self.form = form
        self.asksFromMemory = asksFromMemory
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
            let (subject, question, ladder) = try question(of: record, in: guide)
        else {
            session.removed(candidate.card)
            return .goOn
        }
        let asking = Asking(
            candidate: candidate, record: record, guide: guide, subject: subject,
            question: question, ladder: ladder,
            grading: OwnWordsGrading(desk: desk, question: question, subject: subject),
            start: desk.stopwatch())
        let remaining = session.remaining
        let left = remaining > 1 ? "\(remaining - 1) to go" : "the last one"
        view.showPrompt(
            of: question, place: "Question \(session.tally.answers + 1), \(left)", guide: guide)
        if record.standing.isChanged {
            terminal.writeWrapped(
                StyledText("The text has changed since you were asked last.", .warning))
        }
        try asking.grading.makeReady()
        return try answer(asking)
    }

    /// The card in words, in the form wanted or in the one that teaches most now.
    private func question(
        of record: CardRecord, in guide: GuideHead
    ) throws -> (Subject, Question, Ladder?)? {
        let subject = try desk.subject(record, in: guide)
        if let form {
            return QuestionMaker.question(subject, form: form, using: &desk.generator)
                .map { (subject, $0, nil) }
        }
        let ladder = try desk.ladder(for: record, in: guide)
        let forms = asksFromMemory ? ladder.formsFromMemory : ladder.forms
        return QuestionMaker.question(subject, forms: forms, using: &desk.generator)
            .map { (subject, $0, ladder) }
    }

    /// Takes the answer, and after it the rating where the answer does not decide it.
    private func answer(_ asking: Asking) throws -> Next {
        let handling = AnswerReader.Handling<Next>(
            command: { try self.perform($0, asking) },
            interrupt: { self.leaveQuestion(asking) }, end: { .leave },
            begun: BegunAnswer(desk: desk, question: asking.question))
        while true {
            switch try reader.take(asking.question, handling) {
            case .next(let next): return next
            case .given(let given):
                leftQuestion = false
                let seconds = desk.stopwatch() - asking.start
                switch try marking(of: asking).mark(given) {
                case .between(let one, let other):
                    terminal.writeWrapped(
                        "That could be \(one, .term) or \(other, .term); which one do you mean?")
                case .graded(let answer):
                    asking.isAnswered = true
                    return try lookOver(answer, asking, seconds: seconds)
                case .marked(let marked):
                    return try settle(
                        marked.capped(at: asking.hintCap), asking, seconds: seconds)
                }
            }
        }
    }

    /// Shows what was right, and takes the rating where the answer does not decide it.
    private func settle(
        _ marked: MarkedAnswer, _ asking: Asking, seconds: Double
    ) throws -> Next {
        asking.isAnswered = true
        AnswerView(terminal: terminal).show(
            marked, to: asking.question, text: asking.record.item.text)
        if !marked.isFinal {
            terminal.writeLine()
            return try rate(asking, marked, seconds: seconds)
        }
        try save(asking, marked.marks, seconds: seconds)
        return .goOn
    }

    private func marking(of asking: Asking) throws -> Marking {
        let rivals = try rivals(of: asking)
        return Marking(question: asking.question, rivals: { rivals }, grade: asking.grading.grade)
    }

    /// The other terms of the class, which must not count as this one.
    private func rivals(of asking: Asking) throws -> [(name: String, term: String)] {
        guard asking.question.card.facet == .term, asking.question.form != .multipleChoice else {
            return []
        }
        return try desk.rivals(of: asking.guide)
    }

    private func rate(_ asking: Asking, _ marked: MarkedAnswer, seconds: Double) throws -> Next {
        try showKeys(asking)
        let suggestion = marked.marks.first?.rating ?? .again
        while true {
            switch try reader.read(.rating(suggestion)) {
            case .text(let text):
                noteAnswer()
                guard let rating = rating(text.trimmed, proposal: suggestion, asking) else {
                    continue
                }
                var rated = marked
                rated.rate(rating)
                try save(asking, rated.marks, seconds: seconds)
                try desk.drafts.keep("", for: asking.candidate.card)
                return .goOn
            case .command(let command):
                if let next = try perform(command, asking) {
                    try keep(marked, asking)
                    return next
                }
            case .interrupt:
                try keep(marked, asking)
                return leaveQuestion(asking)
            case .end:
                try keep(marked, asking)
                return .leave
            }
        }
    }

    /// Keeps what was typed to a flashcard that is left without a rating.
    private func keep(_ marked: MarkedAnswer, _ asking: Asking) throws {
        guard case .judged = asking.question.response else { return }
        try desk.drafts.keep(marked.marks.first?.answer ?? "", for: asking.candidate.card)
    }

    /// Shows the ratings there are, with what each would do.
    func showKeys(_ asking: Asking) throws {
        let now = desk.now()
        let outcomes = try desk.outcomes(
            of: asking.candidate.card, after: asking.candidate.state,
            evidence: asking.question.form.evidence, at: now,
            classSlug: asking.guide.id.classSlug
        ).filter { $0.key <= asking.hintCap }
        view.showKeys(outcomes, at: now, on: desk.clock(at: now).day(of: now))
    }

    /// The rating that was typed; nil, with what to do, when it is none or better than hints allow.
    func rating(_ text: String, proposal: Rating?, _ asking: Asking) -> Rating? {
        guard let rating = Self.rating(text, suggestion: proposal) else {
            let enter = proposal.map {
                ", or Enter for \($0.rawValue) (\(Phrases.name($0)))"
            }
            terminal.writeWrapped("Type 1 to 4\(enter ?? "").")
            return nil
        }
        guard rating <= asking.hintCap else {
            terminal.writeWrapped(
                "After \(Phrases.count(asking.hints, "hint")) the best is \(asking.hintCap.rawValue) (\(Phrases.name(asking.hintCap)))."
            )
            return nil
        }
        return rating
    }

    /// Something was answered since the last Ctrl-C.
    func noteAnswer() { leftQuestion = false }

    /// Saves what the answer was worth, card by card.
    func save(_ asking: Asking, _ marks: [MarkedAnswer.Mark], seconds: Double) throws {
        let now = desk.now()
        let offset = desk.clock(at: now).utcOffset
        var saved: [(candidate: QueueCandidate, review: EventID)] = []
        for mark in marks {
            guard let (candidate, fingerprint) = try candidate(for: mark.card, asking) else {
                continue
            }
            let share = seconds / Double(marks.count)
            let draft = ReviewDraft(
                card: mark.card, form: asking.question.form, rating: mark.rating, time: now,
                utcOffset: offset, seconds: share, answer: mark.answer, score: mark.score,
                hints: asking.hints, fingerprint: fingerprint, assessment: mark.assessment)
            let (review, state) = try desk.store.append(draft)
            saved.append((candidate, review.id))
            session.answered(candidate, rating: mark.rating, state: state, seconds: share)
        }
        given.append(saved)
    }

    /// A card that an answer says something of; nil when nothing is to be noted for it.
    ///
    /// Recognising a new term among others does not introduce it, and what the learner put aside
    /// stays aside.
    private func candidate(
        for card: Card.ID, _ asking: Asking
    ) throws -> (candidate: QueueCandidate, fingerprint: Fingerprint)? {
        if card == asking.candidate.card {
            return (asking.candidate, asking.record.fingerprint)
        }
        guard let record = try desk.store.card(card), let guide = record.guide,
            !record.marks.isHidden(on: desk.today),
            record.state != nil || asking.question.form.evidence == .recall
        else { return nil }
        let candidate = QueueCandidate(
            card: card, guide: guide.id, state: record.state, marks: record.marks,
            isChanged: record.standing.isChanged)
        return (candidate, record.fingerprint)
    }

    /// What a typed rating means; nil when it means nothing.
    static func rating(_ text: String, suggestion: Rating?) -> Rating? {
        if text.isEmpty { return suggestion }
        if let number = Int(text) { return Rating(rawValue: number) }
        return Rating.allCases.first { Phrases.name($0).hasPrefix(text.lowercased()) }
    }

    /// Ctrl-C: the question is put aside; a second one in a row leaves the session.
    func leaveQuestion(_ asking: Asking) -> Next {
        if leftQuestion { return .leave }
        leftQuestion = true
        session.skipped(asking.candidate)
        let kept =
            desk.drafts.text(for: asking.candidate.card).isEmpty
            ? "" : " What you typed is kept for it."
        terminal.writeWrapped(
            StyledText(
                "Left this question; it stays due.\(kept) Ctrl-C again leaves the quiz.", .faint))
        return .goOn
    }

    /// Takes the last answer of this session back; false when there is none.
    func undoLast() throws -> Bool {
        guard let last = given.popLast() else { return false }
        // The card whose turn it was is taken back last, so that it comes first.
        for (candidate, review) in last.reversed() {
            try desk.append(.undo(review))
            session.undone(candidate)
        }
        return true
    }
}

/// A question on the screen, with what has happened to it.
final class Asking {
    let candidate: QueueCandidate
    let record: CardRecord
    let guide: GuideHead
    /// The card with the terms around it.
    let subject: Subject
    let question: Question
    /// Why it is asked in this form; nil when the learner fixed the form.
    let ladder: Ladder?
    let grading: OwnWordsGrading
    /// When it was shown, by the stopwatch.
    let start: Double
    /// Whether the right answer has been shown.
    var isAnswered = false
    var isFlagged: Bool
    var hints = 0

    init(
        candidate: QueueCandidate, record: CardRecord, guide: GuideHead, subject: Subject,
        question: Question, ladder: Ladder?, grading: OwnWordsGrading, start: Double
    ) {
        self.candidate = candidate
        self.record = record
        self.guide = guide
        self.subject = subject
        self.question = question
        self.ladder = ladder
        self.grading = grading
        self.start = start
        isFlagged = record.marks.isFlagged
    }

    /// The best rating after the hints taken.
    var hintCap: Rating {
        switch hints {
        case 0: .easy
        case 1: .good
        default: .hard
        }
    }
}
