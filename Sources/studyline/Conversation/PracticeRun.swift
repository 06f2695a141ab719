import FSRS
import StudyCore
import StudyStore
import StudyTerminal

/// What a practice test is to be.
struct PracticeRequest: Equatable {
    var scope = ScopeChoice()
    var questions = 20
    var minutes: Double?
    var feedback = false
    /// Whether an unfinished test is given up.
    var isNew = false
}

/// A practice test: questions one after another, and only then what was right.
///
/// Each answer is on the disk, as a review and in the test's own file, before the next question.
final class PracticeRun {
    private let desk: Desk
    private let terminal: any Terminal
    private let view: QuestionView
    private let files: PracticeFiles
    private let maker: PracticeMaker

    init(desk: Desk) {
        self.desk = desk
        terminal = desk.terminal
        view = QuestionView(terminal: desk.terminal)
        files = PracticeFiles(folder: desk.locations.data)
        maker = PracticeMaker(desk: desk)
    }

    func run(_ request: PracticeRequest) throws {
        guard try desk.store.guideCount() > 0 else { throw ScopeError.empty }
        if request.isNew { try files.discard() }
        var test: PracticeTest
        if let unfinished = try files.unfinished() {
            test = unfinished
            let answered = test.slots.count { $0.answer != nil }
            terminal.writeWrapped(
                "Going on with the test\(test.scope.map { " on \($0)" } ?? "") after \(answered) of \(Phrases.count(test.slots.count, "question")); 'test --new' begins another one."
            )
        } else {
            guard let drawn = try draw(request) else {
                return terminal.writeWrapped("There is nothing to ask here.")
            }
            test = drawn
            let time = test.minutes.map { ", \(Phrases.duration(seconds: $0 * 60))" } ?? ""
            terminal.writeWrapped(
                "A practice test\(test.scope.map { " on \($0)" } ?? ""): \(Phrases.count(test.slots.count, "question"))\(time). \(test.feedback ? "Each answer is explained." : "What was right is said at the end.") :skip leaves a question out; Ctrl-D leaves the test, which can be gone on with."
            )
            try files.save(test)
        }
        guard try ask(&test) else {
            return terminal.writeWrapped("Left the test; 'test' goes on with it.")
        }
        let past = try files.past().filter { $0.scope == test.scope }
        try PracticeView(desk: desk).show(test, result: test.result, past: past)
        try PracticeSecondLook(desk: desk).offer(&test)
        try files.finish(test.result)
    }

    private func draw(_ request: PracticeRequest) throws -> PracticeTest? {
        let seed = desk.generator.next()
        let slots = try maker.slots(in: request.scope, questions: request.questions, seed: seed)
        guard !slots.isEmpty else { return nil }
        return PracticeTest(
            start: desk.now().milliseconds, scope: request.scope.name, seed: seed,
            minutes: request.minutes, feedback: request.feedback, seconds: 0, slots: slots)
    }

    /// Asks what has not been asked yet.
    ///
    /// - Returns: Whether the test is over; false when the learner left before its end.
    private func ask(_ test: inout PracticeTest) throws -> Bool {
        for index in test.slots.indices where test.slots[index].answer == nil {
            if let left = secondsLeft(test), left <= 0 {
                terminal.writeLine()
                terminal.writeWrapped("The time is over.")
                return true
            }
            guard let made = try maker.made(test.slots[index], of: test) else {
                test.slots[index].answer = PracticeTest.Answer(said: "", score: 0)
                continue
            }
            let start = desk.stopwatch()
            view.showPrompt(of: made.question, place: place(of: index, test), guide: made.guide)
            guard let answer = try answer(made, since: start, feedback: test.feedback) else {
                test.seconds += desk.stopwatch() - start
                try files.save(test)
                return false
            }
            test.slots[index].answer = answer
            test.seconds += desk.stopwatch() - start
            try files.save(test)
        }
        return true
    }

    /// `Question 3 of 20, 12 minutes left`.
    private func place(of index: Int, _ test: PracticeTest) -> String {
        let left = secondsLeft(test).map { ", \(Phrases.duration(seconds: $0)) left" } ?? ""
        return "Question \(index + 1) of \(test.slots.count)\(left)"
    }

    private func secondsLeft(_ test: PracticeTest) -> Double? {
        test.minutes.map { $0 * 60 - test.seconds }
    }

    /// Takes an answer and saves it; nil when the learner leaves.
    private func answer(
        _ made: PracticeMaker.Made, since start: Double, feedback: Bool
    ) throws -> PracticeTest.Answer? {
        enum Next { case skip, leave }
        let handling = AnswerReader.Handling<Next>(
            command: { command in
                switch command {
                case .skip: return .skip
                case .quit: return .leave
                case .flag:
                    try self.desk.append(.flag(made.record.id))
                    self.terminal.writeWrapped("Flagged.")
                default:
                    self.terminal.writeWrapped(
                        "In a test there are :skip, :flag and :quit alone.")
                }
                return nil
            }, interrupt: { .leave }, end: { .leave },
            begun: BegunAnswer(desk: desk, question: made.question))
        let reader = AnswerReader(terminal: terminal)
        let grading = OwnWordsGrading(desk: desk, question: made.question, subject: made.subject)
        try grading.makeReady()
        while true {
            switch try reader.take(made.question, handling) {
            case .next(.leave): return nil
            case .next(.skip): return PracticeTest.Answer(said: "", score: 0)
            case .given(let given):
                if given.isEmpty { return PracticeTest.Answer(said: "", score: 0) }
                let seconds = desk.stopwatch() - start
                switch try marking(of: made, grading).mark(given) {
                case .between(let one, let other):
                    terminal.writeWrapped(
                        "That could be \(one, .term) or \(other, .term); which one do you mean?")
                case .graded(let answer): return try take(answer, made, seconds, feedback)
                case .marked(let marked): return try take(marked, made, seconds, feedback)
                }
            }
        }
    }

    private func marking(
        of made: PracticeMaker.Made, _ grading: OwnWordsGrading
    ) throws -> Marking {
        let rivals = try made.question.form == .typedTerm ? desk.rivals(of: made.guide) : []
        return Marking(question: made.question, rivals: { rivals }, grade: grading.grade)
    }

    /// Saves a graded answer, without asking.
    ///
    /// A low score fails nothing by itself: what is not recognised counts as hard until the learner has
    /// looked at it.
    private func take(
        _ answer: OwnWords, _ made: PracticeMaker.Made, _ seconds: Double, _ feedback: Bool
    ) throws -> PracticeTest.Answer {
        var marks = answer.marks()
        for index in marks.indices where answer.isDoubtful {
            marks[index].rating = max(marks[index].rating, .hard)
        }
        let review = try save(marks, made, seconds: seconds)
        try desk.drafts.keep("", for: made.question.card)
        if feedback {
            GradeView(terminal: terminal).show(answer, model: made.question.answer.plain)
        }
        return PracticeTest.Answer(
            said: answer.text, score: answer.score, isDoubtful: answer.isDoubtful, review: review)
    }

    private func take(
        _ marked: MarkedAnswer, _ made: PracticeMaker.Made, _ seconds: Double, _ feedback: Bool
    ) throws -> PracticeTest.Answer {
        let review = try save(marked.marks, made, seconds: seconds)
        if feedback {
            AnswerView(terminal: terminal).show(
                marked, to: made.question, text: made.record.item.text)
        }
        return PracticeTest.Answer(
            said: Self.said(marked, to: made.question), score: marked.share, review: review)
    }

    /// An answer as it is shown again: what was typed, or of what the option chosen is said.
    private static func said(_ marked: MarkedAnswer, to question: Question) -> String {
        if question.form == .multipleChoice { return marked.marks.first?.answer ?? "" }
        return marked.parts.map(\.said).filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// Saves the answer as a review of the card that was asked.
    ///
    /// The other terms of a matching question are no business of the scheduler here.
    private func save(
        _ marks: [MarkedAnswer.Mark], _ made: PracticeMaker.Made, seconds: Double
    ) throws -> PracticeTest.ReviewName? {
        guard let mark = marks.first(where: { $0.card == made.record.id }) else { return nil }
        let now = desk.now()
        let review = try desk.store.append(
            ReviewDraft(
                card: mark.card, form: made.question.form, rating: mark.rating, time: now,
                utcOffset: desk.clock(at: now).utcOffset, seconds: seconds, answer: mark.answer,
                score: mark.score, fingerprint: made.record.fingerprint,
                assessment: mark.assessment)
        ).review
        return PracticeTest.ReviewName(device: review.id.device, sequence: review.id.sequence)
    }
}

extension MarkedAnswer {
    /// The share of points; 0–1.
    var share: Double {
        let scores = marks.compactMap(\.score)
        return scores.isEmpty ? 0 : scores.reduce(0, +) / Double(scores.count)
    }
}
