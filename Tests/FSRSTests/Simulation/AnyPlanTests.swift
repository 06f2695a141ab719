import FSRS
import Testing

@Suite("Any plan, learner and prediction")
struct AnyPlanTests {
    private static let odd: [Double] = [
        .nan, .infinity, -.infinity, 0, -1, 1e-300, 1e300, 0.5, 1, 36501,
    ]
    private static let oddCounts = [Int.min, -1, 0, 1, 7, 40, .max]

    @Test("a simulation ends and gives finite figures", arguments: 1...60)
    func simulates(seed: Int) throws {
        var random = RandomModels(seed: UInt64(seed))
        func number() -> Double {
            random.generator.next().isMultiple(of: 3) ? random.days() : Self.any(&random)
        }
        var plan = StudyPlan()
        plan.cards = 30
        plan.days = Int(random.generator.next() % 60)
        plan.newPerDay = Self.anyCount(&random)
        plan.reviewsPerDay = Self.anyCount(&random)
        plan.secondsPerDay = number()
        plan.attendance = number()
        plan.retention = number()
        plan.maximumInterval = Self.anyCount(&random)
        plan.model =
            try random.generator.next().isMultiple(of: 2) ? random.model6() : random.model7()
        plan.keepsReviews = true
        plan.longestLog = Self.anyCount(&random)
        var memory = ActivationMemory()
        memory.decay = number()
        memory.decayByActivation = number()
        memory.threshold = number()
        memory.noise = number()
        memory.variety = number()
        var learner = Learner(name: "any", memory: .activation(memory))
        if random.generator.next().isMultiple(of: 2) {
            learner.memory = .model(try random.model7())
        }
        learner.habits.firstRating = [number(), number()]
        learner.habits.recalled = [number(), number(), number(), number(), number()]
        learner.habits.learningStep = []
        learner.habits.seconds = [[number(), number(), number(), number()], []]

        let outcome = StudySimulation.run(plan: plan, learner: learner, seed: UInt64(seed))
        #expect(outcome.days.count <= plan.days)
        for day in outcome.days {
            #expect(day.seconds.isFinite && day.seconds >= 0)
            #expect((0...30).contains(day.memorised))
        }
        for version in Version.allCases {
            let evaluation = Evaluation(of: outcome.log(for: version), by: plan.model)
            #expect(evaluation.logLoss.isFinite)
        }
        for point in Workload.curve(of: plan, for: learner, at: [number()], seed: 1) {
            #expect(point.secondsPerDay.isFinite && point.memorised.isFinite)
        }
    }

    @Test("a century is the longest simulation")
    func longest() {
        var plan = StudyPlan()
        (plan.days, plan.cards, plan.measuresMemory) = (.max, 1, false)
        #expect(StudySimulation.run(plan: plan, learner: .quick, seed: 1).days.count == 36500)
    }

    @Test("predictions and weights from elsewhere give finite figures", arguments: 1...40)
    func evaluates(seed: Int) {
        var random = RandomModels(seed: UInt64(seed))
        let predictions = (0..<50).map { _ in
            Predictions.Prediction(
                place: Self.anyCount(&random), probability: Self.any(&random),
                isRecalled: random.rating() > .again, days: Self.any(&random),
                number: Self.anyCount(&random), lapses: Self.anyCount(&random))
        }
        let evaluation = Evaluation(of: Predictions(predictions)) { index in
            Self.odd[index % Self.odd.count]
        }
        #expect(evaluation.logLoss.isFinite && evaluation.logLoss >= 0)
        #expect((0...1).contains(evaluation.binnedError))
        #expect((0...1).contains(evaluation.discrimination))
        #expect(evaluation.calibration.allSatisfy { $0.predicted.isFinite && $0.recalled.isFinite })
    }

    private static func any(_ random: inout RandomModels) -> Double {
        odd[Int(random.generator.next() % UInt64(odd.count))]
    }

    private static func anyCount(_ random: inout RandomModels) -> Int {
        oddCounts[Int(random.generator.next() % UInt64(oddCounts.count))]
    }
}
