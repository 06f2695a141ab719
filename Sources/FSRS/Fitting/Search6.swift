/// The search for the parameters of FSRS-6 that are most probable given the reviews and the prior.
///
/// It keeps what it has learnt about the loss, so that it can go on with other reviews or another prior in a few steps.
struct Search6 {
    let objective: Objective6
    /// The coordinates found so far.
    private(set) var x: [Double]
    /// How the loss bends there.
    private var curvature: SymmetricMatrix
    /// Which coordinates are not held at a bound.
    private var isFree: [Bool]
    /// The slopes there.
    private var gradient: [Double]

    /// The parameters found so far.
    var parameters: [Double] { Prior6.parameters(at: x) }

    /// How far the coordinates move for each unit of a slope that is taken off the loss: the inverse of the curvature.
    var response: SymmetricMatrix {
        curvature.inverse(isFree: isFree) ?? SymmetricMatrix(size: Kernel6.count)
    }

    /// Begins at the defaults.
    init(_ objective: Objective6) {
        self.objective = objective
        x = Array(repeating: 0, count: Kernel6.count)
        curvature = SymmetricMatrix(size: Kernel6.count)
        isFree = Array(repeating: true, count: Kernel6.count)
        gradient = Array(repeating: 0, count: Kernel6.count)
    }

    /// Learns the shape of the loss about the parameters found so far.
    mutating func survey(_ prior: Prior6) {
        let parameters = parameters
        let slope = Prior6.slope(at: parameters)
        curvature = objective.information(at: parameters)
        for row in 0..<curvature.size {
            for column in 0...row { curvature[row, column] *= slope[row] * slope[column] }
        }
        prior.bend(&curvature)
    }

    /// Goes on to the least loss over the blocks that are wanted.
    ///
    /// - Parameters:
    ///   - prior: What is known before any review.
    ///   - tolerance: The gain below which a step is not worth taking, in units of the loss.
    ///   - isWanted: Which blocks take part.
    mutating func descend(
        _ prior: Prior6, tolerance: Double,
        where isWanted: @escaping @Sendable (Int) -> Bool = { _ in true }
    ) {
        let objective = objective
        func point(_ x: [Double]) -> BoundedMinimiser.Point {
            let parameters = Prior6.parameters(at: x)
            let slope = Prior6.slope(at: parameters)
            let sum = objective.sum(at: parameters, where: isWanted)
            let penalty = prior.penalty(at: x)
            return BoundedMinimiser.Point(
                x: x, value: sum.loss + penalty.value,
                gradient: x.indices.map { sum.gradient[$0] * slope[$0] + penalty.gradient[$0] })
        }
        let minimiser = BoundedMinimiser(bounds: Prior6.bounds, tolerance: tolerance)
        let end = minimiser.minimum(from: point(x), curvature: &curvature, evaluate: point)
        x = end.x
        isFree = minimiser.isFree(at: end)
        gradient = end.gradient
    }

    /// Moves w7 from its most probable value to the mean of its probable ones, and the others as far as they follow.
    ///
    /// Most often w7 is most probable at its lower bound, and all its other probable values are above. They are
    /// taken to be spread normally about where the loss would be least, but for what lies below the bound.
    mutating func moveReversionToMean() {
        let place = Prior6.reversion
        var isFree = isFree
        isFree[place] = true
        var unit = Array(repeating: 0.0, count: x.count)
        unit[place] = 1
        // How all move with a slope of w7: a row of the inverse of the curvature.
        guard let response = curvature.solve(unit, isFree: isFree) else { return }
        let variance = response[place]
        let above = x[place] - Prior6.bounds[place].lowerBound
        let deviation = variance.squareRoot()
        let peak = above > 1e-9 ? above : -gradient[place] * variance
        let move = deviation * Self.meanAboveZero(peak: peak / deviation) - above
        for index in x.indices {
            x[index] = (x[index] + move * response[index] / variance)
                .clamped(to: Prior6.bounds[index])
        }
    }

    /// The mean of the positive numbers of a normal distribution with a standard deviation of 1.
    static func meanAboveZero(peak: Double) -> Double {
        // Far from the peak the formula below is a difference of like numbers.
        guard peak > -6 else { return -1 / peak + 2 / (peak * peak * peak) }
        let density = exponential(-peak * peak / 2) / (2 * Double.pi).squareRoot()
        return peak + density / (0.5 * complementaryError(-peak / 2.0.squareRoot()))
    }
}
