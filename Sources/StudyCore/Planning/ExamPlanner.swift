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
        var rehearsal = Rehearsal(problem)
        let today = rehearsal.tasks(at: 0)
        let sessions = problem.sessions.indices.map { rehearsal.study(at: $0) }
        let outlooks = problem.exams.indices.map { rehearsal.outlook(of: $0) }
        return ExamPlan(today: TopicMix.arrange(today), sessions: sessions, outlooks: outlooks)
    }
}
