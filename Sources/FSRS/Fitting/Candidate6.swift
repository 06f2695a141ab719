/// A fit of FSRS-6 and what reviews say of it that it was not fitted to.
struct Candidate6 {
    let parameters: [Double]
    /// The weighted loss of held-out reviews by the parameters in use, and by ones fitted without those reviews.
    let lossBefore, lossAfter: Double
    /// The sum of the weights of the held-out reviews.
    let weight: Double

    /// Parts of the cards that are held out in turn.
    private static let folds = 5
    /// Scored reviews from which one held-out part says enough.
    private static let plenty = 10000
    /// Scored reviews up to which a cautious fit is tried too, and how much more it trusts the prior.
    private static let (few, caution) = (2000, 10.0)
    /// Scored reviews at which the prior counts twice.
    private static let scarce = 120.0
    /// Blocks from which a search begins with a part of the log.
    private static let largeBlocks = 512

    /// Fits to a log.
    ///
    /// All figures here and in the prior were chosen by the loss of other reviews of simulated learners.
    ///
    /// - Parameters:
    ///   - objective: The log.
    ///   - former: The parameters in use.
    /// - Returns: The fit, whether it is better or not.
    static func best(for objective: Objective6, against former: [Double]) -> Candidate6 {
        objective.packed.scored < plenty
            ? inTurns(objective, against: former) : atOnce(objective, against: former)
    }

    /// What few reviews say about one parameter is mostly chance, so the prior counts more then.
    private static func prior(for objective: Objective6) -> Prior6 {
        let share = scarce / Double(max(objective.packed.scored, 1))
        return Prior6(strength: 1 + share * share)
    }

    private static func tolerance(for objective: Objective6) -> Double {
        max(0.03, 2e-6 * Double(objective.packed.scored))
    }

    /// Fits to four fifths of the cards, asks the other fifth, then goes on with all.
    private static func atOnce(_ objective: Objective6, against former: [Double]) -> Candidate6 {
        let (prior, tolerance) = (prior(for: objective), tolerance(for: objective))
        var search = Search6(objective)
        search.survey(prior)
        if objective.packed.blockCount >= largeBlocks {
            let stride = objective.packed.blockCount / (largeBlocks / 2)
            search.descend(prior, tolerance: 0.1) { block in
                block.isMultiple(of: stride) && !(block / stride).isMultiple(of: folds)
            }
            search.survey(prior)
        }
        search.descend(prior, tolerance: tolerance) { !$0.isMultiple(of: folds) }
        let before = objective.loss(at: former) { $0.isMultiple(of: folds) }
        let after = objective.loss(at: search.parameters) { $0.isMultiple(of: folds) }
        search.descend(prior, tolerance: tolerance) { _ in true }
        return Candidate6(
            parameters: search.parameters, lossBefore: before, lossAfter: after,
            weight: objective.packed.weight(ofBlocks: folds))
    }

    /// Holds out each fifth of the cards in turn.
    ///
    /// Where reviews are few, there is a bold fit and a cautious one. Which is better is uncertain then, so they and
    /// the defaults are mixed, each by how probable it makes the held-out reviews.
    private static func inTurns(_ objective: Objective6, against former: [Double]) -> Candidate6 {
        let prior = prior(for: objective)
        let isFew = objective.packed.scored < few
        var search = Search6(objective)
        search.survey(prior)
        let start = search.sum { _ in true }
        var fits = isFew ? [Fit(x: search.x, loss: start.loss)] : []
        var known: Objective6.Sum? = start
        for factor in isFew ? [1, caution] : [1] {
            let prior = Prior6(strength: prior.strength * factor)
            search.descend(prior, tolerance: tolerance(for: objective), from: known) { _ in true }
            let parts = (0..<folds).map { fold in search.sum { $0 % folds == fold } }
            known = parts.reduce(Objective6.Sum(), +)
            fits.append(Fit(x: search.x, loss: heldOutLoss(from: search, prior, parts: parts)))
        }
        let mixed = mix(fits)
        search.x = mixed.x
        // What is lost by a mixture is at most the mean of what its parts lose, the loss being convex nearby.
        return Candidate6(
            parameters: search.parameters,
            lossBefore: objective.loss(at: former) { _ in true }, lossAfter: mixed.loss,
            weight: objective.packed.weight(ofBlocks: 1))
    }

    /// A place in the search, and the loss of reviews that were not used to find it.
    private struct Fit {
        var x: [Double]
        var loss: Double
    }

    /// The mean of fits, each counted by the probability that it gives to the held-out reviews.
    private static func mix(_ fits: [Fit]) -> Fit {
        let least = fits.reduce(.infinity) { min($0, $1.loss) }
        let shares = fits.map { exponential(least - $0.loss) }
        let total = shares.reduce(0, +)
        var mixed = Fit(x: Array(repeating: 0, count: Kernel6.count), loss: 0)
        for (fit, share) in zip(fits, shares) {
            for index in mixed.x.indices { mixed.x[index] += fit.x[index] * share / total }
            mixed.loss += fit.loss * share / total
        }
        return mixed
    }

    /// The loss of each part of the cards by parameters fitted to the other parts.
    private static func heldOutLoss(
        from search: Search6, _ prior: Prior6, parts: [Objective6.Sum]
    ) -> Double {
        let all = parts.reduce(Objective6.Sum(), +)
        return (0..<folds).reduce(0) { loss, fold in
            var without = search
            without.descend(prior, tolerance: 0.1, from: all - parts[fold]) { $0 % folds != fold }
            return loss + search.objective.loss(at: without.parameters) { $0 % folds == fold }
        }
    }
}
