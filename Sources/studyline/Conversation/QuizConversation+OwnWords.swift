import FSRS
import StudyCore
import StudyStore
import StudyTerminal

/// Answers in the learner's own words: graded, looked over by the learner, saved.
extension QuizConversation {
    /// Shows a grade and takes the learner's word on it; whatever is not saved is kept as a draft.
    func lookOver(_ answer: OwnWords, _ asking: Asking, seconds: Double) throws -> Next {
        let begun = BegunAnswer(desk: desk, question: asking.question)
        // First, for the terminal may be taken away at any moment.
        try begun.keep(answer.text)
        let next = try decide(answer, asking, seconds: seconds)
        if next == nil { try begun.keep("") }
        return next ?? .goOn
    }

    /// Asks until the marks stand.
    ///
    /// - Returns: Where the learner went without rating; nil once the answer is saved.
    private func decide(
        _ answer: OwnWords, _ asking: Asking, seconds: Double
    ) throws -> Next? {
        var answer = answer
        let grades = GradeView(terminal: terminal)
        grades.show(answer, model: asking.question.answer.plain)
        if answer.isList, answer.grade.isEmpty {
            // Nothing was said, so there is nothing to look over.
            try save(asking, answer.marks(), seconds: seconds)
            return nil
        }
        terminal.writeLine()
        grades.showSum(of: answer, proposal: proposal(for: answer, asking))
        if !answer.isList { try showKeys(asking) }
        while true {
            let proposal = proposal(for: answer, asking)
            let points = answer.grade.isEmpty ? 0 : answer.grade.points.count
            let waiting: AnswerReader.Waiting =
                answer.isList
                ? .marks(points: points) : .rating(proposal, points: points)
            switch try reader.read(waiting) {
            case .text(let text):
                noteAnswer()
                if let point = AnswerReader.point(text.trimmed, of: points) {
                    answer.turn(point)
                    grades.show(point: point, of: answer.grade)
                    grades.showSum(of: answer, proposal: self.proposal(for: answer, asking))
                    continue
                }
                if answer.isList {
                    guard text.trimmed.isEmpty else {
                        terminal.writeWrapped(
                            "Enter takes the marks as they stand; a letter turns one.")
                        continue
                    }
                    try save(asking, answer.marks(cap: asking.hintCap), seconds: seconds)
                    return nil
                }
                guard let rating = rating(text.trimmed, proposal: proposal, asking) else {
                    continue
                }
                try save(asking, answer.marks(rating: rating), seconds: seconds)
                return nil
            case .command(let command):
                if let next = try perform(command, asking) { return next }
            case .interrupt:
                return leaveQuestion(asking)
            case .end:
                return .leave
            }
        }
    }

    private func proposal(for answer: OwnWords, _ asking: Asking) -> Rating? {
        answer.proposal.map { min($0, asking.hintCap) }
    }
}
