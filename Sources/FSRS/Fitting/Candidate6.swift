/// A fit of FSRS-6 and what reviews say of it that it was not fitted to.
struct Candidate6 {
    let parameters: [Double]
    /// The weighted loss of all cards by the parameters in use, and of each card by ones fitted without it.
    let lossBefore, lossAfter: Double

    /// Blocks from which a search begins with a part of the log.
    private static let largeBlocks = 512

    /// Fits to a log.
    ///
    /// - Parameters:
    ///   - objective: The log.
    ///   - former: The parameters in use.
    /// - Returns: The fit, whether it is better or not.
    static func best(for objective: Objective6, against former: [Double]) -> Candidate6 {
        let (scored, blocks) = (objective.packed.scored, objective.packed.blockCount)
        let prior = Prior6(scored: scored)
        var search = Search6(objective)
        search.survey(prior)
        if blocks >= largeBlocks {
            let stride = blocks / (largeBlocks / 2)
            search.descend(prior, tolerance: 0.1) { $0.isMultiple(of: stride) }
            search.survey(prior)
        }
        search.descend(prior, tolerance: max(0.03, 2e-6 * Double(scored)))
        search.moveReversionToMean()
        let heldOut = HeldOut6(search, against: former)
        let temper = heldOut.temper
        return Candidate6(
            parameters: temper.parameters(search.parameters),
            lossBefore: heldOut.lossBefore, lossAfter: heldOut.loss(at: temper.share))
    }
}
