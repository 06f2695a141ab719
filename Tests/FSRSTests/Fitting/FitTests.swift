import Dispatch
import FSRS
import Testing

@Suite("Fitting")
struct FitTests {
    private func log(of learner: Learner, reviews: Int, seed: UInt64) -> ReviewLog {
        var plan = StudyPlan()
        plan.days = 3000
        plan.secondsPerDay = .infinity
        plan.attendance = 0.9
        plan.measuresMemory = false
        plan.keepsReviews = true
        plan.longestLog = reviews
        return StudySimulation.run(plan: plan, learner: learner, seed: seed).log().prefix(reviews)
    }

    @Test(
        "predicts other reviews of the same learner better than the defaults do",
        arguments: [Learner.strong, .hardish, .hidden])
    func learns(learner: Learner) {
        let fit = Fit(log(of: learner, reviews: 2500, seed: 1))
        #expect(fit.verdict == .better)
        #expect(fit.isAdopted && fit.parameters == fit.fitted)
        #expect(fit.lossAfter < fit.lossBefore)
        let other = log(of: learner, reviews: 3000, seed: 2)
        let before = Evaluation(of: other, by: MemoryModel())
        let after = Evaluation(of: other, by: MemoryModel(parameters: fit.parameters))
        #expect(after.logLoss < before.logLoss - 0.005)
        #expect(after.binnedError < before.binnedError)
    }

    @Test("few reviews do little harm", arguments: [Learner.quick, .strong, .hardish, .hidden])
    func coldStart(learner: Learner) {
        let other = log(of: learner, reviews: 4000, seed: 1)
        let before = Evaluation(of: other, by: MemoryModel()).logLoss
        let changes = (2..<7).map { seed in
            let fit = Fit(log(of: learner, reviews: 400, seed: UInt64(seed)))
            let model = MemoryModel(parameters: fit.parameters)
            return Evaluation(of: other, by: model).logLoss - before
        }
        #expect(changes.allSatisfy { $0 < 0.005 }, "\(changes)")
        #expect(changes.reduce(0, +) <= 0, "\(changes)")
    }

    @Test("is the same on any number of threads, and the same again")
    func isDeterministic() {
        // Enough cards for several parts of the work, with few reviews each.
        var random = RandomModels(seed: 3)
        var log = ReviewLog()
        for index in 0..<1800 {
            log.append(card: index % 600, rating: random.rating(), days: Double(index / 600 * 3))
        }
        let parts = Results(count: 1)
        _ = Fit(log) { count, work in
            parts.set(0, [Double(count)])
            return (0..<count).map(work)
        }
        #expect(parts.all[0][0] > 1)
        let alone = Fit(log)
        let together = Fit(log) { count, work in
            let results = Results(count: count)
            DispatchQueue.concurrentPerform(iterations: count) { results.set($0, work($0)) }
            return results.all
        }
        #expect(alone == together)
        #expect(alone == Fit(log))
    }

    @Test("keeps the parameters in use where the fit is no better")
    func keepsTheFormer() throws {
        let reviews = log(of: .strong, reviews: 400, seed: 4)
        let truth = try #require(Learner.strong.parameters)
        let fit = Fit(reviews, former: truth)
        #expect(fit.verdict == .noBetter)
        #expect(fit.parameters == truth)
        #expect(fit.fitted != truth)
        #expect(
            "\(fit.verdict)"
                == "not adopted: on reviews that they were not fitted to, these parameters predict no better"
        )
    }

    /// A log that is hard to learn from.
    struct OddLog: Sendable, CustomTestStringConvertible {
        let name: String
        let rows: [(card: Int, rating: Rating, days: Double)]

        var testDescription: String { name }
    }

    private static func rows(
        _ count: Int, _ row: (Int) -> (card: Int, rating: Rating, days: Double)
    ) -> [(card: Int, rating: Rating, days: Double)] {
        (0..<count).map(row)
    }

    @Test(
        "makes finite parameters of any log",
        arguments: [
            OddLog(name: "empty", rows: []),
            OddLog(name: "one review", rows: [(0, .good, 0)]),
            OddLog(name: "one card", rows: rows(300) { (0, .good, Double($0)) }),
            OddLog(name: "one card, forgotten", rows: rows(300) { (0, .again, Double($0)) }),
            OddLog(name: "all again", rows: rows(400) { ($0 % 40, .again, Double($0 / 40)) }),
            OddLog(name: "all easy", rows: rows(400) { ($0 % 40, .easy, Double($0 / 40 * 99)) }),
            OddLog(name: "all the same day", rows: rows(400) { ($0 % 40, .good, 0) }),
            OddLog(
                name: "absurd days",
                rows: rows(400) {
                    (
                        $0 % 40, $0.isMultiple(of: 3) ? .again : .good,
                        [.nan, .infinity, -.infinity, 1e300, -5, 36500, 0.5, 1][$0 % 8]
                    )
                }),
            OddLog(name: "no such cards", rows: rows(50) { ($0 - 60, .good, 1) }),
        ])
    func oddLogs(odd: OddLog) {
        var log = ReviewLog()
        for row in odd.rows { log.append(card: row.card, rating: row.rating, days: row.days) }
        let fit = Fit(log)
        for parameters in [fit.parameters, fit.fitted] {
            #expect(parameters.values.allSatisfy { $0.isFinite })
            #expect(parameters.values.count == 21)
        }
        #expect(fit.lossBefore.isFinite && fit.lossAfter.isFinite)
        #expect(fit.isAdopted == (fit.lossAfter < fit.lossBefore))
        if fit.reviews < 8 { #expect(fit.verdict == .tooFewReviews) }
    }
}
