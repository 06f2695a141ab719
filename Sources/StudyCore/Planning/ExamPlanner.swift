import FSRS

/// Plans the time up to one or several exams so that the expected scores are as high as they can be.
package enum ExamPlanner {
    /// Points a second below which a review is not worth asking for.
    static let leastGain = 1e-6

    /// Makes the plan.
    ///
    /// - Parameters:
    ///   - problem: Cards, sessions and the learner.
    ///   - prices: Points that a second is worth on each day, by an earlier plan; they only save time.
    /// - Returns: The plan; the same arguments always give the same one.
    package static func plan(
        _ problem: ExamProblem, startingFrom prices: [StudyDay: Double] = [:]
    ) -> ExamPlan {
        var tables = TransitionTables(model: problem.model)
        let prepared = PreparedPlan(problem, tables: &tables)
        let start = prepared.calendar.startingPrices(prices, of: problem)
        let solved = SolvedPlan(prepared, startingFrom: start)
        let today = tasks(solved)
        return ExamPlan(
            today: TopicMix.arrange(today), sessions: sessions(solved, today: today),
            outlooks: Outlooks.all(solved))
    }

    /// What is asked in the session that begins now, the worthiest first.
    private static func tasks(_ solved: SolvedPlan) -> [ExamPlan.Task] {
        guard let session = solved.prepared.problem.sessions.first else { return [] }
        var left = session.seconds
        var tasks: [ExamPlan.Task] = []
        for candidate in solved.queue() {
            guard left > 0 else { break }
            let card = solved.prepared.card(candidate.member)
            left -= candidate.seconds
            tasks.append(
                ExamPlan.Task(
                    card: card.card, guide: card.guide, isNew: candidate.isNew,
                    gain: candidate.gain, seconds: candidate.seconds,
                    isExtra: candidate.isExtra))
        }
        return tasks
    }

    /// What each session is expected to hold.
    private static func sessions(_ solved: SolvedPlan, today: [ExamPlan.Task])
        -> [ExamPlan.Session]
    {
        let prepared = solved.prepared
        let flows = solved.evaluation.flows
        return prepared.problem.sessions.enumerated().map { index, session in
            let place = prepared.calendar.place[index]
            let price = Double(solved.prices[place])
            if index == 0 {
                let new = today.count { $0.isNew }
                return ExamPlan.Session(
                    session: session, seconds: today.reduce(0) { $0 + $1.seconds },
                    reviews: Double(today.count - new), new: Double(new), price: price)
            }
            let whole = prepared.frame.sessions[place].seconds
            let share = whole > 0 ? session.seconds / whole : 0
            func sum(_ figures: KeyPath<CardFlow, [Double]>) -> Double {
                flows.reduce(0) { sum, flow in
                    let figures = flow[keyPath: figures]
                    return sum + (place < figures.count ? figures[place] * share : 0)
                }
            }
            return ExamPlan.Session(
                session: session, seconds: min(sum(\.seconds), session.seconds),
                reviews: sum(\.reviews), new: sum(\.new), price: price)
        }
    }
}
