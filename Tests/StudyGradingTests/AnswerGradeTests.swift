import FSRS
import StudyCore
import StudyGrading
import Testing

@Suite("Grades")
struct AnswerGradeTests {
    static func point(
        _ state: AnswerGrade.Point.State, _ coverage: Double, share: Double
    ) -> AnswerGrade.Point {
        AnswerGrade.Point(
            text: "a claim", range: 0..<7, share: share, state: state, coverage: coverage,
            found: [], lacking: [], conflicts: [])
    }

    static func whole(_ score: Double) -> AnswerGrade {
        AnswerGrade(points: [point(.partly, score, share: 1)], coverage: score)
    }

    static let half = AnswerGrade(
        points: [point(.covered, 1, share: 0.5), point(.missing, 0, share: 0.5)], coverage: 0.5)

    @Test(
        "propose a rating by score, and never easy",
        arguments: [
            (0.0, Rating.again, AnswerGrade.Verdict.incorrect), (0.29, .again, .incorrect),
            (0.3, .hard, .partly), (0.54, .hard, .partly), (0.55, .good, .correct),
            (1, .good, .correct),
        ])
    func rating(score: Double, rating: Rating, verdict: AnswerGrade.Verdict) {
        let grade = Self.whole(score)
        #expect(grade.score == score)
        #expect(grade.rating == rating)
        #expect(grade.verdict == verdict)
    }

    @Test("believe high scores more than low ones, and say so")
    func confidence() {
        #expect(Self.whole(0.95).isSure)
        #expect(!Self.whole(0.4).isSure)
        #expect(!Self.whole(0.25).isSure)
        #expect(Self.whole(0.95).confidence > Self.whole(0.05).confidence)
        #expect(AnswerGrade(points: [], coverage: 0, isEmpty: true).isSure)
    }

    @Test("change with a turned mark by the point's share")
    func turning() {
        let covered = Self.half.turning(1)
        #expect(covered.points[1].state == .covered)
        #expect(covered.points[1].isTurned)
        #expect(covered.score == 1)
        #expect(Self.half.turning(0).score == 0)
        #expect(Self.half.turning(2) == Self.half)
        #expect(Self.half.turning(-1) == Self.half)
        #expect(Self.half.turning(1).turning(1).score == Self.half.score)
    }

    @Test(
        "give a mark back that was turned twice", arguments: AnswerGrade.Point.State.allCases)
    func turningBack(state: AnswerGrade.Point.State) {
        let conflicts =
            state == .contradicted
            ? [AnswerGrade.Conflict(kind: .opposite, typed: "lower", expected: "higher")] : []
        let grade = AnswerGrade(
            points: [
                AnswerGrade.Point(
                    text: "a claim", range: 0..<7, share: 1, state: state, coverage: 0.4, found: [],
                    lacking: [], conflicts: conflicts)
            ], coverage: 0.4)
        let turned = grade.turning(0)
        #expect(turned.points[0].state == (state == .covered ? .missing : .covered))
        #expect(turned.points[0].conflicts.isEmpty)
        #expect(turned.isTouched)
        #expect(turned.isSure)
        #expect(turned.untouched == grade)
        #expect(turned.turning(0) == grade)
    }

    @Test("take a contradicted point for worth next to nothing")
    func contradiction() {
        let grade = AnswerGrade(
            points: [Self.point(.contradicted, 0.9, share: 1)], coverage: 0.9)
        #expect(grade.verdict == .contradiction)
        #expect(grade.rating == .hard)
        #expect(grade.score < 0.2)
        #expect(!grade.isSure)
    }
}
