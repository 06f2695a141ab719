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
    private static let scarce = 180.0
    /// Blocks from which a search begins with a part of the log.
    private static let largeBlocks = 512

    /// Fits to a log.
    ///
    /// All figures here and in the prior were chosen by the loss of other reviews of simulated learners.
    ///
    /// - Parameters:
    ///   - objective: The log.
    ///   - former: The parameters in use.
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
        max(0.01, 2e-6 * Double(objective.packed.scored))
    }

    /// Fits to four fifths of the cards, asks the other fifth, then goes on with all.
    private static func atOnce(_ objective: Objective6, against former: [Double]) -> Candidate6 {
        let (prior, tolerance) = (prior(for: objective), tolerance(for: objective))
        let folds = folds
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
        let before = objective.sum(at: former) { $0.isMultiple(of: folds) }
        let after = objective.sum(at: search.parameters) { $0.isMultiple(of: folds) }
        search.descend(prior, tolerance: tolerance) { _ in true }
        return Candidate6(
            parameters: search.parameters, lossBefore: before.loss, lossAfter: after.loss,
            weight: objective.packed.weight(ofBlocks: folds))
    }

    /// Holds out each fifth of the cards in turn; where reviews are few, fits boldly and cautiously and takes the one
    /// that predicts better.
    private static func inTurns(_ objective: Objective6, against former: [Double]) -> Candidate6 {
        let prior = prior(for: objective)
        let before = objective.sum(at: former) { _ in true }.loss
        let weight = objective.packed.weight(ofBlocks: 1)
        var search = Search6(objective)
        search.survey(prior)
        var best: Candidate6?
        for factor in objective.packed.scored < few ? [1, caution] : [1] {
            let prior = Prior6(strength: prior.strength * factor)
            search.descend(prior, tolerance: tolerance(for: objective)) { _ in true }
            let candidate = Candidate6(
                parameters: search.parameters, lossBefore: before,
                lossAfter: heldOutLoss(from: search, prior), weight: weight)
            if candidate.lossAfter < best?.lossAfter ?? .infinity { best = candidate }
        }
        return best
            ?? Candidate6(
                parameters: former, lossBefore: before, lossAfter: before, weight: weight)
    }

    /// The loss of each part of the cards by parameters fitted to the other parts.
    private static func heldOutLoss(from search: Search6, _ prior: Prior6) -> Double {
        let folds = folds
        let parts = (0..<folds).map { fold in search.sum { $0 % folds == fold } }
        let all = parts.reduce(Objective6.Sum(), +)
        return (0..<folds).reduce(0) { loss, fold in
            var without = search
            without.descend(prior, tolerance: 0.1, from: all - parts[fold]) { $0 % folds != fold }
            let heldOut = search.objective.sum(at: without.parameters) { $0 % folds == fold }
            return loss + heldOut.loss
        }
    }
}
