/// The FSRS memory model: how memories grow, fade and break.
///
/// The same arguments always give the same result: no clock, no randomness, no storage.
/// Any arguments give finite results: values out of range, infinities and NaN are moved into range first.
///
/// ```swift
/// let model = MemoryModel()
/// let first = model.state(after: nil, rating: .good, days: 0)
/// let days = model.interval(of: first, retention: 0.9)
/// let second = model.state(after: first, rating: .hard, days: days.rounded())
/// ```
public struct MemoryModel: Hashable, Sendable {
    /// The parameters that the model was made with.
    public let parameters: Parameters

    private let formulas: FSRS6

    /// Creates the model of the parameters' version.
    public init(parameters: Parameters = .standard) {
        self.parameters = parameters
        formulas = FSRS6(parameters.values)
    }

    /// The memory after one more review.
    ///
    /// - Parameters:
    ///   - state: The memory before the review; nil for a card's first review.
    ///   - rating: How well the card was remembered.
    ///   - days: Days since the review before; ignored for the first one. FSRS-6 wants whole study days and takes
    ///     anything under 1 as the same day. Negative counts as 0.
    /// - Returns: The memory just after the review.
    public func state(after state: MemoryState?, rating: Rating, days: Double) -> MemoryState {
        formulas.state(after: state, rating: rating, days: days)
    }

    /// The probability of recalling the card some days after its last review, from 1 falling towards 0.
    ///
    /// - Parameters:
    ///   - state: The memory just after the last review.
    ///   - days: Days since then, fractions included. Negative counts as 0.
    /// - Returns: A probability.
    public func retrievability(of state: MemoryState, after days: Double) -> Double {
        formulas.retrievability(of: state, after: days)
    }

    /// How long until the probability of recall falls to `retention`.
    ///
    /// - Parameters:
    ///   - state: The memory just after the last review.
    ///   - retention: The probability wanted at the end of the interval, 0.0001 to 0.9999.
    /// - Returns: Days since the last review, unrounded and without a limit.
    public func interval(of state: MemoryState, retention: Double) -> Double {
        formulas.interval(of: state, retention: retention)
    }

    /// The memory of a card that was scheduled by SM-2, for logs that lack its first reviews.
    ///
    /// - Parameters:
    ///   - ease: SM-2's ease as a factor, such as 2.5.
    ///   - interval: The interval that SM-2 gave the card last, in days.
    ///   - retention: The share of reviews recalled in those days; 0.9 where unknown.
    /// - Returns: The memory just after the review that gave the interval.
    public func state(
        fromEase ease: Double, interval: Double, retention: Double
    ) -> MemoryState {
        formulas.state(fromEase: ease, interval: interval, retention: retention)
    }

    /// Whether a review on the same day as the one before changes the stability.
    public var knowsSameDayReviews: Bool {
        parameters.values[17] > 0 && parameters.values[18] > 0
    }

    /// Whether both models have the same parameters.
    public static func == (left: MemoryModel, right: MemoryModel) -> Bool {
        left.parameters == right.parameters
    }

    /// Hashes the parameters.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(parameters)
    }
}
