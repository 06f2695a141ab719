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
            let (question, ladder) = try question(of: record, in: guide)
        else {
            session.removed(candidate.card)
            return .goOn
        }
        let asking = Asking(
            candidate: candidate, record: record, guide: guide, question: question, ladder: ladder,
            start: desk.stopwatch())
        let remaining = session.remaining
        let left = remaining > 1 ? "\(remaining - 1) to go" : "the last one"
        view.showPrompt(
            of: question, place: "Question \(session.tally.answers + 1), \(left)", guide: guide)
        if record.standing.isChanged {
            terminal.writeWrapped(
                StyledText("The text has changed since you were asked last.", .warning))
        }
        return try answer(asking)
    }

    /// The card in words, in the form wanted or in the one that teaches most now.
    private func question(
        of record: CardRecord, in guide: GuideHead
    ) throws -> (Question, Ladder?)? {
        let subject = try desk.subject(record, in: guide)
        if let form {
            return QuestionMaker.question(subject, form: form, using: &desk.generator)
                .map { ($0, nil) }
        }
        let ladder = try desk.ladder(for: record, in: guide)
        let forms = asksFromMemory ? ladder.formsFromMemory : ladder.forms
        return QuestionMaker.question(subject, forms: forms, using: &desk.generator)
            .map { ($0, ladder) }
    }

    /// Takes the answer, and after it the rating where the answer does not decide it.
    private func answer(_ asking: Asking) throws -> Next {
        let handling = AnswerReader.Handling<Next>(
            command: { try self.perform($0, asking) },
            interrupt: { self.leaveQuestion(asking) }, end: { .leave })
        while true {
            switch try reader.take(asking.question, handling) {
            case .next(let next): return next
            case .given(let given):
                leftQuestion = false
                let seconds = desk.stopwatch() - asking.start
                guard let given = try confirmed(given, asking) else { return .leave }
                guard let marked = try mark(given, asking) else { continue }
                asking.isAnswered = true
                AnswerView(terminal: terminal).show(
                    marked, to: asking.question, text: asking.record.item.text)
                if !marked.isFinal {
                    terminal.writeLine()
                    return try rate(asking, marked, seconds: seconds)
                }
                try save(asking, marked, seconds: seconds)
                return .goOn
            }
        }
    }

    /// Holds an answer against what is right; nil asks for it again.
    private func mark(_ given: GivenAnswer, _ asking: Asking) throws -> MarkedAnswer? {
        let rivals = try rivals(of: asking)
        switch Marking(question: asking.question, rivals: { rivals }).mark(given) {
        case .marked(let marked): return marked.capped(at: asking.hintCap)
        case .between(let one, let other):
            terminal.writeWrapped(
                "That could be \(one, .term) or \(other, .term); which one do you mean?")
            return nil
        }
    }

    /// A list after the learner said which of its points were told; nil when the learner left.
    private func confirmed(_ given: GivenAnswer, _ asking: Asking) throws -> GivenAnswer? {
        guard case .told(let told, let text) = given, !text.isEmpty else { return given }
        view.show(asking.question.answer)
        terminal.writeLine()
        while true {
            switch try reader.read(.told(told)) {
            case .text(let typed):
                if let corrected = Self.points(typed, of: told) {
                    return .told(corrected, text: text)
                }
                terminal.writeWrapped(
                    "Type the numbers of those you told, such as 1 3, or 0 for none; Enter takes what stands in brackets."
                )
            case .command(let command): if try perform(command, asking) != nil { return nil }
            case .interrupt, .end: return nil
            }
        }
    }

    /// Points by their numbers; the proposal when nothing is typed, nil when it cannot be read.
    static func points(_ typed: String, of proposal: [Bool]) -> [Bool]? {
        let words = typed.split { !$0.isNumber && !$0.isLetter }
        if words.isEmpty { return typed.trimmed.isEmpty ? proposal : nil }
        if words == ["0"] || words == ["none"] { return proposal.map { _ in false } }
        let numbers = words.compactMap { Int($0) }
        guard numbers.count == words.count, numbers.allSatisfy((1...proposal.count).contains) else {
            return nil
        }
        return proposal.indices.map { numbers.contains($0 + 1) }
    }

    /// The other terms of the class, which must not count as this one.
    private func rivals(of asking: Asking) throws -> [(name: String, term: String)] {
        guard asking.question.card.facet == .term, asking.question.form != .multipleChoice else {
            return []
        }
        return try desk.rivals(of: asking.guide)
    }

    private func rate(_ asking: Asking, _ marked: MarkedAnswer, seconds: Double) throws -> Next {
        let now = desk.now()
        let outcomes = try desk.outcomes(
            of: asking.candidate.card, after: asking.candidate.state,
            evidence: asking.question.form.evidence, at: now,
            classSlug: asking.guide.id.classSlug
        ).filter { $0.key <= asking.hintCap }
        view.showKeys(outcomes, at: now, on: desk.clock(at: now).day(of: now))
        let suggestion = marked.marks.first?.rating ?? .again
        while true {
            switch try reader.read(.rating(suggestion)) {
            case .text(let text):
                leftQuestion = false
                guard let rating = Self.rating(text.trimmed, suggestion: suggestion) else {
                    terminal.writeWrapped(
                        "Type 1 to 4, or Enter for \(suggestion.rawValue) (\(Phrases.name(suggestion)))."
                    )
                    continue
                }
                if rating > asking.hintCap {
                    terminal.writeWrapped(
                        "After \(Phrases.count(asking.hints, "hint")) the best is \(asking.hintCap.rawValue) (\(Phrases.name(asking.hintCap)))."
                    )
                    continue
                }
                var rated = marked
                rated.rate(rating)
                try save(asking, rated, seconds: seconds)
                return .goOn
            case .command(let command):
                if let next = try perform(command, asking) { return next }
            case .interrupt:
                return leaveQuestion(asking)
            case .end:
                return .leave
            }
        }
    }

    /// Saves what the answer was worth, card by card.
    private func save(_ asking: Asking, _ marked: MarkedAnswer, seconds: Double) throws {
        let now = desk.now()
        let offset = desk.clock(at: now).utcOffset
        var saved: [(candidate: QueueCandidate, review: EventID)] = []
        for mark in marked.marks {
            guard let (candidate, fingerprint) = try candidate(for: mark.card, asking) else {
                continue
            }
            let share = seconds / Double(marked.marks.count)
            let draft = ReviewDraft(
                card: mark.card, form: asking.question.form, rating: mark.rating, time: now,
                utcOffset: offset, seconds: share, answer: mark.answer, score: mark.score,
                hints: asking.hints, fingerprint: fingerprint)
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
    let question: Question
    /// Why it is asked in this form; nil when the learner fixed the form.
    let ladder: Ladder?
    /// When it was shown, by the stopwatch.
    let start: Double
    /// Whether the right answer has been shown.
    var isAnswered = false
    var isFlagged: Bool
    var hints = 0

    init(
        candidate: QueueCandidate, record: CardRecord, guide: GuideHead, question: Question,
        ladder: Ladder?, start: Double
    ) {
        self.candidate = candidate
        self.record = record
        self.guide = guide
        self.question = question
        self.ladder = ladder
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
