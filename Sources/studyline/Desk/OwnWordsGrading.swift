import StudyCore
import StudyGrading
import StudyStore
import StudyTerminal

extension AnswerGrader {
    /// A grader with WordNet where `WNSEARCHDIR` says, as WordNet's own programs look for it, or where
    /// Debian puts it.
    static var standard: AnswerGrader {
        AnswerGrader(wordNet: environment("WNSEARCHDIR") ?? usualWordNet)
    }
}

/// Grades answers in the learner's own words beside the guide and what stands around it.
final class OwnWordsGrading {
    private let desk: Desk
    private let question: Question
    private let subject: Subject
    private var ready: ModelAnswer?

    /// Accepted wordings of a card that are looked at, the newest.
    private static let wordings = 8
    /// Answers to other questions that are looked at; those of the nearest guides come first.
    private static let others = 40

    init(desk: Desk, question: Question, subject: Subject) {
        self.desk = desk
        self.question = question
        self.subject = subject
    }

    /// Makes the model answer ready while the learner still reads: it takes longer than grading does.
    func makeReady() throws {
        guard case .written = question.response else { return }
        _ = try model()
    }

    private func model() throws -> ModelAnswer {
        if let ready { return ready }
        var others: [String] = []
        if case .question = question.prompt {
            others = try desk.store.modelAnswers(
                of: [subject.topic.guide] + subject.near.map(\.guide),
                besides: question.card.item, limit: Self.others)
        }
        let model = desk.grader.prepare(
            ModelAnswer.Source(
                question, about: subject, accepted: try accepted(question.card), others: others))
        ready = model
        return model
    }

    /// Grades an answer; nil when the question is not answered in the learner's own words.
    func grade(_ text: String) throws -> OwnWords? {
        switch question.response {
        case .written:
            return OwnWords(
                cards: [question.card], text: text,
                grade: desk.grader.grade(text, against: try model()), wordings: [text])
        case .list(let points):
            let list = try desk.grader.grade(
                list: text, of: points, about: subject, accepted: accepted)
            // A point may have been told in a line that tells no other.
            let free = list.unclaimed.map(\.trimmed).joined(separator: "\n")
            return OwnWords(
                cards: points.map(\.card), text: text, grade: list.grade,
                wordings: list.grade.points.map {
                    $0.state == .missing && !free.isEmpty ? free : nil
                })
        default: return nil
        }
    }

    private func accepted(_ card: Card.ID) throws -> [String] {
        try desk.store.acceptedAnswers(to: card, limit: Self.wordings)
    }
}
