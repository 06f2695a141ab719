import FSRS
import Testing

@Suite("The reference's numbers")
struct VectorTests {
    @Test("each state of each history", arguments: Vectors.fsrs6.histories)
    func states(of history: Vectors.History) throws {
        let model = try Vectors.fsrs6.model(history.params)
        #expect(history.states64.count == history.reviews.count)
        var state: MemoryState?
        for (index, review) in history.reviews.enumerated() {
            let rating = try #require(Rating(rawValue: review.rating))
            let next = model.state(after: state, rating: rating, days: review.deltaT)
            let exact = history.states64[index]
            #expect(isClose(next.stability, exact.s, relative: 1e-12), "review \(index)")
            #expect(isClose(next.difficulty, exact.d, relative: 1e-12), "review \(index)")
            let single = history.states[index]
            #expect(
                isClose(next.stability, single.s, relative: single.s > 0.01 ? 1e-5 : 3e-4),
                "review \(index)")
            #expect(isClose(next.difficulty, single.d, relative: 1e-5), "review \(index)")
            #expect(next.fastStability == nil)
            state = next
        }
    }

    @Test("what a history leads to", arguments: Vectors.fsrs6.histories)
    func consequences(of history: Vectors.History) throws {
        let model = try Vectors.fsrs6.model(history.params)
        let last = try #require(history.states64.last)
        let state = MemoryState(stability: last.s, difficulty: last.d)
        for recall in history.retrievability {
            let probability = model.retrievability(of: state, after: recall.t)
            #expect(isClose(probability, recall.r64, relative: 1e-12), "after \(recall.t)")
            #expect(abs(probability - recall.r) < 1e-5, "after \(recall.t)")
        }
        for interval in history.intervals {
            let days = model.interval(of: state, retention: interval.dr)
            #expect(isClose(days, interval.ivl64, relative: 1e-12), "at \(interval.dr)")
            #expect(isClose(days, interval.ivl, relative: 3e-4), "at \(interval.dr)")
            // Single precision may round a half the other way.
            let fraction = interval.ivl - interval.ivl.rounded(.down)
            guard abs(fraction - 0.5) > 1e-3 else { continue }
            let whole = ReviewIntervals(graduating: { _ in days })
            #expect(whole.good == interval.days, "at \(interval.dr)")
        }
        for rating in Rating.allCases {
            let wanted = history.nextStates[rating]
            let next = model.state(
                after: state, rating: rating, days: history.nextStates.elapsed)
            #expect(isClose(next.stability, wanted.s64, relative: 1e-12), "\(rating)")
            #expect(isClose(next.difficulty, wanted.d64, relative: 1e-12), "\(rating)")
            let days = model.interval(of: next, retention: history.nextStates.dr)
            #expect(isClose(days, wanted.ivl, relative: 3e-4), "\(rating)")
        }
    }

    @Test("a memory that SM-2 had scheduled")
    func conversion() throws {
        for row in Vectors.fsrs6.sm2 {
            let model = try Vectors.fsrs6.model(row.params)
            let state = model.state(
                fromEase: row.ease, interval: row.interval, retention: row.retention)
            #expect(isClose(state.stability, row.s64, relative: 1e-12), "\(row)")
            #expect(isClose(state.difficulty, row.d64, relative: 1e-12), "\(row)")
        }
        #expect(Vectors.fsrs6.sm2.count == 96)
        #expect(Vectors.fsrs6.histories.count == 300)
    }
}
