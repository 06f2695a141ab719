/// The sessions of a problem as the plan is computed on: far ones of a long time are put together.
struct PlanCalendar: Sendable {
    let sessions: [PlanFrame.Session]
    /// For each session of the problem, the one that it is part of.
    let place: [Int]

    /// More sessions than this are not told apart.
    static let most = 100
    private static let (kept, keptAtEnd) = (30, 30)

    init(_ problem: ExamProblem) {
        let runs = Self.runs(of: problem.sessions.count)
        sessions = runs.map { run in
            let middle = problem.sessions[run.lowerBound + run.count / 2]
            return PlanFrame.Session(
                day: middle.day - problem.today, time: middle.time.days(since: problem.now),
                seconds: problem.sessions[run].reduce(0) { $0 + $1.seconds })
        }
        place = runs.enumerated().flatMap { index, run in run.map { _ in index } }
    }

    /// The sessions put together: one each near the ends, more in the middle of a long time.
    private static func runs(of count: Int) -> [Range<Int>] {
        guard count > most else { return (0..<count).map { $0..<($0 + 1) } }
        let middle = count - kept - keptAtEnd
        let parts = most - kept - keptAtEnd
        let between = (0..<parts).map { part in
            (kept + middle * part / parts)..<(kept + middle * (part + 1) / parts)
        }
        return (0..<kept).map { $0..<($0 + 1) } + between
            + ((count - keptAtEnd)..<count).map { $0..<($0 + 1) }
    }

    /// The price of each session to begin with, by prices known by day; nil when none is known.
    func startingPrices(_ prices: [StudyDay: Double], of problem: ExamProblem) -> [Float]? {
        let known = prices.filter { $0.value.isFinite && $0.value >= 0 }.sorted { $0.key < $1.key }
        guard !known.isEmpty else { return nil }
        var result = sessions.map { _ in Float(0) }
        var next = 0
        for (index, session) in problem.sessions.enumerated() {
            while next + 1 < known.count, known[next].key < session.day { next += 1 }
            result[place[index]] = Float(known[next].value)
        }
        return result
    }
}
