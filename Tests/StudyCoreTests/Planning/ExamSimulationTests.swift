import FSRS
import Testing

@testable import StudyCore

@Suite("Simulated exams")
struct ExamSimulationTests {
    private let learner = ExamLearner(memory: .model(MemoryModel()))
    private let exam = ExamCase(cards: 20, days: 3, minutes: 3)

    private func recall(_ policy: some StudyPolicy, seeds: Int = 8) -> Double {
        (0..<seeds).reduce(0) { sum, seed in
            var policy = policy
            return sum
                + ExamSimulation.run(
                    exam, learner: learner, seed: UInt64(seed), policy: &policy
                ).recall / Double(seeds)
        }
    }

    @Test func `No policy surpasses the bound, and the plan comes near it`() {
        let bound = ExamBound.recall(exam, model: MemoryModel(), costs: StudyCosts(), seed: 0)
        let plan = recall(PlanPolicy(exam, knowledge: .fixed, fills: false))
        #expect(plan > 0.97 * bound)
        #expect(plan > recall(DueReviews(cards: 20, retention: 0.9, steps: true)) + 0.03)
        for recall in [
            plan, recall(GreedyPolicy(exam)), recall(RoundRobin(cards: 20)),
            recall(Leitner(cards: 20)), recall(SM2(cards: 20)),
            recall(DueReviews(cards: 20, retention: 0.97, steps: false)),
        ] {
            // As far as chance goes with so few cards.
            #expect(recall < bound + 0.02)
        }
    }

    @Test func `Minutes are kept`() {
        for seed in 0..<5 as Range<UInt64> {
            var policy = PlanPolicy(exam, knowledge: .adapting, fills: true)
            let result = ExamSimulation.run(exam, learner: learner, seed: seed, policy: &policy)
            #expect(result.seconds <= 3 * (180 + 15))
            #expect(result.monthLater < result.recall)
        }
    }

    @Test func `All policies meet the same luck`() {
        func first(_ policy: some StudyPolicy) -> ExamSimulation.Result {
            var policy = policy
            return ExamSimulation.run(
                ExamCase(cards: 5, days: 1, minutes: 1.6), learner: learner, seed: 4,
                policy: &policy)
        }
        let robin = first(RoundRobin(cards: 5))
        let due = first(DueReviews(cards: 5, retention: 0.9, steps: false))
        #expect(robin.recall == due.recall)
        #expect(robin.seconds == due.seconds)
    }

    @Test(arguments: [0, 1, 2])
    func `Memories fade, and reviews strengthen them`(kind: Int) {
        let learner = [
            self.learner, ExamLearner(memory: .twoTraces(TwoTraceMemory())),
            ExamLearner(memory: .activation(ActivationMemory())),
        ][kind]
        var generator = SeededGenerator(seed: 1)
        var card = ExamLearner.Card(of: learner, using: &generator)
        card.review(.good, of: learner, on: 0, at: 0)
        let once = card.recall(of: learner, on: 6, at: 6)
        #expect(card.recall(of: learner, on: 1, at: 1) > once)
        card.review(.good, of: learner, on: 3, at: 3)
        #expect(card.recall(of: learner, on: 6, at: 6) > once)
    }
}
