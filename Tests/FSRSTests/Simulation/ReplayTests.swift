import Dispatch
import FSRS
import Testing

@Suite("Replaying a log")
struct ReplayTests {
    @Test("gives the states that review after review gives", arguments: Version.allCases)
    func replay(version: Version) {
        var plan = StudyPlan()
        plan.days = 60
        plan.keepsReviews = true
        let log = StudySimulation.run(plan: plan, learner: .strong, seed: 1).log(for: version)
        let model = MemoryModel(parameters: .standard(version))
        var states: [Int: MemoryState] = [:]
        for index in 0..<log.count {
            let review = log[index]
            states[review.card] = model.state(
                after: states[review.card], rating: review.rating, days: review.days)
        }
        let replayed = model.states(after: log)
        #expect(replayed.count == states.count)
        #expect(replayed.indices.allSatisfy { replayed[$0] == states[$0] })
    }

    @Test("gives the same on several threads", arguments: Version.allCases)
    func concurrentReplay(version: Version) {
        var random = RandomModels(seed: 6)
        var log = ReviewLog()
        // Every seventh card number has no reviews.
        for index in 0..<15000 where !(index % 5000).isMultiple(of: 7) {
            log.append(
                card: index % 5000, rating: random.rating(), days: index < 5000 ? 0 : random.days())
        }
        let model = MemoryModel(parameters: .standard(version))
        let parts = Results(count: 1)
        let together = model.states(after: log) { count, work in
            parts.set(0, [Double(count)])
            let results = Results(count: count)
            DispatchQueue.concurrentPerform(iterations: count) { results.set($0, work($0)) }
            return results.all
        }
        #expect(parts.all[0][0] > 1)
        #expect(together == model.states(after: log))
        #expect(together[7] == nil && together[8] != nil)
    }

    @Test("odd rows are made harmless or left out")
    func oddRows() {
        var log = ReviewLog()
        #expect(log.isEmpty)
        log.append(card: -1, rating: .good, days: 0)
        log.append(card: 1 << 24, rating: .good, days: 0)
        #expect(log.isEmpty)
        log.append(card: 2, rating: .good, days: .nan)
        log.append(card: 2, rating: .hard, days: .infinity)
        log.append(card: 2, rating: .easy, days: -3)
        #expect((0..<3).map { log[$0].days } == [0, ReviewLog.longestGap, 0])
        #expect((0..<3).map { log[$0].rating } == [.good, .hard, .easy])
        let states = MemoryModel().states(after: log)
        #expect(states[0] == nil && states[1] == nil && states[2] != nil)
        #expect(log.prefix(2).count == 2 && log.prefix(9).count == 3)
    }
}
