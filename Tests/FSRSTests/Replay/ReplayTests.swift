import Dispatch
import FSRS
import Testing

@Suite("Replaying a log")
struct ReplayTests {
    @Test("gives the states that review after review gives", arguments: Version.allCases)
    func replay(version: Version) throws {
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
        for (card, state) in replayed.enumerated() {
            let (state, wanted) = (try #require(state), try #require(states[card]))
            #expect(isClose(state.stability, wanted.stability, relative: 1e-12))
            #expect(isClose(state.difficulty, wanted.difficulty, relative: 1e-12))
            #expect(state.fastStability == wanted.fastStability)
        }
    }

    @Test("gives the reference's states after each review of each history")
    func vectors() throws {
        for (name, histories) in Dictionary(grouping: Vectors.fsrs6.histories, by: \.params) {
            // A card for each beginning of a history.
            var log = ReviewLog()
            var exact: [Vectors.State] = []
            for history in histories {
                for count in 1...history.reviews.count {
                    for (index, review) in history.reviews.prefix(count).enumerated() {
                        log.append(
                            card: exact.count,
                            rating: try #require(Rating(rawValue: review.rating)),
                            days: index == 0 ? 0 : review.deltaT)
                    }
                    exact.append(history.states64[count - 1])
                }
            }
            let states = try Vectors.fsrs6.model(name).states(after: log)
            #expect(states.count == exact.count)
            for (state, exact) in zip(states, exact) {
                let state = try #require(state)
                #expect(isClose(state.stability, exact.s, relative: 1e-12), "\(name)")
                #expect(isClose(state.difficulty, exact.d, relative: 1e-12), "\(name)")
            }
        }
    }

    @Test("any parameters give what review after review gives", arguments: 0..<20 as Range<UInt64>)
    func anyModel(seed: UInt64) throws {
        var random = RandomModels(seed: seed)
        let model = try random.model6()
        var log = ReviewLog()
        var states: [MemoryState?] = Array(repeating: nil, count: 21)
        for _ in 0..<400 {
            let fraction = random.generator.next().isMultiple(of: 2) ? random.generator.unit() : 0
            log.append(
                card: Int(random.generator.next() % 21), rating: random.rating(),
                days: random.days() + fraction)
            let review = log[log.count - 1]
            states[review.card] = model.state(
                after: states[review.card], rating: review.rating, days: review.days)
        }
        for (state, wanted) in zip(model.states(after: log), states) {
            guard let wanted else { continue }
            let state = try #require(state)
            #expect(isClose(state.stability, wanted.stability, relative: 1e-11))
            #expect(isClose(state.difficulty, wanted.difficulty, relative: 1e-12))
        }
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
