/// An expected score with the range in which it falls four times out of five.
package struct Forecast: Hashable, Sendable {
    /// The expected score, 0–1.
    package var mean: Double
    /// The score that is undercut one time in ten.
    package var low: Double
    /// The score that is surpassed one time in ten.
    package var high: Double

    package init(mean: Double, low: Double, high: Double) {
        self.mean = mean
        self.low = low
        self.high = high
    }

    /// How many standard deviations lie between the mean and either end.
    static let width = 1.2816

    /// A forecast whose range is that many standard deviations around the mean, inside 0–1.
    init(mean: Double, deviation: Double) {
        let mean = min(max(mean.isFinite ? mean : 0, 0), 1)
        let reach = Self.width * (deviation.isFinite ? max(deviation, 0) : 1)
        self.init(mean: mean, low: max(mean - reach, 0), high: min(mean + reach, 1))
    }
}
