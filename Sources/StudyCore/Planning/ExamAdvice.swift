/// What other amounts of time would bring.
package struct ExamAdvice: Hashable, Sendable {
    /// The score at the exam if study goes on at the present pace; nil where none was given.
    package var presentPace: Forecast?
    /// The score with five minutes more on each day that has a session.
    package var fiveMinutesMore: Forecast
    /// The score with twenty minutes more in the last session before the exam's day, or in the last one at all.
    package var lastEvening: Forecast
    /// Seconds a day that the target takes; nil where no target was given or no more than three hours reach it.
    package var secondsForTarget: Double?
}

extension ExamPlanner {
    /// The most seconds a day that are looked at for a target.
    private static let longestDay = 10_800.0

    /// Plans with other amounts of time, for one exam.
    ///
    /// Takes several times as long as a plan.
    ///
    /// - Parameters:
    ///   - exam: The exam's index in the problem.
    ///   - problem: The problem that `plan` was made for.
    ///   - plan: The plan made.
    ///   - pace: Seconds a day that have been studied lately; nil when nothing is known.
    ///   - target: The score wanted, 0–1.
    /// - Returns: The advice.
    package static func advice(
        for exam: Int, of problem: ExamProblem, plan: ExamPlan, pace: Double? = nil,
        target: Double? = nil
    ) -> ExamAdvice {
        var tables = TransitionTables(model: problem.model)
        func forecast(_ seconds: (PlanSession, Int) -> Double) -> Forecast {
            var other = problem
            for (index, session) in problem.sessions.enumerated() {
                other.sessions[index].seconds = max(seconds(session, index), 0)
            }
            let prepared = PreparedPlan(other, tables: &tables)
            let start = prepared.calendar.startingPrices(plan.prices, of: other)
            let outlooks = Outlooks.all(SolvedPlan(prepared, startingFrom: start))
            return outlooks[exam].planned
        }
        let last = lastEvening(of: problem, exam: exam)
        let longest = problem.sessions.map(\.seconds).max() ?? 0
        func scaled(to day: Double) -> Forecast {
            forecast { session, _ in longest > 0 ? session.seconds / longest * day : day }
        }
        var needed: Double?
        if let target {
            let planned = plan.outlooks[exam].planned.mean
            var (low, high) =
                planned < target ? (longest, longestDay) : (0, longest)
            if planned >= target || scaled(to: longestDay).mean >= target {
                while high - low > 30 {
                    let middle = (low + high) / 2
                    if scaled(to: middle).mean >= target { high = middle } else { low = middle }
                }
                needed = high
            }
        }
        return ExamAdvice(
            presentPace: pace.map { pace in scaled(to: pace) },
            fiveMinutesMore: forecast { session, _ in
                session.seconds > 0 ? session.seconds + 300 : 0
            },
            lastEvening: forecast { session, index in
                session.seconds + (index == last ? 1200 : 0)
            },
            secondsForTarget: needed)
    }

    /// The last session on a day before the exam's, or the last one at all.
    private static func lastEvening(of problem: ExamProblem, exam: Int) -> Int? {
        let time = problem.exams[exam].time
        let before = problem.sessions.indices.filter { problem.sessions[$0].time < time }
        return before.last {
            time.days(since: problem.sessions[$0].time) > 0.25
        } ?? before.last
    }
}
