import FSRS
import Testing

@Suite("Learning steps")
struct LearningStepsTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let seconds: [Double]
        let step: Int
        let rating: Rating
        let next: LearningSteps.Next

        init(_ seconds: [Double], _ step: Int, _ rating: Rating, _ next: LearningSteps.Next) {
            self.seconds = seconds
            self.step = step
            self.rating = rating
            self.next = next
        }

        var testDescription: String { "\(rating) at step \(step) of \(seconds)" }
    }

    private static let day = 86400.0

    @Test(
        "the next step",
        arguments: [
            Row([60, 600], 0, .again, .step(index: 0, seconds: 60)),
            Row([60, 600], 0, .hard, .step(index: 0, seconds: 330)),
            Row([60, 600], 0, .good, .step(index: 1, seconds: 600)),
            Row([60, 600], 0, .easy, .graduate),
            Row([60, 600], 1, .again, .step(index: 0, seconds: 60)),
            Row([60, 600], 1, .hard, .step(index: 1, seconds: 600)),
            Row([60, 600], 1, .good, .graduate),
            Row([60, 600], 1, .easy, .graduate),
            // One step alone: half as long again, at most a day more, whole days above one.
            Row([600], 0, .hard, .step(index: 0, seconds: 900)),
            Row([600], 0, .good, .graduate),
            Row([day], 0, .hard, .step(index: 0, seconds: 2 * day)),
            Row([4 * day], 0, .hard, .step(index: 0, seconds: 5 * day)),
            // The mean of two steps is rounded to whole days too.
            Row([60, 3 * day], 0, .hard, .step(index: 0, seconds: 2 * day)),
            Row([61, 600], 0, .hard, .step(index: 0, seconds: 330)),
            // No steps, and steps that have gone since.
            Row([], 0, .again, .graduate),
            Row([], 0, .good, .graduate),
            Row([60, 600], 7, .hard, .step(index: 1, seconds: 600)),
            Row([60, 600], 7, .good, .graduate),
            Row([60, 600], -1, .good, .step(index: 1, seconds: 600)),
            // Waits that make no sense are left out.
            Row([.nan, -5, 0, 60], 0, .again, .step(index: 0, seconds: 60)),
            Row([.infinity], 0, .again, .step(index: 0, seconds: 365 * day)),
        ])
    func next(row: Row) {
        #expect(
            LearningSteps(seconds: row.seconds).next(step: row.step, rating: row.rating) == row.next
        )
    }

    @Test("one minute and ten for new cards, ten for forgotten ones")
    func standard() {
        #expect(LearningSteps.standard.seconds == [60, 600])
        #expect(LearningSteps.relearning.seconds == [600])
    }

    @Test("a wait past the end of the study day is counted in days")
    func rollover() {
        func wait(_ seconds: Double, _ rollover: Double) -> LearningSteps.Wait {
            LearningSteps.wait(seconds: seconds, rollover: rollover)
        }
        #expect(wait(600, 601) == .seconds(600))
        #expect(wait(600, 600) == .days(1))
        #expect(wait(600, 0) == .days(1))
        #expect(wait(Self.day + 599, 600) == .days(1))
        #expect(wait(Self.day + 600, 600) == .days(2))
        #expect(wait(3 * Self.day, 3600) == .days(3))
        #expect(wait(-5, 3600) == .seconds(0))
        #expect(wait(.nan, 3600) == .seconds(0))
        #expect(wait(.infinity, .nan) == .days(36501))
    }

    @Test(
        "without steps, half a day or more is whole days, and less is seconds if the model knows of it"
    )
    func withoutSteps() throws {
        func wait(_ days: Double, _ model: MemoryModel) -> LearningSteps.Wait {
            LearningSteps.wait(withoutSteps: days, of: model, rollover: 40000)
        }
        let model = MemoryModel()
        let without = try Vectors.fsrs6.model("short_term_off")
        #expect(wait(0.25, model) == .seconds(21600))
        #expect(wait(0.49, model) == .days(1))
        #expect(wait(0.5, model) == .days(1))
        #expect(wait(2.5, model) == .days(3))
        #expect(wait(0.25, without) == .days(1))
        #expect(wait(.nan, model) == .days(1))
    }
}
