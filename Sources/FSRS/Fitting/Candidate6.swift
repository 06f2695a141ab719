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
    /// Scored reviews at which a fit is taken a quarter of the way.
    private static let scarce = 32.0
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

    /// The parameters of a search, taken only part of the way from the defaults while reviews are few.
    ///
    /// The most probable parameters of few reviews follow their chances too. What that costs on other reviews grows
    /// with the square of the way, what is gained only in proportion.
    private static func tempered(_ search: Search6) -> [Double] {
        let scored = Double(search.objective.packed.scored)
        let share = scored / (scored + scarce)
        return zip(Prior6.centre, search.parameters).map { $0 + share * share * ($1 - $0) }
    }

    private static func tolerance(for objective: Objective6) -> Double {
        max(0.03, 2e-6 * Double(objective.packed.scored))
    }

    /// Fits to four fifths of the cards, asks the other fifth, then goes on with all.
    private static func atOnce(_ objective: Objective6, against former: [Double]) -> Candidate6 {
        let (prior, tolerance) = (
            Prior6(scored: objective.packed.scored), tolerance(for: objective)
        )
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
        let after = objective.loss(at: tempered(search)) { $0.isMultiple(of: folds) }
        search.descend(prior, tolerance: tolerance) { _ in true }
        return Candidate6(
            parameters: tempered(search), lossBefore: before, lossAfter: after,
            weight: objective.packed.weight(ofBlocks: folds))
    }

    /// Fits to all cards, then holds out each fifth in turn.
    private static func inTurns(_ objective: Objective6, against former: [Double]) -> Candidate6 {
        let prior = Prior6(scored: objective.packed.scored)
        var search = Search6(objective)
        search.survey(prior)
        search.descend(prior, tolerance: tolerance(for: objective)) { _ in true }
        let parts = (0..<folds).map { fold in search.sum { $0 % folds == fold } }
        let all = parts.reduce(Objective6.Sum(), +)
        let after = (0..<folds).reduce(0) { loss, fold in
            var without = search
            without.descend(prior, tolerance: 0.1, from: all - parts[fold]) { $0 % folds != fold }
            return loss + objective.loss(at: tempered(without)) { $0 % folds == fold }
        }
        return Candidate6(
            parameters: tempered(search), lossBefore: objective.loss(at: former) { _ in true },
            lossAfter: after, weight: objective.packed.weight(ofBlocks: 1))
    }
}
