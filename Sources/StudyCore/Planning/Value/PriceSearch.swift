import FSRS

/// Finds the price of each session's seconds at which all of them, and no more, are asked for.
///
/// The prices minimise what all cards are worth plus what the seconds cost, the dual of sharing out the time. Its
/// least value is more than any plan with these sessions can reach.
struct PriceSearch: Sendable {
    /// Cards of one kind.
    struct Group: Sendable {
        let kind: CardKind
        let seen: SeenCards
        let new: [NewCards]
    }

    let frame: PlanFrame
    let groups: [Group]

    /// The dual at some prices, its slopes, and what lies behind it.
    struct Evaluation: Sendable {
        var value: Double
        /// Seconds left over in each session; below 0 where more are asked for than there are.
        var slack: [Double]
        var flows: [CardFlow]
    }

    func evaluate(_ prices: [Float], temperature: Float) -> Evaluation {
        var slack = frame.sessions.map(\.seconds)
        var value = zip(prices, slack).reduce(0) { $0 + Double($1.0) * $1.1 }
        var flows: [CardFlow] = []
        for group in groups {
            let values = CardValues(
                group.kind, in: frame, prices: prices, temperature: temperature)
            var flow = CardFlow(group.kind)
            value += group.seen.enter(&flow, values, prices: prices, temperature: temperature)
            if !group.new.isEmpty {
                let (options, repeats) = NewCards.values(
                    values, group.kind, in: frame, prices: prices, temperature: temperature)
                for new in group.new {
                    value += new.enter(
                        &flow, options: options, repeats: repeats, frame: frame,
                        temperature: temperature)
                }
            }
            flow.run(values, group.kind, in: frame)
            for session in flow.seconds.indices { slack[session] -= flow.seconds[session] }
            flows.append(flow)
        }
        return Evaluation(value: value, slack: slack, flows: flows)
    }
}

extension PriceSearch {
    /// What a second is worth at least, so that none are spent on nothing.
    static let leastPrice: Float = 1e-6
    /// Choices are soft by so many points.
    static let temperature: Float = 0.001
    /// Softness too small to matter: the dual is then a bound.
    static let hard: Float = 1e-5
    /// Prices are looked for by points per ten minutes, which are of the size of 1.
    private static let unit = 600.0
    private static let highest = 1.0

    /// The prices, from those of an earlier plan or from one price for all sessions.
    func prices(from start: [Float]?, steps: Int = 20) -> [Float] {
        guard !frame.sessions.isEmpty else { return [] }
        if frame.sessions.count == 1 {
            let weight = max(groups.map(\.kind.weight).max() ?? 1, 1)
            return [
                uniformPrice(
                    below: Float(Self.highest) * weight, temperature: Self.temperature,
                    halvings: 24)
            ]
        }
        guard let start else {
            let price = uniformPrice(
                below: 0.2, temperature: 4 * Self.temperature, halvings: 10)
            var prices = Array(repeating: price, count: frame.sessions.count)
            for softness: Float in [4, 2] {
                prices = improved(prices, temperature: softness * Self.temperature, steps: steps)
            }
            return improved(prices, temperature: Self.temperature, steps: steps)
        }
        let prices = improved(
            start, temperature: Self.temperature, steps: min(steps, Self.warmSteps))
        return isSettled(prices) ? prices : self.prices(from: nil, steps: steps)
    }

    /// Whether prices ask for about the seconds that there are; they do not when much has changed since yesterday.
    private func isSettled(_ prices: [Float]) -> Bool {
        let slack = evaluate(prices, temperature: Self.temperature).slack
        let seconds = frame.sessions.reduce(0) { $0 + $1.seconds }
        let excess = slack.reduce(0) { $0 + max(-$1, 0) }
        let wasted = zip(prices, slack).reduce(0) { $0 + Double($1.0) * max($1.1, 0) }
        // A tenth of much time costs hardly a point; where there is little, it is told more closely.
        return excess <= max(0.03 * seconds, 0.1 * seconds - 100) && wasted <= 0.01 * points
    }

    /// Steps that are enough from the prices of the day before.
    private static let warmSteps = 8

    /// One price for all sessions at which all their seconds together are asked for, and no more.
    private func uniformPrice(below highest: Float, temperature: Float, halvings: Int) -> Float {
        var (low, high) = (Self.leastPrice, highest)
        for _ in 0..<halvings {
            let middle = (low * high).squareRoot()
            let prices = Array(repeating: middle, count: frame.sessions.count)
            let slack = evaluate(prices, temperature: temperature).slack.reduce(0, +)
            if slack < 0 { low = middle } else { high = middle }
        }
        return high
    }

    private func improved(_ prices: [Float], temperature: Float, steps: Int) -> [Float] {
        let scale = Self.unit
        func point(at x: [Double]) -> BoundedMinimiser.Point {
            let evaluation = evaluate(x.map { Float($0 / scale) }, temperature: temperature)
            return BoundedMinimiser.Point(
                x: x, value: evaluation.value, gradient: evaluation.slack.map { $0 / scale })
        }
        let least = Double(Self.leastPrice) * scale
        let minimiser = BoundedMinimiser(
            bounds: prices.map { _ in least...(Self.highest * scale) }, tolerance: tolerance,
            mostSteps: steps)
        let start = point(at: prices.map { max(Double($0) * scale, least) })
        // Were all prices a tenth lower, about as much more would be asked for.
        var curvature = SymmetricMatrix(size: prices.count)
        let mean = start.x.reduce(0, +) / Double(start.x.count)
        for index in prices.indices {
            let spent = frame.sessions[index].seconds - start.gradient[index] * scale
            curvature[index, index] =
                max(spent, abs(start.gradient[index]) * scale, 10) / scale
                / max(start.x[index], mean / 4) / 0.3
        }
        return minimiser.minimum(from: start, curvature: &curvature, evaluate: point).x
            .map { Float($0 / scale) }
    }

    /// Points that a better choice of prices may still be worth.
    private var tolerance: Double { points * 2e-5 }

    /// Points that can be had at most.
    private var points: Double {
        groups.reduce(0) { sum, group in
            let cards = group.seen.count + group.new.reduce(0) { $0 + $1.count }
            return sum + Double(group.kind.weight) * Double(cards)
        }
    }
}
