import Testing

@testable import FSRS

@Suite("The loss and its slopes")
struct KernelTests {
    @Test("slopes are those of finite differences", arguments: [1, 2, 3, 4] as [UInt64])
    func gradient(seed: UInt64) throws {
        var random = RandomModels(seed: seed)
        let log = randomLog(cards: 40, using: &random)
        let packed = PackedReviews(log)
        let objective = Objective6(packed: packed, concurrently: nil)
        // Between the defaults and anywhere, so that no slope is lost in another's noise.
        let model = try random.model6()
        let weights = zip(model.parameters.values, Parameters.standard.values)
            .map { 0.3 * $0 + 0.7 * $1 }
        let sum = objective.sum(at: weights) { _ in true }
        let exact = exactLoss(of: log, at: weights)
        #expect(abs(sum.loss - exact) < 1e-4 * exact)
        let scale = sum.gradient.map { abs($0) }.max() ?? 0
        for index in weights.indices {
            let step = 1e-6 * max(0.1, weights[index])
            var (below, above) = (weights, weights)
            below[index] -= step
            above[index] += step
            let slope =
                (exactLoss(of: log, at: above) - exactLoss(of: log, at: below)) / (2 * step)
            #expect(
                abs(sum.gradient[index] - slope) < 2e-3 * abs(slope) + 1e-5 * scale, "w\(index)")
        }
    }

    @Test("eight exponentials and logarithms at once are as good as one by one")
    func elementaryFunctions() {
        var random = RandomModels(seed: 5)
        for _ in 0..<500 {
            var x = Lanes.zero
            for lane in x.indices { x[lane] = Float(random.number(in: -80...80)) }
            let powers: Lanes = exponential(x)
            let logarithms: Lanes = logarithm(powers)
            for lane in x.indices {
                let exact = exponential(Double(x[lane]))
                #expect(isClose(Double(powers[lane]), exact, relative: 3e-7))
                #expect(abs(logarithms[lane] - x[lane]) < 1e-5 * max(1, abs(x[lane])))
            }
        }
        let one: Lanes = logarithm(Lanes(repeating: 1))
        #expect(one == .zero)
    }

    @Test("reviews beyond a card's 256th and blocks that are not full count nothing")
    func packing() {
        var log = ReviewLog()
        for index in 0..<300 { log.append(card: 0, rating: .good, days: index == 0 ? 0 : 1) }
        log.append(card: 9, rating: .good, days: 0)
        log.append(card: 9, rating: .good, days: 0.5)
        let packed = PackedReviews(log)
        #expect(packed.scored == 255)
        #expect(packed.blockCount == 1)
    }

    private func randomLog(cards: Int, using random: inout RandomModels) -> ReviewLog {
        var log = ReviewLog()
        for round in 0..<12 {
            for card in 0..<cards where round == 0 || random.generator.unit() < 0.7 {
                log.append(
                    card: card, rating: random.rating(), days: round == 0 ? 0 : random.days())
            }
        }
        return log
    }

    private func exactLoss(of log: ReviewLog, at weights: [Double]) -> Double {
        let formulas = FSRS6(weights)
        let index = CardIndex(log)
        let recency = RecencyWeights(log, by: index)
        var states = Array(repeating: MemoryState?.none, count: log.cardCount)
        var loss = 0.0
        for place in 0..<log.count {
            let review = log[place]
            if let state = states[review.card], recency[place] > 0 {
                let recall = formulas.retrievability(of: state, after: review.days)
                let right = review.rating == .again ? 1 - recall : recall
                loss -= Double(recency[place]) * logarithm(max(right, 1e-7))
            }
            states[review.card] = formulas.state(
                after: states[review.card], rating: review.rating, days: review.days)
        }
        return loss
    }
}
