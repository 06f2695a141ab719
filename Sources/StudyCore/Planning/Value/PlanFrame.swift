import FSRS

/// What a plan is computed on: the sessions, the reviews considered between them, and how memories change.
///
/// All of it is independent of prices, so it is made once.
struct PlanFrame: Sendable {
    /// One session in days from now.
    struct Session: Hashable, Sendable {
        /// Study days from today.
        var day: Int
        /// Days from now, fractions included.
        var time: Double
        var seconds: Double
    }

    /// A review of a card in one session that was seen last in another.
    struct Step: Sendable {
        let to: Int
        let table: Int
    }

    let sessions: [Session]
    /// The later sessions considered after each session.
    let steps: [[Step]]
    /// Where each session's steps begin when all are numbered.
    let firstStep: [Int]
    let tables: [Transitions]
    let sameDay: Transitions
    let moves: DifficultyMoves
    let firstDay: FirstDay
    let costs: StudyCosts
    let forgetting: Forgetting
    /// Chances of each rating by table and column, and the seconds of the answer.
    let chances: [[SIMD4<Float>]]
    let seconds: [[Float]]
    /// Chances of each rating when a lapsed card is repeated, and the seconds of that.
    let repeatChances: SIMD4<Float>
    let repeatSeconds: Float

    var stepCount: Int { firstStep.last ?? 0 }

    init(
        sessions: [Session], tables known: inout TransitionTables, costs: StudyCosts,
        forgetting: Forgetting
    ) {
        let model = forgetting.model
        self.sessions = sessions
        (self.costs, self.forgetting) = (costs, forgetting)
        var tableOfGap: [Int: Int] = [:]
        var gaps: [Int] = []
        steps = sessions.indices.map { index in
            Self.targets(after: index, among: sessions).map { target in
                let gap = sessions[target].day - sessions[index].day
                let table =
                    tableOfGap[gap]
                    ?? {
                        tableOfGap[gap] = gaps.count
                        gaps.append(gap)
                        return gaps.count - 1
                    }()
                return Step(to: target, table: table)
            }
        }
        firstStep = steps.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
        var tables: [Transitions] = []
        for gap in gaps { tables.append(known.transitions(after: gap)) }
        self.tables = tables
        (sameDay, moves) = (known.sameDay, known.moves)
        firstDay = FirstDay(model: model, costs: costs)
        chances = Self.chances(of: gaps, forgetting: forgetting, costs: costs)
        seconds = chances.map { $0.map { ($0 * costs.answerSeconds).sum() } }
        repeatChances = SIMD4(costs.repeatOfLapse[0])
        repeatSeconds = (repeatChances * costs.answerSeconds).sum()
    }

    /// The chances of each rating by gap and column.
    static func chances(
        of gaps: [Int], forgetting: Forgetting, costs: StudyCosts
    ) -> [[SIMD4<Float>]] {
        gaps.map { gap in
            StateGrid.stabilities.map { stability in
                let memory = MemoryState(stability: stability, difficulty: 5)
                let recall = forgetting.recall(of: memory, after: Double(gap))
                return SIMD4(costs.chances(recall: recall))
            }
        }
    }

    /// The sessions considered for a card's next review: near ones all, far ones ever more apart, and the last ones.
    static func targets(after index: Int, among sessions: [Session]) -> [Int] {
        var targets: [Int] = []
        var next = index + 1
        while next < sessions.count {
            if sessions[next].day > (index < 0 ? -1 : sessions[index].day) { targets.append(next) }
            let distance = next - index
            next += distance < nearSessions ? 1 : max(1, distance / 5)
        }
        for last in max(index + 1, sessions.count - lastSessions)..<max(sessions.count, index + 1)
        where !targets.contains(last) {
            targets.append(last)
        }
        return targets.sorted()
    }

    private static let nearSessions = 8
    private static let lastSessions = 3
}

extension SIMD4<Float> {
    init(_ values: [Double]) {
        self.init(Float(values[0]), Float(values[1]), Float(values[2]), Float(values[3]))
    }
}

extension StudyCosts {
    var answerSeconds: SIMD4<Float> { SIMD4(seconds) }
}
