import FSRS

/// What cards come to when they act as their values say: expected points at a moment after the last session.
///
/// The learner may forget at another rate than the plan supposes; choices stay those of the plan.
struct CardOutcome: Sendable {
    /// By session and cell: expected points when nothing more is done in the session.
    private(set) var settled: [Float]
    /// By session and cell: the same after *again*, with repeats still to come.
    private(set) var lapsed: [Float]
    let kind: CardKind
    let forgetting: Forgetting

    /// The outcome when points are counted as the kind's rest says.
    init(
        _ kind: CardKind, _ values: CardValues, in frame: PlanFrame, forgetting: Forgetting
    ) {
        (self.kind, self.forgetting) = (kind, forgetting)
        let cells = StateGrid.cells
        let chances =
            forgetting == frame.forgetting
            ? frame.chances
            : PlanFrame.chances(
                of: frame.tables.map(\.days), forgetting: forgetting, costs: frame.costs)
        settled = Array(repeating: 0, count: kind.sessions * cells)
        lapsed = settled
        var landings = Array(
            repeating: SIMD2<Float>(), count: kind.sessions * Landing.places)
        for session in (0..<kind.sessions).reversed() {
            settle(session, values, frame: frame, chances: chances, landings: landings)
            lapse(session, values, frame: frame, landings: &landings)
        }
    }

    /// The chance of knowing a card at the moment that counts, by the days since its last review.
    func points(_ memory: MemoryState, after days: Double) -> Float {
        kind.weight * Float(forgetting.recall(of: memory, after: days))
    }

    private mutating func settle(
        _ session: Int, _ values: CardValues, frame: PlanFrame, chances: [[SIMD4<Float>]],
        landings: [SIMD2<Float>]
    ) {
        let (cells, columns) = (StateGrid.cells, StateGrid.columns)
        let base = session * cells
        let days = kind.rest - frame.sessions[session].time
        let points = StateGrid.stabilities.map {
            self.points(MemoryState(stability: $0, difficulty: 5), after: days)
        }
        for cell in 0..<cells {
            settled[base + cell] = values.rest[base + cell] * points[cell % columns]
        }
        for (number, step) in frame.steps[session].enumerated() where step.to < kind.sessions {
            let table = frame.tables[step.table]
            let share = (frame.firstStep[session] + number) * cells
            for cell in 0..<cells {
                let part = values.shares[share + cell]
                guard part > 0 else { continue }
                settled[base + cell] +=
                    part
                    * CardValues.expected(
                        table.lowers[cell], table.shares[cell],
                        chances[step.table][cell % columns], landings, step.to * Landing.places)
            }
        }
    }

    private mutating func lapse(
        _ session: Int, _ values: CardValues, frame: PlanFrame, landings: inout [SIMD2<Float>]
    ) {
        let cells = StateGrid.cells
        let base = session * cells
        let landing = session * Landing.places
        let range = base..<(base + cells)
        for rating in 0..<4 {
            Landing.write(
                settled[range], rating: rating, into: &landings, at: landing, moves: frame.moves)
        }
        for depth in 0..<CardValues.lapseDepth {
            let share = (session * CardValues.lapseDepth + depth) * cells
            for cell in 0..<cells {
                let part = values.repeats[share + cell]
                let alone = settled[base + cell]
                guard part > 0 else {
                    lapsed[base + cell] = alone
                    continue
                }
                let again = CardValues.expected(
                    frame.sameDay.lowers[cell], frame.sameDay.shares[cell], frame.repeatChances,
                    landings, landing)
                lapsed[base + cell] = alone + part * (again - alone)
            }
            Landing.write(
                lapsed[range], rating: 0, into: &landings, at: landing, moves: frame.moves)
        }
    }
}
