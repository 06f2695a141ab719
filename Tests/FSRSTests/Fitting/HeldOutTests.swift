import Testing

@testable import FSRS

@Suite("Cards held out")
struct HeldOutTests {
    private func log(reviews: Int, seed: UInt64) -> ReviewLog {
        var plan = StudyPlan()
        plan.days = 3000
        plan.measuresMemory = false
        plan.keepsReviews = true
        plan.longestLog = reviews
        return StudySimulation.run(plan: plan, learner: .quick, seed: seed).log().prefix(reviews)
    }

    @Test("a step from the fit to all stands for a search without the card", arguments: 1...3)
    func leavesOut(seed: Int) {
        let packed = PackedReviews(log(reviews: 400, seed: UInt64(seed)))
        let prior = Prior6(scored: packed.scored)
        func search(_ packed: PackedReviews) -> Search6 {
            var search = Search6(Objective6(packed: packed, concurrently: nil))
            search.survey(prior)
            search.descend(prior, tolerance: 0.001)
            search.moveReversionToMean()
            return search
        }
        let tempers = [Temper6(share: 0.25), Temper6(share: 1)]
        let former = Parameters.standard.values
        let heldOut = HeldOut6(search(packed), against: former)

        var (before, after, inSample) = (0.0, [0.0, 0.0], 0.0)
        let together = search(packed).parameters
        for block in 0..<packed.blockCount {
            let steps = packed.steps(of: block)
            func loss(_ parameters: [Double]) -> Lanes {
                var kernel = Kernel6(parameters)
                return kernel.loss(of: steps)
            }
            before += Double(loss(former).sum())
            inSample += Double(loss(together).sum())
            for lane in 0..<PackedReviews.lanes {
                let alone = search(packed.without(lane, of: block))
                for (index, temper) in tempers.enumerated() {
                    after[index] += Double(loss(temper.parameters(alone.parameters))[lane])
                }
            }
        }
        #expect(abs(heldOut.lossBefore - before) < 1e-4 * before)
        #expect(abs(heldOut.loss(at: 0) - before) < 1e-4 * before)
        for (temper, after) in zip(tempers, after) {
            #expect(abs(heldOut.loss(at: temper.share) - after) < 0.5)
        }
        // The difference to fitting and asking the same cards is much larger.
        #expect(heldOut.loss(at: 1) - inSample > 1)
    }

    @Test(
        "the mean above zero is that of the density", arguments: [-9.0, -6.01, -5.99, -2, 0, 1, 8])
    func meanAboveZero(peak: Double) {
        let step = 1e-3
        var (sum, weights) = (0.0, 0.0)
        for index in 0..<20_000 {
            let x = (Double(index) + 0.5) * step
            // Taken from the density at 0, so that nothing is too small.
            let weight = exponential(x * (peak - x / 2) - max(0, peak) * peak / 2)
            sum += weight * x
            weights += weight
        }
        #expect(isClose(Search6.meanAboveZero(peak: peak), sum / weights, relative: 0.02))
    }

    @Test("the inverse undoes a matrix on its free rows")
    func inverse() throws {
        var random = RandomModels(seed: 9)
        let size = 6
        var matrix = SymmetricMatrix(size: size)
        for row in 0..<size {
            for column in 0...row { matrix[row, column] = random.number(in: -1...1) }
            matrix[row, row] += 8
        }
        let isFree = (0..<size).map { $0 != 2 }
        let inverse = try #require(matrix.inverse(isFree: isFree))
        for row in 0..<size {
            for column in 0..<size {
                let product = (0..<size).filter { isFree[$0] }
                    .reduce(0) { $0 + matrix[row, $1] * inverse[$1, column] }
                let wanted = row == column ? 1.0 : 0
                guard isFree[row] else { continue }
                #expect(isFree[column] ? abs(product - wanted) < 1e-12 : product == 0)
            }
        }
        matrix[3, 3] = -8
        #expect(matrix.inverse(isFree: isFree) == nil)
    }
}
