import FSRS

/// Cards of one kind that have been seen before, with every first review considered.
struct SeenCards: Sendable {
    /// The sessions considered, in order.
    let sessions: [Int]
    let entries: [Entry]
    var count: Int { entries.count }
    /// By card: points at the exam if nothing is done.
    let idle: [Float]
    /// By card: the share of the way to the next row after each rating.
    private let rows: [SIMD4<Float>]
    /// By card and session: chances of each rating; all 0 where the card cannot be reviewed.
    private let chances: [SIMD4<Float>]
    /// By card and session: seconds.
    private let seconds: [Float]
    /// By card and session, for each rating: the cell at or below the new state.
    private let cells: [SIMD4<Int32>]
    /// By card and session, for each rating: the share of the way to the next column.
    private let columns: [SIMD4<Float>]

    /// A card as it is now.
    struct Entry: Sendable {
        let memory: MemoryState
        /// Study days from the last review to today.
        let days: Int
        /// Days from the last review to now, fractions included.
        let age: Double
        let pace: Double
    }

    init(_ entries: [Entry], _ kind: CardKind, in frame: PlanFrame) {
        let forgetting = frame.forgetting
        let model = forgetting.model
        let costs = frame.costs.answerSeconds
        sessions = PlanFrame.targets(after: -1, among: frame.sessions)
            .filter { $0 < kind.sessions }
        self.entries = entries
        var idle: [Float] = []
        var rows: [SIMD4<Float>] = []
        var chances: [SIMD4<Float>] = []
        var seconds: [Float] = []
        var cells: [SIMD4<Int32>] = []
        var columns: [SIMD4<Float>] = []
        chances.reserveCapacity(entries.count * sessions.count)
        seconds.reserveCapacity(entries.count * sessions.count)
        cells.reserveCapacity(entries.count * sessions.count)
        columns.reserveCapacity(entries.count * sessions.count)
        for entry in entries {
            let recall = forgetting.recall(of: entry.memory, after: entry.age + kind.rest)
            idle.append(kind.weight * Float(recall))
            var lower = SIMD4<Int32>()
            var share = SIMD4<Float>()
            for rating in Rating.allCases {
                let next = model.state(after: entry.memory, rating: rating, days: 1)
                let row = StateGrid.row(of: next.difficulty)
                lower[rating.rawValue - 1] = Int32(row.lower * StateGrid.columns)
                share[rating.rawValue - 1] = row.share
            }
            rows.append(share)
            for session in sessions {
                let days = entry.days + frame.sessions[session].day
                guard days > 0 else {
                    chances.append(SIMD4())
                    seconds.append(0)
                    cells.append(SIMD4())
                    columns.append(SIMD4())
                    continue
                }
                let recall = forgetting.recall(of: entry.memory, after: Double(days))
                let chance = SIMD4<Float>(frame.costs.chances(recall: recall))
                chances.append(chance)
                seconds.append((chance * costs).sum() * Float(entry.pace))
                var cell = lower
                var column = SIMD4<Float>()
                for rating in Rating.allCases {
                    let next = model.state(
                        after: entry.memory, rating: rating, days: Double(days))
                    let place = StateGrid.column(of: next.stability)
                    cell[rating.rawValue - 1] += Int32(place.lower)
                    column[rating.rawValue - 1] = place.share
                }
                cells.append(cell)
                columns.append(column)
            }
        }
        (self.idle, self.rows, self.chances) = (idle, rows, chances)
        (self.seconds, self.cells, self.columns) = (seconds, cells, columns)
    }

    /// The value of reviewing a card in the session at a position among those considered, its price paid.
    @inline(__always)
    func value(
        of card: Int, at position: Int, _ values: CardValues, prices: [Float]
    ) -> Float? {
        let index = card * sessions.count + position
        let chance = chances[index]
        guard chance != SIMD4() else { return nil }
        let session = sessions[position]
        let total = expected(
            card, index, chance, session, settled: values.settled, lapsed: values.lapsed)
        return total - prices[session] * seconds[index]
    }

    /// The seconds of a review of a card in the session at a position.
    func seconds(of card: Int, at position: Int) -> Float {
        seconds[card * sessions.count + position]
    }

    /// Sums the cards' values and puts them into the flow.
    func enter(
        _ flow: inout CardFlow, _ values: CardValues, prices: [Float], temperature: Float
    ) -> Double {
        var total = 0.0
        var shares = Array(repeating: Float(0), count: sessions.count)
        for card in 0..<count {
            total += Double(
                choose(card, values, prices: prices, temperature: temperature, shares: &shares))
            for position in sessions.indices where shares[position] > 0 {
                review(card, at: position, share: shares[position], into: &flow)
            }
        }
        return total
    }

    /// The soft maximum over all that can be done with a card, and the share of each session considered.
    func choose(
        _ card: Int, _ values: CardValues, prices: [Float], temperature: Float,
        shares: inout [Float]
    ) -> Float {
        var best = idle[card]
        for position in sessions.indices {
            shares[position] =
                value(of: card, at: position, values, prices: prices) ?? -.infinity
            best = max(best, shares[position])
        }
        var sum = SoftMaximum.part(idle[card], best: best, temperature: temperature)
        for position in sessions.indices {
            shares[position] = SoftMaximum.part(
                shares[position], best: best, temperature: temperature)
            sum += shares[position]
        }
        for position in sessions.indices { shares[position] /= sum }
        return SoftMaximum.value(best: best, sum: sum, temperature: temperature)
    }

    /// The points that a card comes to by its shares.
    func points(of card: Int, shares: [Float], _ outcome: CardOutcome, in frame: PlanFrame)
        -> Float
    {
        let entry = entries[card]
        let idle = outcome.points(entry.memory, after: entry.age + outcome.kind.rest)
        var total = idle
        for position in sessions.indices where shares[position] > 0 {
            let index = card * sessions.count + position
            let session = sessions[position]
            var chance = chances[index]
            if outcome.forgetting != frame.forgetting {
                let days = Double(entry.days + frame.sessions[session].day)
                chance = SIMD4(
                    frame.costs.chances(
                        recall: outcome.forgetting.recall(of: entry.memory, after: days)))
            }
            let reviewed = expected(
                card, index, chance, session, settled: outcome.settled, lapsed: outcome.lapsed)
            total += shares[position] * (reviewed - idle)
        }
        return total
    }

    @inline(__always)
    private func expected(
        _ card: Int, _ index: Int, _ chance: SIMD4<Float>, _ session: Int, settled: [Float],
        lapsed: [Float]
    ) -> Float {
        let at = cells[index]
        let column = columns[index]
        let row = rows[card]
        let base = session * StateGrid.cells
        var total = chance.x * Self.between(lapsed, base + Int(at.x), column.x, row.x)
        total += chance.y * Self.between(settled, base + Int(at.y), column.y, row.y)
        total += chance.z * Self.between(settled, base + Int(at.z), column.z, row.z)
        total += chance.w * Self.between(settled, base + Int(at.w), column.w, row.w)
        return total
    }

    private func review(_ card: Int, at position: Int, share: Float, into flow: inout CardFlow) {
        let index = card * sessions.count + position
        let session = sessions[position]
        flow.seconds[session] += Double(share * seconds[index])
        flow.reviews[session] += Double(share)
        for rating in 0..<4 {
            flow.settle(
                share * chances[index][rating], session: session,
                cell: Int(cells[index][rating]), column: columns[index][rating],
                row: rows[card][rating], lapsed: rating == 0)
        }
    }

    /// The value between four cells.
    @inline(__always)
    static func between(_ values: [Float], _ cell: Int, _ column: Float, _ row: Float) -> Float {
        let next = cell + StateGrid.columns
        let low = values[cell] + column * (values[cell + 1] - values[cell])
        let high = values[next] + column * (values[next + 1] - values[next])
        return low + row * (high - low)
    }
}
