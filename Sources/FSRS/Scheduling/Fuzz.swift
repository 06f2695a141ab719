/// The spreading of due dates, so that cards learnt together do not stay together.
///
/// The bounds are those of Anki's scheduler.
public enum Fuzz {
    /// How much each stretch of an interval adds to its spread, as a share of the stretch.
    private static let stretches: [(days: ClosedRange<Double>, share: Double)] = [
        (2.5...7, 0.15),
        (7...20, 0.1),
        (20...Double.greatestFiniteMagnitude, 0.05),
    ]

    /// The whole days that an interval may be spread over.
    ///
    /// - Parameters:
    ///   - interval: The model's interval in days, unrounded.
    ///   - minimum: The fewest days allowed; never above `maximum`, and at least 1.
    ///   - maximum: The most days allowed; at least 1.
    /// - Returns: The shortest and the longest interval.
    public static func bounds(
        of interval: Double, minimum: Int, maximum: Int
    ) -> ClosedRange<Int> {
        let allowed = DayLimits(minimum: minimum, maximum: maximum)
        let window = window(around: interval.clamped(to: allowed.days))
        let lower = allowed.nearest(to: window.lowerBound)
        let upper = allowed.nearest(to: window.upperBound)
        if lower == upper, upper > 2, upper < allowed.maximum { return lower...(lower + 1) }
        return lower...upper
    }

    /// Whole days for an interval, chosen inside its bounds.
    ///
    /// - Parameters:
    ///   - interval: The model's interval in days, unrounded.
    ///   - minimum: The fewest days allowed; never above `maximum`, and at least 1.
    ///   - maximum: The most days allowed; at least 1.
    ///   - unit: A random number of at least 0 and below 1, the same for the same card and review.
    /// - Returns: Days inside the bounds, each as likely as another.
    public static func interval(
        _ interval: Double, minimum: Int, maximum: Int, unit: Double
    ) -> Int {
        let bounds = bounds(of: interval, minimum: minimum, maximum: maximum)
        let chosen = Int(unit.clamped(to: 0...1) * Double(bounds.count))
        return min(bounds.lowerBound + chosen, bounds.upperBound)
    }

    /// The days around an interval before any limit, rounded.
    static func window(around interval: Double) -> ClosedRange<Double> {
        let spread = spread(of: interval)
        return (interval - spread).rounded()...(interval + spread).rounded()
    }

    /// The most days that an interval may move either way.
    private static func spread(of interval: Double) -> Double {
        guard interval >= 2.5 else { return 0 }
        return stretches.reduce(1) { spread, stretch in
            let length = min(interval, stretch.days.upperBound) - stretch.days.lowerBound
            return spread + stretch.share * max(length, 0)
        }
    }
}
