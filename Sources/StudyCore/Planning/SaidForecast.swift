/// A forecast as it was said; shares of points, 0–1.
package struct SaidForecast: Hashable, Sendable {
    /// When.
    package var time: Timestamp
    /// What was expected with the plan, and the ends of its 80 % interval.
    package var mean: Double
    package var low: Double
    package var high: Double
    /// What was expected without another minute.
    package var idle: Double

    package init(time: Timestamp, mean: Double, low: Double, high: Double, idle: Double) {
        self.time = time
        self.mean = mean
        self.low = low
        self.high = high
        self.idle = idle
    }
}

/// A forecast with who noted it and of what: how it goes from one store to another.
package struct NotedForecast: Hashable, Sendable {
    /// The device that said it.
    package var device: String
    /// The event that first set the exam.
    package var exam: EventID
    package var forecast: SaidForecast

    package init(device: String, exam: EventID, forecast: SaidForecast) {
        self.device = device
        self.exam = exam
        self.forecast = forecast
    }

    /// Whether its shares are shares, and the mean lies in its interval.
    package var isSound: Bool {
        let shares = 0.0...1
        return shares.contains(forecast.idle) && shares.contains(forecast.low)
            && shares.contains(forecast.high) && forecast.low <= forecast.mean
            && forecast.mean <= forecast.high
    }
}
