package import StudyCore

/// Several points told in any order, each graded as an answer of its own.
package struct ListGrade: Hashable, Sendable {
    /// A point for each that was to be told, in their order.
    package let grade: AnswerGrade
    /// Lines that tell none of the points, as typed.
    package let unclaimed: [String]
}

extension AnswerGrader {
    /// Grades a list: a point is told where one line, or the whole, tells it best.
    ///
    /// - Parameters:
    ///   - text: The answer, a point a line.
    ///   - points: What was to be told.
    ///   - subject: The card that was asked, with the terms around it.
    ///   - accepted: Answers of the learner's own that count for a card.
    /// - Returns: The grade.
    /// - Throws: What `accepted` throws.
    package func grade<Failure: Error>(
        list text: String, of points: [Question.Point], about subject: Subject,
        accepted: (Card.ID) throws(Failure) -> [String]
    ) throws(Failure) -> ListGrade {
        let lines = text.split { $0.isNewline || $0 == ";" }.map(String.init)
            .filter { !$0.allSatisfy(\.isWhitespace) }
        let passages = lines.count > 1 ? lines + [text] : lines
        var graded: [AnswerGrade.Point] = []
        var claimed: Set<Int> = []
        for point in points {
            let model = prepare(
                ModelAnswer.Source(
                    point.text.plain, about: subject, accepted: try accepted(point.card),
                    others: points.filter { $0.card != point.card }.map(\.text.plain)))
            let grades = passages.map { grade($0, against: model) }
            let best = grades.indices.max { grades[$0].score < grades[$1].score }
            let told = AnswerGrade.Point(
                whole: best.map { grades[$0] } ?? grade("", against: model),
                text: point.text.plain, share: 1 / Double(points.count))
            if let best, told.state != .missing { claimed.insert(best) }
            graded.append(told)
        }
        return ListGrade(
            grade: AnswerGrade(
                points: graded, coverage: graded.reduce(0) { $0 + $1.share * $1.coverage },
                isEmpty: lines.isEmpty),
            unclaimed: lines.indices.filter { !claimed.contains($0) }.map { lines[$0] })
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
