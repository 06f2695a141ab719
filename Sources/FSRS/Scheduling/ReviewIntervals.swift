/// Whole days until the next review, by rating.
///
/// *Hard* is shorter than *good*, and *good* shorter than *easy*, save where the maximum forbids it.
public struct ReviewIntervals: Hashable, Sendable {
    /// The longest interval where nothing else is set: 100 years.
    public static let standardMaximum = 36500

    /// Days after *again*, once its relearning steps are done.
    public let again: Int
    /// Days after *hard*.
    public let hard: Int
    /// Days after *good*.
    public let good: Int
    /// Days after *easy*.
    public let easy: Int

    /// Intervals of a card in review.
    ///
    /// An interval that grows grows by at least a day, and spreading never takes it below the one before.
    ///
    /// - Parameters:
    ///   - days: The model's interval after each rating, unrounded.
    ///   - previous: The days that the card was scheduled for last.
    ///   - maximum: The longest interval wanted.
    ///   - unit: A random number of at least 0 and below 1 that spreads due dates; nil for none.
    public init(
        days: (Rating) -> Double, previous: Int, maximum: Int = Self.standardMaximum,
        unit: Double? = nil
    ) {
        let chooser = Chooser(maximum: maximum, unit: unit)
        func passing(_ rating: Rating, above shorter: Int) -> Int {
            let days = days(rating)
            let least = Self.least(for: days, after: previous)
            return chooser.choose(days, minimum: max(least, shorter + 1))
        }
        again = chooser.choose(days(.again), minimum: 1)
        hard = passing(.hard, above: 0)
        good = passing(.good, above: hard)
        easy = passing(.easy, above: good)
    }

    /// Intervals of a card that leaves its learning or relearning steps, where nothing was scheduled in days before.
    ///
    /// Only *good* and *easy* leave the steps, so only these two are kept apart.
    ///
    /// - Parameters:
    ///   - days: The model's interval after each rating, unrounded.
    ///   - maximum: The longest interval wanted.
    ///   - unit: A random number of at least 0 and below 1 that spreads due dates; nil for none.
    public init(
        graduating days: (Rating) -> Double, maximum: Int = Self.standardMaximum,
        unit: Double? = nil
    ) {
        let chooser = Chooser(maximum: maximum, unit: unit)
        again = chooser.choose(days(.again), minimum: 1)
        hard = chooser.choose(days(.hard), minimum: 1)
        good = chooser.choose(days(.good), minimum: 1)
        easy = chooser.choose(days(.easy), minimum: good + 1)
    }

    /// The whole days after one rating.
    public subscript(rating: Rating) -> Int {
        switch rating {
        case .again: again
        case .hard: hard
        case .good: good
        case .easy: easy
        }
    }

    /// The fewest days that keep an interval from falling back by rounding or spreading.
    ///
    /// An interval truly shorter than the one before, as after a change of the retention wanted, is left alone.
    private static func least(for days: Double, after previous: Int) -> Int {
        let limits = DayLimits(minimum: 1, maximum: DayLimits.longest)
        let days = days.clamped(to: 0...limits.days.upperBound)
        let previous = min(previous, limits.maximum)
        if days.rounded() > Double(previous) { return previous + 1 }
        return Fuzz.window(around: days).upperBound >= Double(previous) ? previous : 0
    }

    /// Rounds or spreads one interval.
    private struct Chooser {
        let maximum: Int
        let unit: Double?

        func choose(_ days: Double, minimum: Int) -> Int {
            guard let unit else {
                return DayLimits(minimum: minimum, maximum: maximum).nearest(to: days)
            }
            return Fuzz.interval(days, minimum: minimum, maximum: maximum, unit: unit)
        }
    }
}
