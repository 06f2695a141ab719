import FSRS
import Testing

@Suite("Laws of memory, for parameters from all over their bounds")
struct LawTests {
    static let seeds: Range<UInt64> = 0..<40

    @Test("only again lowers stability", arguments: seeds)
    func recallNeverLowersStability(seed: UInt64) throws {
        var random = RandomModels(seed: seed)
        let model = try random.model6()
        for _ in 0..<200 {
            let (state, days) = (random.state(), random.days())
            for rating in [Rating.hard, .good, .easy] {
                let next = model.state(after: state, rating: rating, days: days)
                #expect(next.stability >= state.stability, "\(rating) after \(days): \(state)")
            }
            if days >= 1 {
                let next = model.state(after: state, rating: .again, days: days)
                #expect(next.stability <= state.stability, "again after \(days): \(state)")
            }
        }
    }

    @Test("a better rating leaves a longer stability and a lower difficulty", arguments: seeds)
    func ratingsAreOrdered(seed: UInt64) throws {
        var random = RandomModels(seed: seed)
        let model = try random.model6()
        for _ in 0..<200 {
            let (state, days) = (random.state(), random.days())
            let next = Rating.allCases.map {
                model.state(after: state, rating: $0, days: days)
            }
            for (worse, better) in zip(next, next.dropFirst()) {
                #expect(worse.stability <= better.stability, "after \(days): \(state)")
                #expect(worse.difficulty >= better.difficulty, "after \(days): \(state)")
            }
        }
    }

    @Test("at the defaults each better rating is strictly longer, save on the same day")
    func defaultsAreStrictlyOrdered() {
        var random = RandomModels(seed: 7)
        let model = MemoryModel()
        for _ in 0..<500 {
            let state = MemoryState(
                stability: random.magnitude(in: 0.1...1000), difficulty: random.number(in: 1...10))
            let days = max(1, random.days())
            let next = Rating.allCases.map {
                model.state(after: state, rating: $0, days: days).stability
            }
            #expect(
                next[0] < next[1] && next[1] < next[2] && next[2] < next[3], "\(state), \(days)")
        }
        let first = Rating.allCases.map {
            model.state(after: nil, rating: $0, days: 0).stability
        }
        #expect(first == [0.212, 1.2931, 2.3065, 8.2956])
    }

    @Test("recall fades with time and lasts with stability", arguments: seeds)
    func recallFades(seed: UInt64) throws {
        var random = RandomModels(seed: seed)
        let model = try random.model6()
        for _ in 0..<100 {
            let state = random.state()
            #expect(model.retrievability(of: state, after: 0) == 1)
            let days = random.number(in: 0...5000)
            let now = model.retrievability(of: state, after: days)
            #expect((0...1).contains(now))
            let later = model.retrievability(of: state, after: days + random.number(in: 0.1...900))
            #expect(later < now, "\(state) after \(days)")
            var stronger = state
            stronger.stability = min(36500, state.stability * random.number(in: 1.1...5))
            let firmer = model.retrievability(of: stronger, after: days)
            #expect(firmer > now || days == 0 || stronger == state, "\(state) after \(days)")
        }
    }

    @Test("the interval is where recall has fallen to the retention", arguments: seeds)
    func intervalInvertsRecall(seed: UInt64) throws {
        var random = RandomModels(seed: seed)
        let model = try random.model6()
        for _ in 0..<100 {
            let state = random.state()
            let retention = random.number(in: 0.5...0.99)
            let days = model.interval(of: state, retention: retention)
            let recall = model.retrievability(of: state, after: days)
            #expect(abs(recall - retention) < 1e-9, "\(state) at \(retention)")
        }
        let ninety = model.interval(of: MemoryState(stability: 50, difficulty: 5), retention: 0.9)
        #expect(isClose(ninety, 50, relative: 1e-9))
    }

    @Test("states of any history stay in range", arguments: seeds)
    func historiesStayInRange(seed: UInt64) throws {
        var random = RandomModels(seed: seed)
        let model = try random.model6()
        for _ in 0..<20 {
            var state: MemoryState?
            for _ in 0..<40 {
                state = model.state(after: state, rating: random.rating(), days: random.days())
                expectInRange(state)
            }
        }
    }

    @Test("nothing put in makes a NaN or leaves the range")
    func oddNumbers() throws {
        let odd = [
            Double.nan, -.nan, .infinity, -.infinity, 0, -0.0, -1, 0.5, 1, 10, 36500, 1e300, -1e300,
            .leastNonzeroMagnitude, .greatestFiniteMagnitude,
        ]
        var random = RandomModels(seed: 99)
        for model in [MemoryModel(), try random.model6(), try random.model6()] {
            for stability in odd {
                for difficulty in odd {
                    let state = MemoryState(stability: stability, difficulty: difficulty)
                    for days in odd {
                        for rating in Rating.allCases {
                            expectInRange(model.state(after: state, rating: rating, days: days))
                        }
                        #expect((0...1).contains(model.retrievability(of: state, after: days)))
                        let interval = model.interval(of: state, retention: days)
                        #expect(interval.isFinite && interval >= 0)
                    }
                    for retention in odd {
                        expectInRange(
                            model.state(
                                fromEase: stability, interval: difficulty, retention: retention))
                    }
                }
            }
        }
    }

    private func expectInRange(_ state: MemoryState?) {
        guard let state else { return }
        #expect((0.001...36500).contains(state.stability), "\(state)")
        #expect((1...10).contains(state.difficulty), "\(state)")
    }
}
