/// The search for the parameters of FSRS-6 that are most probable given the reviews and the prior.
///
/// It keeps what it has learnt about the loss, so that it can go on with other reviews or another prior in a few steps.
struct Search6 {
    let objective: Objective6
    /// The coordinates found so far.
    var x: [Double]
    private var curvature: SymmetricMatrix

    /// The parameters found so far; a better first rating never has the lower stability.
    var parameters: [Double] {
        var parameters = Prior6.parameters(at: x)
        for index in 1..<4 { parameters[index] = max(parameters[index], parameters[index - 1]) }
        return parameters
    }

    /// Begins at the defaults.
    init(_ objective: Objective6) {
        self.objective = objective
        x = Array(repeating: 0, count: Kernel6.count)
        curvature = SymmetricMatrix(size: Kernel6.count)
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
    ///   - start: The sum over those blocks at the start, where it is known.
    ///   - isWanted: Which blocks take part.
    mutating func descend(
        _ prior: Prior6, tolerance: Double, from start: Objective6.Sum? = nil,
        where isWanted: @escaping @Sendable (Int) -> Bool
    ) {
        let objective = objective
        func point(_ x: [Double], _ known: Objective6.Sum? = nil) -> BoundedMinimiser.Point {
            let parameters = Prior6.parameters(at: x)
            let slope = Prior6.slope(at: parameters)
            let sum = known ?? objective.sum(at: parameters, where: isWanted)
            let penalty = prior.penalty(at: x)
            return BoundedMinimiser.Point(
                x: x, value: sum.loss + penalty.value,
                gradient: x.indices.map { sum.gradient[$0] * slope[$0] + penalty.gradient[$0] })
        }
        let minimiser = BoundedMinimiser(bounds: Prior6.bounds, tolerance: tolerance)
        x = minimiser.minimum(from: point(x, start), curvature: &curvature) { point($0) }.x
    }

    /// The sum over the blocks that are wanted, at the parameters found so far.
    func sum(where isWanted: @escaping @Sendable (Int) -> Bool) -> Objective6.Sum {
        objective.sum(at: Prior6.parameters(at: x), where: isWanted)
    }
}
