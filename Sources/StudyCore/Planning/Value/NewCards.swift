/// New cards of one kind with the same chance of being guessed.
struct NewCards: Sendable {
    var count: Int
    /// Points at the exam while the card is new.
    var guess: Float
    /// The first session in which the card can be asked: not that of another new card of its item, whose answer
    /// gives its own away.
    var firstSession = 0

    /// The value of a first answer in each session, its price paid, and the share of cards that are repeated at each
    /// node of the first day.
    static func values(
        _ values: CardValues, _ kind: CardKind, in frame: PlanFrame, prices: [Float],
        temperature: Float
    ) -> (options: [Float], repeats: [Float]) {
        let nodes = frame.firstDay.nodes
        var repeats = Array(repeating: Float(0), count: kind.sessions * nodes.count)
        var worth = Array(repeating: Float(0), count: nodes.count)
        let options = (0..<kind.sessions).map { session in
            for index in nodes.indices.reversed() {
                let node = nodes[index]
                let alone = SeenCards.between(
                    values.settled, session * StateGrid.cells + node.cell, node.column, node.row)
                worth[index] = alone
                guard let children = node.children else { continue }
                var again = -prices[session] * node.seconds
                for rating in 0..<4 { again += node.chances[rating] * worth[children + rating] }
                let best = max(again, alone)
                let part = SoftMaximum.part(again, best: best, temperature: temperature)
                let sum = part + SoftMaximum.part(alone, best: best, temperature: temperature)
                worth[index] = SoftMaximum.value(best: best, sum: sum, temperature: temperature)
                repeats[session * nodes.count + index] = part / sum
            }
            var value = -prices[session] * frame.firstDay.firstSeconds
            for rating in 0..<4 {
                value += frame.firstDay.firstChances[rating] * worth[rating]
            }
            return value
        }
        return (options, repeats)
    }

    /// Sums the cards' values and puts them into the flow.
    func enter(
        _ flow: inout CardFlow, options: [Float], repeats: [Float], frame: PlanFrame,
        temperature: Float
    ) -> Double {
        let (value, shares) = choose(options, temperature: temperature)
        for (session, share) in shares.enumerated() where share > 0 {
            introduce(
                Float(count) * share, in: session, repeats: repeats, frame: frame, into: &flow)
        }
        return Double(count) * Double(value)
    }

    /// The soft maximum over all that can be done with a new card, and the share of each session.
    func choose(_ options: [Float], temperature: Float) -> (value: Float, shares: [Float]) {
        let best = max(options.dropFirst(firstSession).max() ?? -.infinity, guess)
        let parts = options.enumerated().map { session, option in
            session < firstSession
                ? 0 : SoftMaximum.part(option, best: best, temperature: temperature)
        }
        let sum =
            parts.reduce(0, +) + SoftMaximum.part(guess, best: best, temperature: temperature)
        return (
            SoftMaximum.value(best: best, sum: sum, temperature: temperature),
            parts.map { $0 / sum }
        )
    }

    /// The points that a new card comes to by its shares.
    func points(
        shares: [Float], repeats: [Float], _ outcome: CardOutcome, in frame: PlanFrame
    ) -> Float {
        let nodes = frame.firstDay.nodes
        var worth = Array(repeating: Float(0), count: nodes.count)
        var total = guess
        for (session, share) in shares.enumerated() where share > 0 {
            for index in nodes.indices.reversed() {
                let node = nodes[index]
                worth[index] = SeenCards.between(
                    outcome.settled, session * StateGrid.cells + node.cell, node.column, node.row)
                guard let children = node.children else { continue }
                var again: Float = 0
                for rating in 0..<4 { again += node.chances[rating] * worth[children + rating] }
                worth[index] +=
                    repeats[session * nodes.count + index] * (again - worth[index])
            }
            var reviewed: Float = 0
            for rating in 0..<4 {
                reviewed += frame.firstDay.firstChances[rating] * worth[rating]
            }
            total += share * (reviewed - guess)
        }
        return total
    }

    private func introduce(
        _ mass: Float, in session: Int, repeats: [Float], frame: PlanFrame,
        into flow: inout CardFlow
    ) {
        let nodes = frame.firstDay.nodes
        var masses = Array(repeating: Float(0), count: nodes.count)
        for rating in 0..<4 { masses[rating] = mass * frame.firstDay.firstChances[rating] }
        flow.new[session] += Double(mass)
        flow.seconds[session] += Double(mass * frame.firstDay.firstSeconds)
        for (index, node) in nodes.enumerated() where masses[index] > 0 {
            var left = masses[index]
            if let children = node.children {
                let again = left * repeats[session * nodes.count + index]
                left -= again
                flow.seconds[session] += Double(again * node.seconds)
                for rating in 0..<4 { masses[children + rating] += again * node.chances[rating] }
            }
            flow.settle(
                left, session: session, cell: node.cell, column: node.column, row: node.row,
                lapsed: false)
        }
    }
}
