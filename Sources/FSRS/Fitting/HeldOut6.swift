/// What the cards of a log say of parameters that were fitted without them, each card left out in turn.
///
/// A fit without a card is not searched for anew. It lies one step of Newton's method from the fit to all cards: the
/// card's own slopes say what pull is gone, and the curvature how far the parameters give. On simulated logs of 200 to
/// 800 reviews the sum of the losses lay within 0.5 of that of fits searched anew, most often within 0.2; leaving out
/// a fifth of the cards at a time misses it by up to 4, since such fits have seen a fifth less.
struct HeldOut6 {
    /// The weighted loss of all cards by the parameters in use.
    let lossBefore: Double
    /// That of each card by the defaults, and by parameters halfway and all of the way to those fitted without it; of
    /// many reviews only the last.
    private let losses: [Double]
    private let scored: Int

    /// The number of scored reviews from which fits are taken all of the way.
    private static let many = 4000

    /// Leaves out each card of a search that has come to its end.
    ///
    /// - Parameters:
    ///   - search: The search.
    ///   - former: The parameters in use.
    init(_ search: Search6, against former: [Double]) {
        let packed = search.objective.packed
        scored = packed.scored
        let isFew = scored < Self.many
        let tempers = (isFew ? [0.5, 1] : [1]).map(Temper6.init)
        let isDefault = former == Prior6.centre
        let parameters = search.parameters
        let slope = Prior6.slope(at: parameters).map(Float.init)
        let x = search.x.map { Lanes(repeating: Float($0)) }
        let bounds = Prior6.bounds.map { (Float($0.lowerBound), Float($0.upperBound)) }
        let response = search.response
        let responses = x.indices.map { row in
            x.indices.map { Float(response[row, $0]) * slope[$0] }
        }
        let sums = search.objective.overParts { blocks in
            var (kernel, formerKernel) = (Kernel6(parameters), Kernel6(former))
            var defaultKernel = Kernel6(Prior6.centre)
            var (before, byDefault) = (Lanes.zero, Lanes.zero)
            var after = Array(repeating: Lanes.zero, count: tempers.count)
            for block in blocks {
                let steps = packed.steps(of: block)
                var gradient = Array(repeating: Lanes.zero, count: Kernel6.count)
                _ = kernel.loss(of: steps, gradient: &gradient)
                let without = x.indices.map { row in
                    var moved = x[row]
                    for (response, slope) in zip(responses[row], gradient) {
                        moved += response * slope
                    }
                    return moved.atLeast(bounds[row].0).atMost(bounds[row].1)
                }
                let fitted = Prior6.parameters(at: without)
                for (index, temper) in tempers.enumerated() {
                    var ownKernel = Kernel6(temper.parameters(fitted))
                    after[index] += ownKernel.loss(of: steps)
                }
                before += formerKernel.loss(of: steps)
                if isFew, !isDefault { byDefault += defaultKernel.loss(of: steps) }
            }
            return [before, isDefault ? before : byDefault].map { Double($0.sum()) }
                + after.map { Double($0.sum()) }
        }
        let totals = (0..<tempers.count + 2).map { index in sums.reduce(0) { $0 + $1[index] } }
        lossBefore = totals[0]
        losses = Array(totals.suffix(isFew ? 3 : 1))
    }

    /// The weighted loss of each card by parameters a share of the way to those fitted without it, on the parabola
    /// through what was tried.
    func loss(at share: Double) -> Double {
        guard losses.count == 3 else { return losses[0] }
        return losses[0] * (1 - share) * (1 - 2 * share) + losses[1] * 4 * share * (1 - share)
            + losses[2] * share * (2 * share - 1)
    }

    /// How far to go: the mean of all shares of the way, each counting as much as it makes the cards probable.
    ///
    /// What one log says of it is uncertain too, so that the whole way is the more probable beforehand the more
    /// reviews there are; by how much was chosen by the loss of other reviews of simulated learners.
    var temper: Temper6 {
        guard losses.count == 3 else { return Temper6(share: 1) }
        let pull = (Double(scored) / 80) * (Double(scored) / 80)
        let shares = (0...20).map { Double($0) / 20 }
        let costs = shares.map { loss(at: $0) + pull * (1 - $0) * (1 - $0) }
        let least = costs.reduce(.infinity, min)
        let weights = costs.map { exponential(least - $0) }
        let sum = zip(shares, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return Temper6(share: sum / weights.reduce(0, +))
    }
}
