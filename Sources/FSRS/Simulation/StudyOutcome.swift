/// What became of a study plan.
public struct StudyOutcome: Sendable {
    /// The totals of one study day.
    public struct Day: Hashable, Sendable {
        /// Cards seen for the first time.
        public internal(set) var new = 0
        /// Answers to cards due after an interval of days.
        public internal(set) var reviews = 0
        /// Those of them that were *again*.
        public internal(set) var lapses = 0
        /// Seconds spent, learning and relearning steps included.
        public internal(set) var seconds = 0.0
        /// Cards that would have been recalled at the end of the day: the sum of their true probabilities.
        public internal(set) var memorised = 0.0
    }

    /// One answer.
    public struct Answer: Hashable, Sendable {
        /// The card's number, from 0 in the order of learning.
        public let card: Int
        /// How well it was remembered.
        public let rating: Rating
        /// The study day, from 0.
        public let day: Int
        /// Days since the simulation began, with their fraction.
        public let time: Double
    }

    /// Each day's totals.
    public internal(set) var days: [Day] = []
    /// Each answer in the order of time, where the plan keeps them.
    public internal(set) var answers: [Answer] = []

    /// The answers as a log.
    ///
    /// - Parameter version: FSRS-6 gets whole study days between reviews, FSRS-7 gets days with their fraction.
    /// - Returns: The log, one review for each answer.
    public func log(for version: Version = .fsrs6) -> ReviewLog {
        var log = ReviewLog()
        log.reserveCapacity(answers.count)
        var last: [Answer?] = []
        for answer in answers {
            if answer.card >= last.count {
                last += Array(repeating: nil, count: answer.card + 1 - last.count)
            }
            let days =
                last[answer.card].map { before in
                    version == .fsrs6
                        ? Double(answer.day - before.day) : answer.time - before.time
                } ?? 0
            log.append(card: answer.card, rating: answer.rating, days: days)
            last[answer.card] = answer
        }
        return log
    }
}
