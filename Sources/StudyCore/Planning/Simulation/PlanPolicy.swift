package import FSRS

/// The exam plan: made afresh at each session from what is true.
package struct PlanPolicy: StudyPolicy {
    /// What the plan knows of the learner.
    package enum Knowledge: Hashable, Sendable {
        /// The model is taken as it is.
        case fixed
        /// How fast the learner forgets is learned from the answers.
        case adapting
    }

    private let exam: ExamCase
    private let knowledge: Knowledge
    /// Whether minutes left over are used.
    private let fills: Bool
    private let costs: StudyCosts
    private var cards: BelievedCards
    private var tables: TransitionTables
    private var prices: [StudyDay: Double] = [:]
    private var day = 0
    private var solved: SolvedPlan?
    private var queue: [(card: Int, gain: Double, seconds: Double)] = []
    /// What the plans of some days expected, by day.
    package private(set) var outlooks: [Int: ExamPlan.Outlook] = [:]
    /// The days on which it is kept what the plan expects.
    package var forecastDays: Set<Int> = []

    package init(
        _ exam: ExamCase, model: MemoryModel = MemoryModel(), costs: StudyCosts = StudyCosts(),
        knowledge: Knowledge, fills: Bool
    ) {
        (self.exam, self.costs, self.knowledge, self.fills) = (exam, costs, knowledge, fills)
        cards = BelievedCards(count: exam.cards, model: model)
        tables = TransitionTables(model: model)
    }

    package mutating func begin(day: Int) {
        self.day = day
        cards.begin()
        guard day >= exam.firstDay else { return }
        let problem = problem
        let prepared = PreparedPlan(problem, tables: &tables)
        let start = prepared.calendar.startingPrices(prices, of: problem)
        let solved = SolvedPlan(prepared, startingFrom: start)
        for (session, price) in zip(problem.sessions, solved.prices) {
            prices[session.day] = Double(price)
        }
        if forecastDays.contains(day) { outlooks[day] = Outlooks.all(solved).first }
        queue = solved.queue().filter { fills || !$0.isExtra }.reversed()
            .map { ($0.member.card, $0.isExtra ? 0 : $0.gain, $0.seconds) }
        self.solved = solved
    }

    private var problem: ExamProblem {
        let belief =
            switch knowledge {
            case .fixed: ModelBelief(deviation: 0)
            case .adapting: ModelBelief(cards.evidence, model: cards.model)
            }
        return ExamProblem(
            exams: [
                ExamProblem.Exam(
                    time: Self.time(exam.exam),
                    cards: cards.entries.enumerated().map { number, entry in
                        PlanCard(
                            card: Card.ID(item: Item.ID("\(number)"), facet: .fact),
                            guide: Guide.ID(classSlug: "", termSlug: ""),
                            past: entry.state.map {
                                PlanCard.Past(
                                    memory: $0, time: Self.time(Double(entry.day)),
                                    day: StudyDay(number: entry.day))
                            })
                    })
            ],
            sessions: (day..<(exam.firstDay + exam.days)).map {
                PlanSession(
                    day: StudyDay(number: $0), time: Self.time(Double($0)),
                    seconds: exam.secondsPerDay)
            },
            now: Self.time(Double(day)), today: StudyDay(number: day), model: cards.model,
            costs: costs, belief: belief)
    }

    private static func time(_ days: Double) -> Timestamp {
        Timestamp(milliseconds: Int64((days * 86_400_000).rounded()))
    }

    package mutating func next(seconds: Double) -> Int? {
        guard let last = queue.popLast(), seconds >= last.seconds * 0.75 else { return nil }
        return last.card
    }

    package mutating func note(_ card: Int, _ rating: Rating, day: Int) {
        cards.note(card, rating, day: day)
        let entry = cards.entries[card]
        guard day >= exam.firstDay, let solved, let state = entry.state,
            entry.today <= costs.mostRepeats,
            let again = solved.repeating(
                state, group: 0, rating: rating, isFirstDay: entry.isFirstDay),
            again.gain >= (fills ? ExamPlanner.leastGain : solved.threshold)
        else { return }
        let place = queue.firstIndex { $0.gain > again.gain } ?? queue.count
        queue.insert((card, again.gain, again.seconds), at: place)
    }
}
