import FSRS
import Testing

@Suite("The reference's numbers for FSRS-7")
struct Vector7Tests {
    @Test("each state of each history", arguments: Vectors7.all.histories)
    func states(of history: Vectors7.History) throws {
        let model = try Vectors7.all.model(history.params)
        var state: MemoryState?
        for (index, review) in history.reviews.enumerated() {
            let rating = try #require(Rating(rawValue: review.rating))
            let next = model.state(after: state, rating: rating, days: review.deltaT)
            expect(next, isClose: history.states64[index], relative: 1e-10, "review \(index)")
            expect(next, isClose: history.states[index], relative: 1e-4, "review \(index)")
            state = next
        }
    }

    @Test("what a history leads to", arguments: Vectors7.all.histories)
    func consequences(of history: Vectors7.History) throws {
        let model = try Vectors7.all.model(history.params)
        let state = try #require(history.states64.last).state
        for recall in history.retrievability {
            let probability = model.retrievability(of: state, after: recall.t)
            #expect(abs(probability - recall.r64) < 1e-10, "after \(recall.t)")
            #expect(abs(probability - recall.r) < 1e-5, "after \(recall.t)")
        }
        for interval in history.intervals {
            let days = model.interval(of: state, retention: interval.dr)
            #expect(isClose(days, interval.ivlExact64, relative: 1e-6), "at \(interval.dr)")
        }
        for rating in Rating.allCases {
            let wanted = history.nextStates[rating]
            let next = model.state(
                after: state, rating: rating, days: history.nextStates.elapsed)
            let exact = Vectors7.State(s: wanted.s64, sFast: wanted.sFast64, d: wanted.d64)
            expect(next, isClose: exact, relative: 1e-10, "\(rating)")
            // The reference's own solver stops early, most of all where the root is under a minute.
            guard wanted.ivl64 > 1.0 / 1440, wanted.ivl64 < 36500 else { continue }
            let days = model.interval(of: next, retention: history.nextStates.dr)
            #expect(isClose(days, wanted.ivl64, relative: 1e-4), "\(rating)")
            let recall = model.retrievability(of: next, after: days)
            #expect(
                days == 36500 || abs(recall - history.nextStates.dr) < 1e-10, "\(rating)")
        }
    }

    @Test("a memory that SM-2 had scheduled: recall meets the retention at the end of the interval")
    func conversion() throws {
        for row in Vectors7.all.sm2 {
            let model = try Vectors7.all.model(row.params)
            let state = model.state(
                fromEase: 2.5, interval: row.interval, retention: row.retention)
            #expect(state.difficulty == 5)
            #expect(state.fastStability == 0.8 * state.stability)
            // The reference stops within 1e-6 of the retention.
            let recall = model.retrievability(of: state, after: row.interval)
            let theirs = model.retrievability(
                of: MemoryState(
                    stability: row.s64, difficulty: 5, fastStability: 0.8 * row.s64),
                after: row.interval)
            #expect(abs(recall - theirs) < 2e-6, "\(row)")
        }
        #expect(Vectors7.all.sm2.count == 140)
    }

    @Test("parameters are moved into their bounds")
    func bounds() throws {
        for row in Vectors7.all.clips {
            #expect(try Parameters(row.in).values == row.out)
        }
        let standard = Parameters.standard(.fsrs7)
        #expect(standard.values == Vectors7.all.parameterSets["default"])
        #expect(standard.version == .fsrs7)
        #expect(try Parameters(standard.values) == standard)
        #expect(Parameters.standard(.fsrs6) == .standard)
    }

    @Test("odd arguments, as the reference rounds them")
    func edges() throws {
        let model = MemoryModel(parameters: .standard(.fsrs7))
        for row in Vectors7.all.edge {
            let state = row.state.state
            switch row.kind {
            case "curve":
                let recall = model.retrievability(of: state, after: try #require(row.t))
                #expect(abs(recall - (try #require(row.r))) < 1e-10, "\(row)")
            case "step":
                guard let rating = Rating(rawValue: try #require(row.rating)) else { continue }
                let next = model.state(after: state, rating: rating, days: try #require(row.t))
                expect(next, isClose: try #require(row.out), relative: 1e-4, "\(row)")
            case "interval":
                let days = model.interval(of: state, retention: try #require(row.dr))
                let wanted = try #require(row.ivl)
                // The reference takes any time whose recall is within 1e-3 of the retention.
                let theirs = model.retrievability(of: state, after: wanted)
                let recall = model.retrievability(of: state, after: days)
                #expect(abs(recall - theirs) < 1e-3, "\(row)")
            default:
                Issue.record("no such kind: \(row.kind)")
            }
        }
        #expect(Vectors7.all.edge.count == 312)
        #expect(Vectors7.all.histories.count == 300)
    }

    @Test("a state of FSRS-6 gets a fast trace of four fifths")
    func stateWithoutFastTrace() {
        let model = MemoryModel(parameters: .standard(.fsrs7))
        let without = MemoryState(stability: 10, difficulty: 5)
        let with = MemoryState(stability: 10, difficulty: 5, fastStability: 8)
        #expect(
            model.state(after: without, rating: .good, days: 3)
                == model.state(after: with, rating: .good, days: 3))
    }

    private func expect(
        _ state: MemoryState, isClose wanted: Vectors7.State, relative: Double, _ note: Comment
    ) {
        #expect(isClose(state.stability, wanted.s, relative: relative), note)
        #expect(isClose(state.fastStability ?? .nan, wanted.sFast, relative: relative), note)
        #expect(isClose(state.difficulty, wanted.d, relative: relative), note)
    }
}
