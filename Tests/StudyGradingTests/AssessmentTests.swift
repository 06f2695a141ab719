import FSRS
import StudyCore
import Testing

@Suite("What is kept of a grade")
struct AssessmentTests {
    static let half = AnswerGradeTests.half
    static let full = AnswerGrade(
        points: [AnswerGradeTests.point(.covered, 1, share: 1)], coverage: 1)
    static let turnedRound = AnswerGrade(
        points: [
            AnswerGradeTests.point(.contradicted, 0.9, share: 0.5),
            AnswerGradeTests.point(.covered, 1, share: 0.5),
        ], coverage: 0.9)

    @Test("is what was proposed before any mark was turned, and which were")
    func first() {
        let kept = Assessment(of: Self.half.turning(1), rating: .good, answer: "so")
        #expect(kept.proposed == .hard)
        #expect(kept.score == 0.5)
        #expect(kept.confidence == Self.half.confidence)
        #expect(kept.marks.map(\.found) == [.covered, .missing])
        #expect(kept.marks.map(\.state) == [.covered, .covered])
        #expect(kept.isOverruled(by: .good))
        #expect(!Assessment(of: Self.half, rating: .hard, answer: "so").isOverruled(by: .hard))
    }

    @Test(
        "accepts a wording that the learner calls good and the grader did not, unless it says the opposite",
        arguments: [
            (half, Rating.good, true), (half, .easy, true), (half, .hard, false),
            (half, .again, false), (full, .good, false), (full, .easy, false),
            (turnedRound, .good, false), (turnedRound.turning(0), .good, true),
            (half.turning(1), .good, true), (half.turning(0), .again, false),
            (AnswerGrade(points: [], coverage: 0, isEmpty: true), .good, false),
        ])
    func accepted(grade: AnswerGrade, rating: Rating, isAccepted: Bool) {
        let kept = Assessment(of: grade, rating: rating, answer: "so")
        #expect(kept.accepted == (isAccepted ? "so" : nil))
    }
}
