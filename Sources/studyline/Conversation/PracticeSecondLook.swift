import FSRS
import StudyCore
import StudyStore
import StudyTerminal

/// The answers of a practice test that words alone could not tell: the learner looks them over at the end.
///
/// A new mark takes the review back that was saved in the test, and saves another in its place.
struct PracticeSecondLook {
    let desk: Desk

    private var terminal: any Terminal { desk.terminal }
    private var reader: AnswerReader { AnswerReader(terminal: desk.terminal) }

    /// Offers to go through the doubtful answers.
    ///
    /// - Parameter test: The test; the scores of what is looked at change.
    /// - Throws: When an answer cannot be saved.
    func offer(_ test: inout PracticeTest) throws {
        let doubtful = test.slots.indices.filter { test.slots[$0].answer?.isDoubtful == true }
        guard !doubtful.isEmpty else { return }
        terminal.writeLine()
        terminal.writeWrapped(
            "\(Phrases.count(doubtful.count, "answer")) \(doubtful.count == 1 ? "deserves" : "deserve") a second look. Enter goes through them; Ctrl-D leaves them as they are."
        )
        guard case .line = try terminal.readLine(LineRequest(prompt: StyledText("Look> ", .prompt)))
        else { return terminal.writeLine() }
        for index in doubtful {
            guard let made = try PracticeMaker(desk: desk).made(test.slots[index], of: test),
                let given = test.slots[index].answer,
                let answer = try OwnWordsGrading(
                    desk: desk, question: made.question, subject: made.subject
                ).grade(given.said)
            else { continue }
            QuestionView(terminal: terminal).showPrompt(
                of: made.question, place: "Question \(index + 1) of \(test.slots.count)",
                guide: made.guide)
            terminal.writeWrapped("You wrote: \(given.said, .emphasis)")
            guard let (looked, rating) = try decide(answer, made) else { break }
            try replace(given.review, with: looked.marks(rating: rating), made)
            test.slots[index].answer?.score = looked.score
            test.slots[index].answer?.isDoubtful = false
        }
        let result = test.result
        terminal.writeLine()
        terminal.writeWrapped(
            "Score after the second look: \(Phrases.oneDecimal(result.points), .strong) of \(result.questions) points, \(Phrases.percent(result.share), .strong)."
        )
    }

    /// The marks as the learner leaves them; nil when the learner leaves.
    private func decide(
        _ answer: OwnWords, _ made: PracticeMaker.Made
    ) throws -> (OwnWords, Rating?)? {
        var answer = answer
        let view = GradeView(terminal: terminal)
        view.show(answer, model: made.question.answer.plain)
        terminal.writeLine()
        view.showSum(of: answer, proposal: answer.proposal)
        while true {
            let points = answer.grade.points.count
            let waiting: AnswerReader.Waiting =
                answer.isList
                ? .marks(points: points) : .rating(answer.proposal, points: points)
            switch try reader.read(waiting) {
            case .text(let text):
                if let point = AnswerReader.point(text.trimmed, of: points) {
                    answer.turn(point)
                    view.show(point: point, of: answer.grade)
                    view.showSum(of: answer, proposal: answer.proposal)
                } else if answer.isList {
                    if text.trimmed.isEmpty { return (answer, nil) }
                    terminal.writeWrapped(
                        "Enter takes the marks as they stand; a letter turns one.")
                } else if let rating = QuizConversation.rating(
                    text.trimmed, suggestion: answer.proposal)
                {
                    return (answer, rating)
                } else {
                    terminal.writeWrapped("Type 1 to 4; a letter turns the mark of a point.")
                }
            case .command:
                terminal.writeWrapped("Here there are the ratings and the letters of the points.")
            case .interrupt, .end: return nil
            }
        }
    }

    private func replace(
        _ review: PracticeTest.ReviewName?, with marks: [MarkedAnswer.Mark],
        _ made: PracticeMaker.Made
    ) throws {
        guard let review, let mark = marks.first(where: { $0.card == made.record.id }) else {
            return
        }
        let id = EventID(device: review.device, sequence: review.sequence)
        guard case .review(let old)? = try desk.store.event(id) else { return }
        try desk.append(.undo(id))
        _ = try desk.store.append(
            ReviewDraft(
                card: old.card, form: old.form, rating: mark.rating, time: old.time,
                utcOffset: old.utcOffset, seconds: old.seconds, answer: old.answer,
                score: mark.score, hints: old.hints, fingerprint: old.fingerprint,
                assessment: mark.assessment))
    }
}
