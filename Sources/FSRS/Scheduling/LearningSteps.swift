/// The short waits between the first reviews of a new card, or after a lapse.
///
/// The rules are those of Anki's learning steps.
public struct LearningSteps: Hashable, Sendable {
    /// What comes after an answer.
    public enum Next: Hashable, Sendable {
        /// The card stays in its steps and is shown again after `seconds`; `index` counts from 0.
        case step(index: Int, seconds: Double)
        /// The card leaves its steps for an interval of the model.
        case graduate
    }

    /// A wait as it meets the calendar.
    public enum Wait: Hashable, Sendable {
        /// Due on the same study day, after so many seconds.
        case seconds(Double)
        /// Due so many study days later, at any time of that day.
        case days(Int)
    }

    /// The wait of each step in seconds, each above 0 and at most 365 days.
    public let seconds: [Double]

    /// For a new card: one minute, then ten.
    public static let standard = LearningSteps(seconds: [60, 600])
    /// After a lapse: ten minutes.
    public static let relearning = LearningSteps(seconds: [600])

    private static let day = 86400.0

    /// Takes the waits in order; those that are not above 0 are left out, and none may be longer than 365 days.
    public init(seconds: [Double]) {
        self.seconds = seconds.filter { $0 > 0 }.map { min($0, 365 * Self.day) }
    }

    /// What comes after an answer.
    ///
    /// *Again* goes back to the first step, *hard* repeats the step, *good* goes on, and *easy* leaves at once.
    /// *Hard* on the first step waits between the first and the second one.
    ///
    /// - Parameters:
    ///   - step: The step that the card is at, from 0; 0 for a new card and for a lapse. A step that no longer
    ///     exists counts as the last one.
    ///   - rating: The answer.
    /// - Returns: The next step, or that there is none.
    public func next(step: Int, rating: Rating) -> Next {
        guard !seconds.isEmpty else { return .graduate }
        let step = min(max(step, 0), seconds.count - 1)
        switch rating {
        case .again: return .step(index: 0, seconds: seconds[0])
        case .hard where step == 0: return .step(index: 0, seconds: hardOnFirstStep)
        case .hard: return .step(index: step, seconds: seconds[step])
        case .good where step + 1 < seconds.count:
            return .step(index: step + 1, seconds: seconds[step + 1])
        case .good, .easy: return .graduate
        }
    }

    /// A wait in seconds, or in whole days when it reaches past the end of the study day.
    ///
    /// - Parameters:
    ///   - seconds: The wait, from now.
    ///   - rollover: Seconds from now to the moment when the next study day begins.
    /// - Returns: The wait as the calendar has it.
    public static func wait(seconds: Double, rollover: Double) -> Wait {
        let seconds = seconds.clamped(to: 0...(36500 * day))
        let rollover = rollover.clamped(to: 0...day)
        guard seconds >= rollover else { return .seconds(seconds) }
        return .days(Int((seconds - rollover) / day) + 1)
    }

    /// The wait of a learner who has no steps: the model's interval, in seconds where it is under half a day.
    ///
    /// Only a model that knows of reviews on the same day gives such short waits; others wait a day at least.
    ///
    /// - Parameters:
    ///   - days: The model's interval.
    ///   - model: The model that gave it.
    ///   - rollover: Seconds from now to the moment when the next study day begins.
    /// - Returns: The wait as the calendar has it.
    public static func wait(
        withoutSteps days: Double, of model: MemoryModel, rollover: Double
    ) -> Wait {
        guard model.knowsSameDayReviews, days < 0.5 else {
            return .days(DayLimits(minimum: 1, maximum: 36500).nearest(to: days))
        }
        return wait(seconds: days * day, rollover: rollover)
    }

    /// One step alone waits half as long again, but at most a day more, lest *hard* outlast *good*.
    private var hardOnFirstStep: Double {
        let wait =
            seconds.count > 1
            ? (seconds[0] + seconds[1]) / 2
            : min(seconds[0] * 1.5, seconds[0] + Self.day)
        return wait > Self.day ? (wait / Self.day).rounded() * Self.day : wait.rounded(.down)
    }
}
