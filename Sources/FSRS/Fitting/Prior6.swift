/// What is known about the parameters of FSRS-6 before any review: where they lie and how far learners differ.
///
/// Fitting works in coordinates in which each parameter is a number of standard deviations from the defaults. The
/// first four are counted by their logarithms.
struct Prior6: Sendable {
    /// How many times the prior counts.
    let strength: Double
    /// How steeply it grows less probable that difficulty is drawn back at all, by the coordinate of w7.
    private let reversionSlope: Double

    /// The prior beside a number of scored reviews.
    ///
    /// The default of w7 is its lower bound: chance can only raise it. It hardly matters to the reviews of a few
    /// weeks and much to those of a year, so few reviews need strong evidence to move it. These figures were chosen by
    /// the loss of other reviews of simulated learners.
    init(scored: Int) {
        let scored = Double(max(scored, 1))
        strength = 1 + (60 / scored) * (60 / scored)
        reversionSlope = 5 + 5000 / scored
    }

    /// Where each parameter lies before any review.
    static let centre = FSRS6Parameters.standard

    /// The standard deviations between learners, for w0 to w3 of the logarithm.
    ///
    /// From w4 on those that fsrs-rs 6.6 regularises with; as there, each squared deviation counts twice as much as
    /// in a normal distribution.
    static let spread: [Double] = [
        0.9, 0.9, 0.9, 0.9, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33,
        0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27,
    ]

    /// How far w0 to w3 differ from the defaults together: who forgets fast after *good* does so after *easy*.
    static let correlation = 0.5

    private static let logarithmic = 0..<4
    /// The place of w7, by which difficulty is drawn back to that of an easy card.
    static let reversion = 7

    /// The second derivatives of a prior that counts once.
    private static let precision: SymmetricMatrix = {
        var matrix = SymmetricMatrix(size: spread.count)
        for index in spread.indices { matrix[index, index] = 2 }
        let shared = correlation / (1 + 3 * correlation)
        for row in logarithmic {
            for column in 0...row {
                let own = row == column ? 1.0 : 0
                matrix[row, column] = (own - shared) / (1 - correlation)
            }
        }
        return matrix
    }()

    /// Where a fit may go; as `FSRS6Parameters.bounds`, but growth on the same day must wear off.
    static let bounds: [ClosedRange<Double>] = {
        var bounds = FSRS6Parameters.bounds
        bounds[19] = 0.01...bounds[19].upperBound
        return bounds.indices.map { index in
            let range = bounds[index]
            return coordinate(
                range.lowerBound, of: index)...coordinate(
                    range.upperBound, of: index)
        }
    }()

    static func parameters(at x: [Double]) -> [Double] {
        x.indices.map { index in
            let parameter =
                logarithmic.contains(index)
                ? centre[index] * exponential(spread[index] * x[index])
                : centre[index] + spread[index] * x[index]
            return parameter.clamped(to: FSRS6Parameters.bounds[index])
        }
    }

    /// The same for eight cards at once.
    static func parameters(at x: [Lanes]) -> [Lanes] {
        x.indices.map { index in
            let (centre, spread) = (Float(centre[index]), Float(spread[index]))
            let bounds = FSRS6Parameters.bounds[index]
            let parameter =
                logarithmic.contains(index)
                ? centre * exponential(spread * x[index]) : centre + spread * x[index]
            return parameter.atLeast(Float(bounds.lowerBound)).atMost(Float(bounds.upperBound))
        }
    }

    /// How much each parameter changes with its coordinate.
    static func slope(at parameters: [Double]) -> [Double] {
        parameters.indices.map { index in
            spread[index] * (logarithmic.contains(index) ? parameters[index] : 1)
        }
    }

    private static func coordinate(_ parameter: Double, of index: Int) -> Double {
        logarithmic.contains(index)
            ? logarithm(parameter / centre[index]) / spread[index]
            : (parameter - centre[index]) / spread[index]
    }

    /// Adds how the prior bends to a curvature.
    func bend(_ curvature: inout SymmetricMatrix) {
        for row in 0..<curvature.size {
            for column in 0...row {
                curvature[row, column] += strength * Self.precision[row, column]
            }
        }
    }

    /// How improbable coordinates are, and the slopes of that.
    func penalty(at x: [Double]) -> (value: Double, gradient: [Double]) {
        var gradient = (Self.precision * x).map { strength * $0 }
        let value = zip(x, gradient).reduce(reversionSlope * x[Self.reversion]) {
            $0 + $1.0 * $1.1 / 2
        }
        gradient[Self.reversion] += reversionSlope
        return (value, gradient)
    }
}
