import FSRS
import Testing

@Suite("Any log")
struct AnyLogTests {
    /// A log of a few cards with any ratings, and days that no clock would give.
    private func anyLog(seed: UInt64) -> ReviewLog {
        var random = RandomModels(seed: seed)
        var log = ReviewLog()
        let odd = [.nan, .infinity, -.infinity, 1e300, -1, 1e-300, 0.5, 36500, 36501]
        let cards = 1 + Int(random.generator.next() % 30)
        for _ in 0..<random.generator.next() % 400 {
            let isOdd = random.generator.next().isMultiple(of: 8)
            let days = isOdd ? odd[Int(random.generator.next() % UInt64(odd.count))] : random.days()
            log.append(
                card: Int(random.generator.next() % UInt64(cards)), rating: random.rating(),
                days: days)
        }
        return log
    }

    @Test("gives finite figures and parameters inside their bounds", arguments: 1...40)
    func isFinite(seed: Int) throws {
        let log = anyLog(seed: UInt64(seed))
        var random = RandomModels(seed: UInt64(seed))
        let former = try random.model6()
        let fit = Fit(log, former: former.parameters)
        #expect(fit.lossBefore.isFinite && fit.lossAfter.isFinite)
        #expect(fit.isAdopted || fit.parameters == former.parameters)
        // Parameters out of their bounds would be moved into them.
        #expect(try Parameters(fit.fitted.values) == fit.fitted)
        for model in [MemoryModel(parameters: fit.fitted), former, try random.model7()] {
            let evaluation = Evaluation(of: log, by: model, countingSameDay: true)
            #expect(evaluation.logLoss.isFinite && evaluation.logLoss >= 0)
            #expect((0...1).contains(evaluation.binnedError))
            #expect((0...1).contains(evaluation.discrimination))
            #expect(Evaluation.binnedErrors(of: log, by: [model])[0].isFinite)
            for state in model.states(after: log).compactMap({ $0 }) {
                #expect(state.stability.isFinite && (1...10).contains(state.difficulty))
                #expect((0...1).contains(model.retrievability(of: state, after: .infinity)))
            }
        }
    }
}
