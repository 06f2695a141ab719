import StudyCore
import StudyGrading
import StudyStore

/// Grades answers in the learner's own words beside the guide and what stands around it.
struct OwnWordsGrading {
    let desk: Desk
    let question: Question
    let subject: Subject

    /// Accepted wordings of a card that are looked at, the newest.
    private static let wordings = 8
    /// Answers to other questions that are looked at; the nearest guides' come first.
    private static let neighbours = 40

    /// Grades an answer; nil when the question is not answered in the learner's own words.
    func grade(_ text: String) throws -> OwnWords? {
        switch question.response {
        case .written:
            let model = desk.grader.prepare(try source())
            return OwnWords(
                cards: [question.card], text: text, grade: desk.grader.grade(text, against: model),
                wordings: [text])
        case .list(let points): return try list(text, of: points)
        default: return nil
        }
    }

    // MARK: One answer

    /// The model answer with all that is known around it.
    private func source() throws -> ModelAnswer.Source {
        var source = source(of: question.answer.plain)
        source.accepted = try desk.store.acceptedAnswers(
            to: question.card, limit: Self.wordings)
        if case .question(let prose) = question.prompt {
            source.question = prose.plain
            source.neighbours = try desk.store.modelAnswers(
                of: [subject.topic.guide] + near.map(\.guide), besides: question.card.item,
                limit: Self.neighbours)
        } else {
            let texts = near.compactMap(\.definition) + subject.topic.facts
            source.neighbours = texts.map(\.text.plain)
        }
        return source
    }

    /// A model answer with the names of the guide and of those around it.
    private func source(of answer: String) -> ModelAnswer.Source {
        let names = subject.names.names
        return ModelAnswer.Source(
            question: "", answer: answer,
            aliases: ([names] + near.map(\.names.names)).filter { $0.count > 1 }, given: names)
    }

    /// The terms that an answer must not be taken from: those it is mistaken for, and its unit's.
    private var near: [Topic] {
        subject.neighbours.filter { $0.closeness <= .sameUnit }.map(\.topic)
    }

    // MARK: Lists

    /// Grades each line beside each point: a point is told where it is told best.
    private func list(_ text: String, of points: [Question.Point]) throws -> OwnWords {
        let lines = text.split { $0.isNewline || $0 == ";" }.map(String.init)
            .filter { !$0.trimmed.isEmpty }
        let passages = lines.count > 1 ? lines + [text] : [text]
        var graded: [AnswerGrade.Point] = []
        var claimed: Set<Int> = []
        for point in points {
            var source = source(of: point.text.plain)
            source.accepted = try desk.store.acceptedAnswers(to: point.card, limit: Self.wordings)
            source.neighbours = points.filter { $0.card != point.card }.map(\.text.plain)
            let model = desk.grader.prepare(source)
            let grades = passages.map { desk.grader.grade($0, against: model) }
            let best = grades.indices.max { grades[$0].score < grades[$1].score } ?? 0
            let whole = AnswerGrade.Point(
                whole: grades[best], text: point.text.plain, share: 1 / Double(points.count))
            if whole.state != .missing { claimed.insert(best) }
            graded.append(whole)
        }
        let coverage = graded.reduce(0) { $0 + $1.share * $1.coverage }
        // Lines that tell no other point: what a point may be told in from now on.
        let rest = lines.indices.filter { !claimed.contains($0) }.map { lines[$0].trimmed }
        let free = rest.isEmpty ? nil : rest.joined(separator: "\n")
        return OwnWords(
            cards: points.map(\.card), text: text,
            grade: AnswerGrade(points: graded, coverage: coverage, isEmpty: lines.isEmpty),
            wordings: graded.map { $0.state == .missing ? free : nil })
    }
}

extension AnswerGrade.Point {
    /// A whole answer as one point of a list.
    fileprivate init(whole grade: AnswerGrade, text: String, share: Double) {
        let state: State =
            switch grade.verdict {
            case .correct: .covered
            case .partly: .partly
            case .incorrect: .missing
            case .contradiction: .contradicted
            }
        self.init(
            text: text, range: 0..<text.utf8.count, share: share, state: state,
            coverage: grade.score, found: grade.points.flatMap(\.found),
            lacking: grade.points.flatMap(\.lacking), conflicts: grade.points.flatMap(\.conflicts))
    }
}
