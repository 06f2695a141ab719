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

    let formulas: Formulas

    /// The formulas of either version, with the parameters in them.
    enum Formulas: Sendable {
        case six(FSRS6)
        case seven(FSRS7)
    }

    /// Creates the model of the parameters' version.
    public init(parameters: Parameters = .standard) {
        self.parameters = parameters
        formulas =
            switch parameters.version {
            case .fsrs6: .six(FSRS6(parameters.values))
            case .fsrs7: .seven(FSRS7(parameters.values))
            }
    }

    /// The memory after one more review.
    ///
    /// - Parameters:
    ///   - state: The memory before the review; nil for a card's first review.
    ///   - rating: How well the card was remembered.
    ///   - days: Days since the review before; ignored for the first one. FSRS-6 wants whole study days and takes
    ///     anything under 1 as the same day; FSRS-7 wants the time with its fraction. Negative counts as 0.
    /// - Returns: The memory just after the review.
    public func state(after state: MemoryState?, rating: Rating, days: Double) -> MemoryState {
        switch formulas {
        case .six(let six): six.state(after: state, rating: rating, days: days)
        case .seven(let seven): seven.state(after: state, rating: rating, days: days)
        }
    }

    /// The probability of recalling the card some days after its last review, from 1 falling towards 0.
    ///
    /// - Parameters:
    ///   - state: The memory just after the last review.
    ///   - days: Days since then, fractions included. Negative counts as 0.
    /// - Returns: A probability.
    public func retrievability(of state: MemoryState, after days: Double) -> Double {
        switch formulas {
        case .six(let six): six.retrievability(of: state, after: days)
        case .seven(let seven): seven.retrievability(of: state, after: days)
        }
    }

    /// How long until the probability of recall falls to `retention`.
    ///
    /// - Parameters:
    ///   - state: The memory just after the last review.
    ///   - retention: The probability wanted at the end of the interval, 0.0001 to 0.9999.
    /// - Returns: Days since the last review, unrounded. FSRS-7 looks no further than 36500, and may find a part of a
    ///   second.
    public func interval(of state: MemoryState, retention: Double) -> Double {
        switch formulas {
        case .six(let six): six.interval(of: state, retention: retention)
        case .seven(let seven): seven.interval(of: state, retention: retention)
        }
    }

    /// The memory of a card that was scheduled by SM-2, for logs that lack its first reviews.
    ///
    /// - Parameters:
    ///   - ease: SM-2's ease as a factor, such as 2.5; FSRS-7 makes no use of it.
    ///   - interval: The interval that SM-2 gave the card last, in days.
    ///   - retention: The share of reviews recalled in those days; 0.9 where unknown.
    /// - Returns: The memory just after the review that gave the interval.
    public func state(
        fromEase ease: Double, interval: Double, retention: Double
    ) -> MemoryState {
        switch formulas {
        case .six(let six):
            six.state(fromEase: ease, interval: interval, retention: retention)
        case .seven(let seven):
            seven.state(fromInterval: interval, retention: retention)
        }
    }

    /// Whether a review on the same day as the one before changes the stability.
    public var knowsSameDayReviews: Bool {
        switch parameters.version {
        case .fsrs6: parameters.values[17] > 0 && parameters.values[18] > 0
        case .fsrs7: true
        }
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
