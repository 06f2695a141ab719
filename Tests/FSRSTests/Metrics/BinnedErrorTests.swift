import FSRS
import Testing

@Suite("RMSE (bins) of several models")
struct BinnedErrorTests {
    @Test("is what each model's evaluation says", arguments: [1, 2, 3])
    func equal(seed: UInt64) {
        var plan = StudyPlan()
        (plan.cards, plan.days, plan.keepsReviews, plan.measuresMemory) = (400, 200, true, false)
        let learner = Learner.random(seed: seed)
        let log = StudySimulation.run(plan: plan, learner: learner, seed: seed).log()
        let models = [
            MemoryModel(), MemoryModel(parameters: learner.parameters ?? .standard),
            MemoryModel(parameters: .standard(.fsrs7)),
        ]
        let errors = Evaluation.binnedErrors(of: log, by: models)
        #expect(errors.count == models.count)
        for (error, model) in zip(errors, models) {
            let expected = Evaluation(of: log, by: model).binnedError
            #expect(expected > 0.001)
            #expect(abs(error - expected) < 1e-12)
        }
    }

    @Test("is 0 where nothing is predicted")
    func empty() {
        var log = ReviewLog()
        #expect(Evaluation.binnedErrors(of: log, by: [MemoryModel()]) == [0])
        log.append(card: 2, rating: .good, days: 0)
        log.append(card: 2, rating: .again, days: 0.5)
        #expect(Evaluation.binnedErrors(of: log, by: [MemoryModel()]) == [0])
        #expect(Evaluation.binnedErrors(of: log, by: []) == [])
    }
}
