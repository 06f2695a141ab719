/// The fewest and the most whole days that an interval may have.
struct DayLimits {
    let minimum: Int
    let maximum: Int

    /// A longest interval that leaves room to count on from it.
    static let longest = 1_000_000

    /// Limits in order: the maximum is at least 1 and wins over the minimum.
    init(minimum: Int, maximum: Int) {
        self.maximum = min(max(maximum, 1), Self.longest)
        self.minimum = min(max(minimum, 1), self.maximum)
    }

    var days: ClosedRange<Double> { Double(minimum)...Double(maximum) }

    /// The whole number of days nearest to `interval`, halves away from zero.
    func nearest(to interval: Double) -> Int {
        Int(interval.clamped(to: days).rounded())
    }
}
