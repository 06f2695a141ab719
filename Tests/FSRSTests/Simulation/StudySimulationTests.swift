import FSRS
import Testing

@Suite("The study simulator")
struct StudySimulationTests {
    private var plan: StudyPlan {
        var plan = StudyPlan()
        plan.cards = 300
        plan.days = 120
        plan.newPerDay = 10
        plan.keepsReviews = true
        return plan
    }

    @Test("the same seed gives the same study, another seed another one")
    func isRepeatable() {
        func answers(_ seed: UInt64) -> [StudyOutcome.Answer] {
            StudySimulation.run(plan: plan, learner: .quick, seed: seed).answers
        }
        #expect(answers(1) == answers(1))
        #expect(answers(1) != answers(2))
    }

    @Test("limits hold each day")
    func limits() {
        var plan = plan
        plan.reviewsPerDay = 15
        plan.secondsPerDay = 400
        let outcome = StudySimulation.run(plan: plan, learner: .quick, seed: 1)
        #expect(outcome.days.count == 120)
        #expect(outcome.days.allSatisfy { $0.reviews <= 15 && $0.new <= 10 })
        // What was begun is finished: at most an answer and five steps more.
        #expect(outcome.days.allSatisfy { $0.seconds < 400 + 6 * 20 })
        #expect(outcome.days.reduce(0) { $0 + $1.new } <= 300)
    }

    @Test("recall at reviews is near the retention wanted when the scheduler knows the learner")
    func retention() throws {
        for learner in [Learner.quick, .strong] {
            var plan = plan
            plan.secondsPerDay = .infinity
            plan.retention = 0.85
            plan.model = MemoryModel(parameters: try #require(learner.parameters))
            let days = StudySimulation.run(plan: plan, learner: learner, seed: 1).days
            let reviews = days.reduce(0) { $0 + $1.reviews }
            let lapses = days.reduce(0) { $0 + $1.lapses }
            let recalled = 1 - Double(lapses) / Double(reviews)
            // Intervals under a day are a day long, so recall may be a little lower or higher.
            #expect(abs(recalled - 0.85) < 0.05, "\(learner.name)")
        }
    }

    @Test("a log holds each answer, with whole days or fractions")
    func log() {
        let outcome = StudySimulation.run(plan: plan, learner: .hidden, seed: 1)
        let whole = outcome.log()
        let exact = outcome.log(for: .fsrs7)
        #expect(whole.count == outcome.answers.count && exact.count == whole.count)
        #expect((0..<whole.count).allSatisfy { whole[$0].days == whole[$0].days.rounded() })
        #expect((0..<whole.count).allSatisfy { abs(whole[$0].days - exact[$0].days) < 1 })
        #expect((0..<whole.count).contains { exact[$0].days > 0 && exact[$0].days < 0.1 })
    }

    @Test("more retention costs more and brings more")
    func workload() {
        var plan = plan
        plan.keepsReviews = false
        plan.secondsPerDay = .infinity
        let curve = Workload.curve(
            of: plan, for: .quick, at: [0.7, 0.8, 0.9, 0.95], seed: 1)
        #expect(curve.map(\.retention) == [0.7, 0.8, 0.9, 0.95])
        let seconds = curve.map(\.secondsPerDay)
        #expect(seconds == seconds.sorted())
        #expect(curve[0].memorised < curve[3].memorised)
    }

    @Test("learners differ, and random ones are in bounds")
    func population() throws {
        let learners = (0..<20).map { Learner.random(seed: $0) }
        #expect(Set(learners.map(\.parameters)).count == 20)
        #expect(Learner.random(seed: 3) == learners[3])
        #expect(Learner.hidden.parameters == nil)
        for learner in learners {
            let values = try #require(learner.parameters).values
            #expect(values[0] <= values[1] && values[1] <= values[2] && values[2] <= values[3])
        }
    }

    @Test("chances that are missing count as good")
    func oddHabits() {
        var learner = Learner.quick
        learner.habits.firstRating = []
        learner.habits.learningStep = []
        learner.habits.seconds = [[1]]
        let outcome = StudySimulation.run(plan: plan, learner: learner, seed: 1)
        #expect(outcome.answers.contains { $0.rating == .good })
        #expect(learner.habits.seconds(for: .easy, in: .relearning) == 0)
        #expect(learner.habits.seconds(for: .again, in: .learning) == 1)
    }
}
