import FSRS
import Testing

/// How the module is used, from a first answer to parameters of one's own.
@Suite("Example")
struct ExampleTests {
    @Test("schedule, review, fit")
    func example() {
        // A card is answered for the first time.
        let model = MemoryModel()
        let first = model.state(after: nil, rating: .good, days: 0)

        // What each answer would lead to three days later, in whole days.
        let next = Rating.allCases.map { model.state(after: first, rating: $0, days: 3) }
        let intervals = ReviewIntervals(
            days: { model.interval(of: next[$0.rawValue - 1], retention: 0.9) }, previous: 2)
        #expect(intervals.hard < intervals.good && intervals.good < intervals.easy)
        #expect(model.retrievability(of: first, after: 3) < 0.9)

        // All answers so far are a log: here those of a simulated learner.
        var plan = StudyPlan()
        plan.keepsReviews = true
        plan.longestLog = 2000
        let answers = StudySimulation.run(plan: plan, learner: .strong, seed: 1)
        let log = answers.log()

        // Parameters fitted to them are used where they foretell cards better that they were not fitted to.
        let fit = Fit(log)
        let own = MemoryModel(parameters: fit.parameters)
        #expect(fit.isAdopted && fit.lossAfter < fit.lossBefore)
        #expect(Evaluation(of: log, by: own).logLoss < Evaluation(of: log, by: model).logLoss)

        // Every card's memory under them.
        let states = own.states(after: log)
        #expect(states.compactMap { $0 }.count == Set((0..<log.count).map { log[$0].card }).count)
    }
}
