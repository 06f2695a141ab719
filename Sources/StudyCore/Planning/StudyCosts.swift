package import FSRS

/// What answers cost in seconds, and how they are likely to turn out.
///
/// The standard figures are the simulator's: seconds of learners at a terminal, chances of fsrs-rs 6.6.
package struct StudyCosts: Hashable, Sendable {
    /// Chances of again, hard, good and easy; they sum to 1.
    package typealias RatingChances = [Double]

    /// Seconds of the first answer to a new card, by rating from *again* to *easy*.
    package var firstSeconds: [Double] = [20, 20, 20, 20]
    /// Seconds of any later answer, by rating.
    package var seconds: [Double] = [14, 11, 7, 5]
    /// Chances of the first rating of a new card.
    package var firstRating: RatingChances = [0.24, 0.094, 0.495, 0.171]
    /// Chances of the ratings of a card that was recalled; never *again*.
    package var recalled: RatingChances = [0, 0.224, 0.631, 0.145]
    /// Chances when a new card is repeated on its first day, by the rating before.
    package var repeatOfNew: [RatingChances] = [
        [0.3686, 0.0628, 0.5109, 0.0577],
        [0.0442, 0.4553, 0.4457, 0.0548],
        [0.0519, 0.0470, 0.8462, 0.0549],
        [0.03, 0.04, 0.63, 0.30],
    ]
    /// Chances when a card that lapsed is repeated on the same day, by the rating before.
    package var repeatOfLapse: [RatingChances] = [
        [0.2157, 0.0643, 0.6596, 0.0604],
        [0.05, 0.4638, 0.4475, 0.0387],
        [0.1057, 0.1434, 0.7266, 0.0243],
        [0.03, 0.05, 0.62, 0.30],
    ]
    /// How often a card is repeated on one day at most.
    package var mostRepeats = 4

    package init() {}

    /// The chances of each rating when a card is recalled with a probability.
    package func chances(recall: Double) -> RatingChances {
        [1 - recall] + recalled.dropFirst().map { recall * $0 }
    }

    /// The expected seconds of an answer with these chances.
    package func expectedSeconds(_ chances: RatingChances) -> Double {
        zip(chances, seconds).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// The expected seconds of a new card's first answer.
    package var expectedFirstSeconds: Double {
        zip(firstRating, firstSeconds).reduce(0) { $0 + $1.0 * $1.1 }
    }
}

extension StudyCosts {
    /// What a learner's own log says: answers counted, and their seconds summed, by rating from *again* to *easy*.
    package struct Experience: Hashable, Sendable {
        /// First answers to new cards.
        package var firstCounts: [Int] = [0, 0, 0, 0]
        /// The seconds of those.
        package var firstSeconds: [Double] = [0, 0, 0, 0]
        /// All later answers.
        package var laterCounts: [Int] = [0, 0, 0, 0]
        /// The seconds of those.
        package var laterSeconds: [Double] = [0, 0, 0, 0]

        package init() {}

        /// Counts one answer; seconds are cut off at two minutes, when the learner was elsewhere.
        package mutating func add(_ rating: Rating, seconds: Double, isFirst: Bool) {
            let index = rating.rawValue - 1
            let seconds = min(max(seconds.isFinite ? seconds : 0, 0), 120)
            if isFirst {
                firstCounts[index] += 1
                firstSeconds[index] += seconds
            } else {
                laterCounts[index] += 1
                laterSeconds[index] += seconds
            }
        }
    }

    /// How many answers the standard figures count for.
    private static let prior = 20.0

    /// The standard figures moved towards a learner's own by as much as there is to go by.
    package init(_ experience: Experience) {
        self.init()
        func means(_ standard: [Double], _ counts: [Int], _ sums: [Double]) -> [Double] {
            // One factor for all ratings first, since a slow reader is slow at each of them.
            let expected = zip(standard, counts).reduce(0) { $0 + $1.0 * Double($1.1) }
            let factor =
                (sums.reduce(0, +) + Self.prior * standard[2])
                / (expected + Self.prior * standard[2])
            return standard.indices.map { index in
                let seconds = standard[index] * factor * Self.prior + sums[index]
                return max(seconds / (Self.prior + Double(counts[index])), 0.5)
            }
        }
        seconds = means(seconds, experience.laterCounts, experience.laterSeconds)
        firstSeconds = means(firstSeconds, experience.firstCounts, experience.firstSeconds)
        firstRating = Self.blend(firstRating, experience.firstCounts)
        recalled = Self.blend(recalled, [0] + experience.laterCounts.dropFirst())
    }

    private static func blend(_ chances: RatingChances, _ counts: [Int]) -> RatingChances {
        let total = prior + Double(counts.reduce(0, +))
        return zip(chances, counts).map { ($0 * prior + Double($1)) / total }
    }
}
