import FSRS
import Testing

@testable import StudyCore

@Suite("The exam plan")
struct ExamPlannerTests {
    private let now = Timestamp(milliseconds: 1_795_453_200_000)
    private let clock = StudyClock(utcOffset: 60)

    private func card(_ number: Int, isNew: Bool) -> PlanCard {
        PlanCard(
            card: Card.ID(item: Item.ID("item\(number)"), facet: .fact),
            guide: Guide.ID(classSlug: "class", termSlug: "guide\(number / 4)"),
            past: isNew
                ? nil
                : PlanCard.Past(
                    memory: MemoryState(
                        stability: 0.4 + Double(number % 7) * 2,
                        difficulty: 1 + Double(number % 10)),
                    time: now.adding(seconds: -86_400 * Double(1 + number % 5)),
                    day: clock.day(of: now) + (-1 - number % 5)))
    }

    private func problem(
        cards: Int, hours: Double, minutes: Double, daysOff: Set<Weekday> = [],
        belief: ModelBelief = ModelBelief(reviews: 0)
    ) -> ExamProblem {
        let exam = now.adding(seconds: hours * 3600)
        let routine = StudyRoutine(secondsPerDay: minutes * 60, daysOff: daysOff)
        return ExamProblem(
            exams: [
                ExamProblem.Exam(
                    time: exam, cards: (0..<cards).map { card($0, isNew: $0 % 2 == 0) })
            ],
            sessions: routine.sessions(from: now, to: exam, studied: 0, clock: clock), now: now,
            today: clock.day(of: now), belief: belief)
    }

    private func checkSanity(_ plan: ExamPlan, of problem: ExamProblem) {
        #expect(plan.sessions.count == problem.sessions.count)
        #expect(Set(plan.today.map(\.card)).count == plan.today.count)
        for session in plan.sessions {
            for figure in [session.seconds, session.reviews, session.new, session.price] {
                #expect(figure.isFinite && figure >= 0)
            }
        }
        for outlook in plan.outlooks {
            for forecast in [outlook.now, outlook.idle, outlook.planned]
                + Array(outlook.byGuide.values)
            {
                #expect(0 <= forecast.low && forecast.low <= forecast.mean)
                #expect(forecast.mean <= forecast.high && forecast.high <= 1)
            }
            #expect(outlook.planned.mean >= outlook.idle.mean - 0.001)
        }
    }

    @Test(arguments: [
        (cards: 10, hours: 1.0, minutes: 10.0),
        (10, -5, 10),
        (10, 38, 0),
        (3, 86, 20),
        (0, 38, 20),
        (40, 0.02, 20),
    ])
    func `Sensible at the edges`(cards: Int, hours: Double, minutes: Double) {
        let problem = problem(cards: cards, hours: hours, minutes: minutes)
        let plan = ExamPlanner.plan(problem)
        checkSanity(plan, of: problem)
        #expect(plan.today.isEmpty == (cards == 0 || hours < 0 || minutes == 0))
    }

    @Test func `All days off: nothing more can be done, and that is the forecast`() {
        let problem = problem(
            cards: 10, hours: 86, minutes: 20, daysOff: Set(Weekday.allCases))
        let plan = ExamPlanner.plan(problem)
        checkSanity(plan, of: problem)
        #expect(plan.today.isEmpty)
        #expect(abs(plan.outlooks[0].planned.mean - plan.outlooks[0].idle.mean) < 0.001)
        #expect(!plan.outlooks[0].isComplete)
    }

    @Test func `A long time is planned in parts`() {
        let problem = problem(cards: 3, hours: 24 * 365, minutes: 20)
        let calendar = PlanCalendar(problem)
        #expect(problem.sessions.count > 360)
        #expect(calendar.sessions.count == PlanCalendar.most)
        #expect(calendar.place.count == problem.sessions.count)
        let seconds = calendar.sessions.reduce(0) { $0 + $1.seconds }
        #expect(seconds == problem.sessions.reduce(0) { $0 + $1.seconds })
        #expect(zip(calendar.place, calendar.place.dropFirst()).allSatisfy { $0 <= $1 })
    }

    @Test func `The same problem gives the same plan`() {
        let problem = problem(cards: 14, hours: 62, minutes: 3)
        #expect(ExamPlanner.plan(problem) == ExamPlanner.plan(problem))
    }

    @Test func `Prices known from before change nothing of a single session's forecast`() {
        let problem = problem(cards: 10, hours: 1, minutes: 3)
        let plan = ExamPlanner.plan(problem)
        for factor in [0.3, 0.9, 1.1, 3] {
            let prices = Dictionary(
                uniqueKeysWithValues: plan.prices.map { ($0.key, $0.value * factor) })
            #expect(ExamPlanner.plan(problem, startingFrom: prices) == plan)
        }
    }

    @Test(arguments: [3.0, 20])
    func `Weights that are all alike change nothing of what a session can hold`(weight: Double) {
        let problem = problem(cards: 10, hours: 1, minutes: 1)
        var weighted = problem
        for card in weighted.exams[0].cards.indices {
            weighted.exams[0].cards[card].weight = weight
        }
        let means = [problem, weighted].map { ExamPlanner.plan($0).outlooks[0].planned.mean }
        #expect(abs(means[0] - means[1]) < 0.02)
    }

    /// Both directions of a definition are two cards of an item; one session asks for one of them.
    @Test func `A card that another gives away waits for the next session, and is forecast so`() {
        func problem(hours: Double, items: Int) -> ExamProblem {
            var problem = self.problem(cards: 2, hours: hours, minutes: 30)
            problem.exams[0].cards = (0..<2).map { number in
                var card = card(number / 2, isNew: true)
                card.card = Card.ID(
                    item: Item.ID("item\(number % items)"), facet: number == 0 ? .term : .meaning)
                return card
            }
            return problem
        }
        let apart = ExamPlanner.plan(problem(hours: 1, items: 2))
        let together = ExamPlanner.plan(problem(hours: 1, items: 1))
        #expect(apart.today.count == 2)
        #expect(together.today.count == 1)
        #expect(apart.outlooks[0].planned.mean > 0.9)
        #expect((0.4...0.5).contains(together.outlooks[0].planned.mean))
        let days = ExamPlanner.plan(problem(hours: 49, items: 1))
        #expect(days.outlooks[0].planned.mean > 0.9)
    }

    @Test func `More minutes never promise less`() {
        let means = [0.0, 1, 2, 4, 8, 16].map { minutes in
            ExamPlanner.plan(problem(cards: 24, hours: 38, minutes: minutes))
                .outlooks[0].planned.mean
        }
        for (less, more) in zip(means, means.dropFirst()) { #expect(more >= less - 0.002) }
        #expect(means[5] > means[0] + 0.3)
    }

    @Test func `Too little time is said`() {
        #expect(
            !ExamPlanner.plan(problem(cards: 60, hours: 38, minutes: 2)).outlooks[0].isComplete)
        #expect(
            ExamPlanner.plan(problem(cards: 20, hours: 38, minutes: 15)).outlooks[0].isComplete)
    }

    @Test func `The less is known of the learner, the wider the range`() {
        let widths = [0, 50, 1000].map { reviews in
            let forecast = ExamPlanner.plan(
                problem(
                    cards: 40, hours: 38, minutes: 5, belief: ModelBelief(reviews: reviews))
            ).outlooks[0].planned
            return forecast.high - forecast.low
        }
        #expect(widths[0] > widths[1])
        #expect(widths[1] > widths[2])
    }

    @Test func `Weighty cards come first`() {
        var problem = problem(cards: 30, hours: 1, minutes: 2)
        for index in 20..<30 { problem.exams[0].cards[index].weight = 5 }
        let weighty = Set(problem.exams[0].cards[20...].filter { $0.past == nil }.map(\.card))
        let today = Set(ExamPlanner.plan(problem).today.map(\.card))
        #expect(today.isSuperset(of: weighty))
    }

    @Test func `Exams share the days, the nearer one first where time is short`() {
        var problem = problem(cards: 12, hours: 86, minutes: 2)
        problem.exams.insert(
            ExamProblem.Exam(
                time: now.adding(seconds: 3600 * 14),
                cards: (100..<112).map { card($0, isNew: true) }), at: 0)
        let plan = ExamPlanner.plan(problem)
        checkSanity(plan, of: problem)
        #expect(plan.outlooks.count == 2)
        let near = Set(problem.exams[0].cards.map(\.card))
        #expect(plan.today.count { near.contains($0.card) } * 2 > plan.today.count)
    }

    @Test func `Guides are mixed`() {
        let today = ExamPlanner.plan(problem(cards: 40, hours: 38, minutes: 8)).today
        let guides = today.prefix(12).map(\.guide)
        #expect(zip(guides, guides.dropFirst()).allSatisfy { $0 != $1 })
    }

    @Test func `More time is worth more, and a target has its minutes`() {
        let problem = problem(cards: 30, hours: 38, minutes: 1.5)
        let plan = ExamPlanner.plan(problem)
        let planned = plan.outlooks[0].planned.mean
        let advice = ExamPlanner.advice(
            for: 0, of: problem, plan: plan, pace: 60, target: planned + 0.05)
        #expect(advice.fiveMinutesMore.mean > planned)
        #expect(advice.lastEvening.mean > planned)
        #expect((advice.presentPace?.mean ?? 1) < planned)
        #expect((advice.secondsForTarget ?? 0) > 90)
        #expect(
            ExamPlanner.advice(for: 0, of: problem, plan: plan, target: 1.1).secondsForTarget
                == nil)
    }
}
