import FSRS

@testable import StudyCore

/// The value of a card worked out state by state, without a grid: slow, and right.
struct BruteForce {
    let model: MemoryModel
    let costs: StudyCosts
    /// Days of the sessions, and the moment of the exam, in days.
    let days: [Int]
    let exam: Double
    let prices: [Double]

    private func seconds(_ chances: [Double]) -> Double { costs.expectedSeconds(chances) }

    /// A card that is left alone for the rest of a session.
    func settled(_ memory: MemoryState, in session: Int) -> Double {
        var best = model.retrievability(of: memory, after: exam - Double(days[session]))
        for next in days.indices where next > session {
            best = max(best, reviewed(memory, after: days[next] - days[session], in: next))
        }
        return best
    }

    /// A card that is asked in a session, some days after it was seen last.
    func reviewed(_ memory: MemoryState, after gap: Int, in session: Int) -> Double {
        let chances = costs.chances(
            recall: model.retrievability(of: memory, after: Double(gap)))
        var value = -prices[session] * seconds(chances)
        for (chance, rating) in zip(chances, Rating.allCases) where chance > 0 {
            let next = model.state(after: memory, rating: rating, days: Double(gap))
            value +=
                chance
                * (rating == .again
                    ? lapsed(next, in: session, left: CardValues.lapseDepth)
                    : settled(next, in: session))
        }
        return value
    }

    private func lapsed(_ memory: MemoryState, in session: Int, left: Int) -> Double {
        let alone = settled(memory, in: session)
        guard left > 0 else { return alone }
        let chances = costs.repeatOfLapse[0]
        var again = -prices[session] * seconds(chances)
        for (chance, rating) in zip(chances, Rating.allCases) {
            let next = model.state(after: memory, rating: rating, days: 0)
            again +=
                chance
                * (rating == .again
                    ? lapsed(next, in: session, left: left - 1) : settled(next, in: session))
        }
        return max(alone, again)
    }

    /// A new card that is asked first in a session.
    func introduced(in session: Int) -> Double {
        var value = -prices[session] * costs.expectedFirstSeconds
        for (chance, rating) in zip(costs.firstRating, Rating.allCases) {
            let next = model.state(after: nil, rating: rating, days: 0)
            value += chance * firstDay(next, rating, in: session, depth: 0)
        }
        return value
    }

    private func firstDay(
        _ memory: MemoryState, _ rating: Rating, in session: Int, depth: Int
    ) -> Double {
        let alone = settled(memory, in: session)
        guard rating < .good, depth < min(costs.mostRepeats, FirstDay.depth) else { return alone }
        let chances = costs.repeatOfNew[rating.rawValue - 1]
        var again = -prices[session] * seconds(chances)
        for (chance, rating) in zip(chances, Rating.allCases) {
            let next = model.state(after: memory, rating: rating, days: 0)
            again += chance * firstDay(next, rating, in: session, depth: depth + 1)
        }
        return max(alone, again)
    }
}
