import FSRS
import Testing

@Suite("Laws of FSRS-7, for parameters from all over their bounds")
struct Law7Tests {
    static let seeds: Range<UInt64> = 0..<40

    @Test("only again lowers stability, and better ratings leave more", arguments: seeds)
    func ratingsAreOrdered(seed: UInt64) throws {
        var random = RandomModels(seed: seed)
        let model = try random.model7()
        for _ in 0..<200 {
            let state = random.twoTraces()
            let days = random.days() * random.generator.unit()
            let next = Rating.allCases.map {
                model.state(after: state, rating: $0, days: days)
            }
            let slow = [next[0].stability, state.stability] + next[1...].map(\.stability)
            #expect(slow == slow.sorted(), "\(state) after \(days)")
            let fast =
                [next[0], state, next[1], next[2], next[3]].compactMap(\.fastStability)
            #expect(fast == fast.sorted() && fast.count == 5, "\(state) after \(days)")
        }
    }

    @Test(
        "recall fades, and the interval is where it has fallen to the retention", arguments: seeds)
    func intervalInvertsRecall(seed: UInt64) throws {
        var random = RandomModels(seed: seed)
        let model = try random.model7()
        for _ in 0..<100 {
            let state = random.twoTraces()
            let days = random.number(in: 0...5000)
            let now = model.retrievability(of: state, after: days)
            let later = model.retrievability(of: state, after: days + random.number(in: 1...900))
            #expect(later < now && now <= 0.99999 && later >= 1e-5, "\(state) after \(days)")
            let retention = random.number(in: 0.5...0.99)
            let interval = model.interval(of: state, retention: retention)
            let recall = model.retrievability(of: state, after: interval)
            if interval == 36500 {
                #expect(recall >= retention - 1e-9)
            } else {
                #expect(abs(recall - retention) < 1e-9, "\(state) at \(retention)")
            }
        }
    }

    @Test("nothing put in makes a NaN or leaves the range")
    func oddNumbers() throws {
        let odd = [
            Double.nan, .infinity, -.infinity, 0, -1, 0.5, 10, 1e300, .leastNonzeroMagnitude,
        ]
        var random = RandomModels(seed: 99)
        for model in [MemoryModel(parameters: .standard(.fsrs7)), try random.model7()] {
            for slow in odd {
                for fast in odd {
                    for difficulty in odd {
                        let state = MemoryState(
                            stability: slow, difficulty: difficulty, fastStability: fast)
                        for number in odd {
                            for rating in Rating.allCases {
                                expectInRange(
                                    model.state(after: state, rating: rating, days: number))
                            }
                            let recall = model.retrievability(of: state, after: number)
                            #expect((0...1).contains(recall))
                            let interval = model.interval(of: state, retention: number)
                            #expect((0...36500).contains(interval))
                        }
                    }
                    expectInRange(model.state(fromEase: 2, interval: slow, retention: fast))
                }
            }
        }
    }

    private func expectInRange(_ state: MemoryState) {
        #expect((0.0001...36500).contains(state.stability), "\(state)")
        #expect((0.0001...36500).contains(state.fastStability ?? .nan), "\(state)")
        #expect((1...10).contains(state.difficulty), "\(state)")
    }
}
