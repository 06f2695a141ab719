import FSRS
import Testing

@testable import StudyCore

@Suite("What answers say of a learner's forgetting")
struct ModelBeliefTests {
    private let model = MemoryModel()

    /// Answers of a learner who remembers longer than the model says by a factor.
    private func evidence(_ count: Int, scale: Double) -> ModelBelief.Evidence {
        var evidence = ModelBelief.Evidence()
        var generator = SeededGenerator(seed: 3)
        for number in 0..<count {
            let memory = MemoryState(
                stability: [0.3, 1, 2.5, 6, 15][number % 5], difficulty: 5)
            let days = 1 + number % 7
            let recall = model.retrievability(of: memory, after: Double(days) / scale)
            evidence.add(memory, after: days, isRecalled: generator.unit() < recall)
        }
        return evidence
    }

    @Test(arguments: [0.3, 1.0, 3.0])
    func `Finds the factor`(scale: Double) {
        let belief = ModelBelief(evidence(3000, scale: scale), model: model)
        #expect(abs(belief.scale / scale - 1) < 0.15)
        #expect(abs(belief.slope) < 0.1)
    }

    @Test func `Believes the model until there is evidence, and grows surer`() {
        let beliefs = [0, 20, 200, 2000].map {
            ModelBelief(evidence($0, scale: 0.4), model: model)
        }
        #expect(abs(beliefs[0].scale - 1) < 0.01)
        for (before, after) in zip(beliefs, beliefs.dropFirst()) {
            #expect(after.deviation < before.deviation)
            #expect(after.scale < before.scale)
        }
    }

    @Test func `Reviews on the same day say nothing`() {
        var evidence = ModelBelief.Evidence()
        evidence.add(MemoryState(stability: 2, difficulty: 5), after: 0, isRecalled: false)
        #expect(evidence.count == 0)
        #expect(ModelBelief(evidence, model: model) == ModelBelief(.init(), model: model))
    }
}
