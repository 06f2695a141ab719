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
    }
}
