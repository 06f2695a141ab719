import FSRS
import StudyCore

/// The plan of a day as it is kept: what is said of it, and today's cards.
struct KeptPlan: Codable, Equatable, Sendable {
    struct Range: Codable, Equatable, Sendable {
        let mean: Double
        let low: Double
        let high: Double

        init(_ forecast: Forecast) {
            (mean, low, high) = (forecast.mean, forecast.low, forecast.high)
        }
    }

    /// What one exam will come to; shares of points.
    struct Outlook: Codable, Equatable, Sendable {
        /// The identity of the exam.
        let exam: String
        /// If the exam were now.
        let now: Range
        /// If nothing more is done.
        let idle: Range
        /// If the plan is followed.
        let planned: Range
        /// If today's cards are answered and nothing more is done.
        let afterToday: Double
        /// Thirty days after the exam, if the plan is followed.
        let monthLater: Double
        /// The study day by whose end all cards have been seen; nil when the time is too short.
        let introducedBy: Int?
        /// What other amounts of time would bring; nil where it was not worked out that day.
        var advice: Advice?
    }

    /// What other amounts of time would bring; shares of points.
    struct Advice: Codable, Equatable, Sendable {
        let fiveMinutesMore: Double
        /// With twenty minutes more on the last evening.
        let lastEvening: Double
        /// As many seconds a day as lately; nil where there was no study lately.
        let presentPace: Double?
        /// Seconds a day that the target takes; nil without one, or where three hours do not reach it.
        let secondsForTarget: Double?
    }

    /// A card of today.
    struct Task: Codable, Equatable, Sendable {
        let card: String
        let isNew: Bool
        /// Expected seconds.
        let seconds: Double
    }

    /// What the plan was made of, apart from answers; another text is another plan.
    let basis: String
    /// The study day.
    let day: Int
    let outlooks: [Outlook]
    /// In the order in which they are asked.
    let tasks: [Task]
    /// More cards of use, for minutes that are left over.
    let extras: [Task]
    /// Points that a second is worth, by study day: where the next plan begins its search.
    let prices: [Int: Double]

    /// What is said of an exam; nil when it is not in the plan.
    func outlook(of exam: EventID) -> Outlook? {
        outlooks.first { $0.exam == exam.description }
    }
}

/// A plan just made.
struct MadePlan: Sendable {
    let kept: KeptPlan
    let plan: ExamPlan
    /// One for each exam, in the order of the planning.
    let outlooks: [ExamPlan.Outlook]
}

extension ExamPlanning {
    /// Makes the plan.
    ///
    /// - Parameter before: The plan kept last. Its prices save time; if it is today's, its cards that are
    ///     still to be asked stay today's, so that a day's work does not grow as it is done.
    /// - Parameter advised: The exam for which other amounts of time are tried, which takes several times as
    ///     long as the plan; what is known of the others from today stays.
    /// - Returns: The plan with all that is said of it.
    func make(after before: KeptPlan?, advising advised: Int? = nil) -> MadePlan {
        let prices = Dictionary(
            uniqueKeysWithValues: (before?.prices ?? [:]).map { (StudyDay(number: $0), $1) })
        let left = before.flatMap { $0.day == today.number && $0.basis == basis ? $0 : nil }
            .map(remaining)
        let sessions = sessions(
            secondsNow: left.map { $0.reduce(0) { $0 + $1.seconds } })
        let plan = ExamPlanner.plan(problem(sessions), startingFrom: prices)
        let outlooks = records.indices.map { index in
            // An exam whose cards are in part those of a nearer one is looked at by itself.
            plan.outlooks[index].byGuide.count == Set(cards[index].map(\.guide)).count
                ? plan.outlooks[index]
                : ExamPlanner.plan(problem(ofExam: index, sessions)).outlooks[0]
        }
        let earlier = left == nil ? nil : before
        let kept = KeptPlan(
            basis: basis, day: today.number,
            outlooks: records.indices.map { index in
                var outlook = KeptPlan.Outlook(
                    records[index].id, outlooks[index],
                    afterToday: afterToday(exam: index, sessions))
                outlook.advice =
                    index == advised
                    ? advice(exam: index, sessions)
                    : earlier?.outlook(of: records[index].id)?.advice
                return outlook
            },
            tasks: left ?? plan.today.filter { !$0.isExtra }.map(KeptPlan.Task.init),
            extras: plan.today.filter(\.isExtra).map(KeptPlan.Task.init),
            prices: Dictionary(
                uniqueKeysWithValues: plan.prices.map { ($0.key.number, $0.value) }))
        return MadePlan(kept: kept, plan: plan, outlooks: outlooks)
    }

    /// What other amounts of time would bring to one exam, looked at by itself.
    private func advice(exam index: Int, _ sessions: [PlanSession]) -> KeptPlan.Advice? {
        let exam = records[index].exam
        guard exam.minutesPerDay > 0 else { return nil }
        let problem = problem(ofExam: index, sessions)
        let advice = ExamPlanner.advice(
            for: 0, of: problem, plan: ExamPlanner.plan(problem), pace: pace, target: exam.target)
        return KeptPlan.Advice(
            fiveMinutesMore: advice.fiveMinutesMore.mean, lastEvening: advice.lastEvening.mean,
            presentPace: advice.presentPace?.mean, secondsForTarget: advice.secondsForTarget)
    }

    /// What an exam comes to when today's session is the last one.
    private func afterToday(exam index: Int, _ sessions: [PlanSession]) -> Double {
        let problem = problem(ofExam: index, Array(sessions.prefix(1)))
        return ExamPlanner.plan(problem).outlooks[0].planned.mean
    }

    /// Names what a plan is made of, apart from cards and answers.
    static func basis(of records: [ExamRecord], model: MemoryModel) -> String {
        let exams = records.map { record in
            let exam = record.exam
            let off = exam.daysOff.map { String($0.rawValue) }.sorted().joined()
            return
                "\(record.id) \(exam.moment.milliseconds) \(exam.minutesPerDay) \(off) \(exam.parts)"
        }
        return (exams + model.parameters.values.map { String($0) }).joined(separator: " ")
    }

    /// The cards of today's plan that have not been answered since.
    private func remaining(of plan: KeptPlan) -> [KeptPlan.Task] {
        let answered = Set(
            cards.joined().filter { $0.past?.day == today }.map(\.card.description))
        return plan.tasks.filter { !answered.contains($0.card) }
    }
}

extension KeptPlan.Task {
    init(_ task: ExamPlan.Task) {
        self.init(card: task.card.description, isNew: task.isNew, seconds: task.seconds)
    }
}

extension KeptPlan.Outlook {
    fileprivate init(_ exam: EventID, _ outlook: ExamPlan.Outlook, afterToday: Double) {
        self.init(
            exam: exam.description, now: KeptPlan.Range(outlook.now),
            idle: KeptPlan.Range(outlook.idle), planned: KeptPlan.Range(outlook.planned),
            afterToday: afterToday, monthLater: outlook.monthLater,
            introducedBy: outlook.introducedBy?.number)
    }
}
