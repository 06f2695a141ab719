import FSRS

/// Cards that ask for the same: the moment of their exam, and what they count there.
struct CardKind: Hashable, Sendable {
    /// Days from now to the exam.
    var rest: Double
    var weight: Float
    /// The sessions before the exam are those below this index.
    var sessions: Int
}

/// What a card is worth after each session by its memory, when each second has its price.
///
/// A card is worth its expected points at the exam, less the price of the seconds it is still given. Computed backwards
/// from the exam; choices are soft, and their shares are kept for the flow of cards.
struct CardValues: Sendable {
    /// By session and cell: the value when nothing more is done in the session.
    var settled: [Float]
    /// By session and cell: the value after *again*, with repeats still to come.
    var lapsed: [Float]
    /// By session and cell: the share of cards that are left alone until the exam.
    var rest: [Float]
    /// By step and cell: the share of cards that are reviewed next at the step's end.
    var shares: [Float]
    /// By session, repeats left and cell: the share of lapsed cards that are repeated.
    var repeats: [Float]

    /// Repeats of a lapsed card looked ahead.
    static let lapseDepth = 2

    init(_ kind: CardKind, in frame: PlanFrame, prices: [Float], temperature: Float) {
        let cells = StateGrid.cells
        let count = kind.sessions
        settled = Array(repeating: 0, count: count * cells)
        lapsed = settled
        rest = settled
        shares = Array(repeating: 0, count: frame.firstStep[count] * cells)
        repeats = Array(repeating: 0, count: count * Self.lapseDepth * cells)
        var landings = Array(repeating: SIMD2<Float>(), count: count * Landing.places)
        for session in (0..<count).reversed() {
            settle(
                session, kind: kind, frame: frame, prices: prices, temperature: temperature,
                landings: landings)
            lapse(
                session, frame: frame, price: prices[session], temperature: temperature,
                landings: &landings)
        }
    }

    /// Points at the exam by column when a card is left alone after a session.
    static func examPoints(_ kind: CardKind, after session: Int, in frame: PlanFrame) -> [Float] {
        let days = kind.rest - frame.sessions[session].time
        return StateGrid.stabilities.map { stability in
            let memory = MemoryState(stability: stability, difficulty: 5)
            return kind.weight * Float(frame.forgetting.recall(of: memory, after: days))
        }
    }

    /// The best of leaving a card alone and each later review.
    private mutating func settle(
        _ session: Int, kind: CardKind, frame: PlanFrame, prices: [Float], temperature: Float,
        landings: [SIMD2<Float>]
    ) {
        let (cells, columns) = (StateGrid.cells, StateGrid.columns)
        let points = Self.examPoints(kind, after: session, in: frame)
        let base = session * cells
        var best = (0..<StateGrid.rows).flatMap { _ in points }
        let steps = frame.steps[session]
        for (number, step) in steps.enumerated() where step.to < kind.sessions {
            let table = frame.tables[step.table]
            let chances = frame.chances[step.table]
            let seconds = frame.seconds[step.table]
            let landing = step.to * Landing.places
            let price = prices[step.to]
            let share = (frame.firstStep[session] + number) * cells
            for cell in 0..<cells {
                let column = cell % columns
                let value =
                    Self.expected(
                        table.lowers[cell], table.shares[cell], chances[column], landings, landing)
                    - price * seconds[column]
                shares[share + cell] = value
                best[cell] = max(best[cell], value)
            }
        }
        var sums = Array(repeating: Float(0), count: cells)
        for cell in 0..<cells {
            let part = SoftMaximum.part(
                points[cell % columns], best: best[cell], temperature: temperature)
            rest[base + cell] = part
            sums[cell] = part
        }
        for (number, step) in steps.enumerated() where step.to < kind.sessions {
            let share = (frame.firstStep[session] + number) * cells
            for cell in 0..<cells {
                let part = SoftMaximum.part(
                    shares[share + cell], best: best[cell], temperature: temperature)
                shares[share + cell] = part
                sums[cell] += part
            }
        }
        for cell in 0..<cells {
            settled[base + cell] = SoftMaximum.value(
                best: best[cell], sum: sums[cell], temperature: temperature)
            sums[cell] = 1 / sums[cell]
            rest[base + cell] *= sums[cell]
        }
        for (number, step) in steps.enumerated() where step.to < kind.sessions {
            let share = (frame.firstStep[session] + number) * cells
            for cell in 0..<cells where shares[share + cell] != 0 {
                shares[share + cell] *= sums[cell]
            }
        }
    }

    /// The value after *again*, and the session's values as a review finds them.
    private mutating func lapse(
        _ session: Int, frame: PlanFrame, price: Float, temperature: Float,
        landings: inout [SIMD2<Float>]
    ) {
        let cells = StateGrid.cells
        let base = session * cells
        let landing = session * Landing.places
        let range = base..<(base + cells)
        for rating in 0..<4 {
            Landing.write(
                settled[range], rating: rating, into: &landings, at: landing, moves: frame.moves)
        }
        let cost = price * frame.repeatSeconds
        let table = frame.sameDay
        for depth in 0..<Self.lapseDepth {
            let share = (session * Self.lapseDepth + depth) * cells
            for cell in 0..<cells {
                let again =
                    Self.expected(
                        table.lowers[cell], table.shares[cell], frame.repeatChances, landings,
                        landing) - cost
                let alone = settled[base + cell]
                let best = max(again, alone)
                let part = SoftMaximum.part(again, best: best, temperature: temperature)
                let sum =
                    part + SoftMaximum.part(alone, best: best, temperature: temperature)
                repeats[share + cell] = part / sum
                lapsed[base + cell] = SoftMaximum.value(
                    best: best, sum: sum, temperature: temperature)
            }
            Landing.write(
                lapsed[range], rating: 0, into: &landings, at: landing, moves: frame.moves)
        }
    }

    /// The expected value after a review, over its four ratings.
    @inline(__always)
    static func expected(
        _ lowers: SIMD4<Int32>, _ shares: SIMD4<Float>, _ chances: SIMD4<Float>,
        _ landings: [SIMD2<Float>], _ start: Int
    ) -> Float {
        let again = landings[start + Int(lowers.x)]
        let hard = landings[start + Int(lowers.y)]
        let good = landings[start + Int(lowers.z)]
        let easy = landings[start + Int(lowers.w)]
        let values = SIMD4(again.x, hard.x, good.x, easy.x)
        let rises = SIMD4(again.y, hard.y, good.y, easy.y)
        return ((values + rises * shares) * chances).sum()
    }
}
