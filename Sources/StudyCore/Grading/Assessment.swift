package import FSRS

/// What the grader made of an answer, and where the learner thought otherwise; kept with the review.
///
/// The review itself has the rating that was given in the end, and the score after marks were turned.
package struct Assessment: Hashable, Sendable {
    /// The mark of one point of the model answer.
    package struct Mark: Hashable, Sendable {
        /// As the grader saw it.
        package let found: AnswerGrade.Point.State
        /// Whether the learner turned it.
        package let isTurned: Bool

        package init(found: AnswerGrade.Point.State, isTurned: Bool) {
            self.found = found
            self.isTurned = isTurned
        }

        /// What it is in the end.
        package var state: AnswerGrade.Point.State { isTurned ? found.turned : found }
    }

    /// What was proposed before the learner turned a mark.
    package var proposed: Rating
    /// The score before the learner turned a mark, 0–1.
    package var score: Double
    /// How sure that was, 0–1.
    package var confidence: Double
    /// The marks of the points, in the order of the model answer.
    package var marks: [Mark]
    /// Words of the learner's that count as an answer to the card from now on; nil for none.
    package var accepted: String?

    package init(
        proposed: Rating, score: Double, confidence: Double, marks: [Mark], accepted: String? = nil
    ) {
        self.proposed = proposed
        self.score = score
        self.confidence = confidence
        self.marks = marks
        self.accepted = accepted
    }

    /// What came of a grade.
    ///
    /// A wording is accepted when the learner calls an answer good that was not proposed to be. One that
    /// says the opposite somewhere is not, unless that mark was turned: it would let the same mistake pass
    /// next time.
    ///
    /// - Parameters:
    ///   - grade: The grade, with the marks that the learner turned.
    ///   - rating: What the learner gave in the end.
    ///   - answer: What was typed for it.
    package init(of grade: AnswerGrade, rating: Rating, answer: String) {
        let first = grade.untouched
        self.init(
            proposed: first.rating, score: first.score, confidence: first.confidence,
            marks: zip(first.points, grade.points).map {
                Mark(found: $0.state, isTurned: $1.isTurned)
            })
        let isOverruled = rating >= .good && first.verdict != .correct
        if isOverruled, grade.contradicted == 0, !grade.isEmpty { accepted = answer }
    }

    /// Whether the learner saw it otherwise, in a mark or in the rating.
    package func isOverruled(by rating: Rating) -> Bool {
        rating != proposed || marks.contains(where: \.isTurned)
    }
}
