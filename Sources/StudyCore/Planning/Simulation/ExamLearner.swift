package import FSRS

/// A simulated learner before an exam.
package struct ExamLearner: Sendable {
    /// What the learner remembers by.
    package enum Memory: Sendable {
        case model(MemoryModel)
        case twoTraces(TwoTraceMemory)
        case activation(ActivationMemory)
    }

    package var memory: Memory
    /// How the learner rates, and how long that takes.
    package var costs: StudyCosts

    package init(memory: Memory, costs: StudyCosts = StudyCosts()) {
        (self.memory, self.costs) = (memory, costs)
    }

    /// The true memory of one card.
    struct Card: Sendable {
        private enum Trace: Sendable {
            case model(MemoryState?)
            case twoTraces(TwoTraceMemory.Card)
            case activation(ActivationMemory.Card)
        }

        private var trace: Trace
        private(set) var day: Int?
        private var time = 0.0

        init(of learner: ExamLearner, using generator: inout SeededGenerator) {
            trace =
                switch learner.memory {
                case .model: .model(nil)
                case .twoTraces(let memory): .twoTraces(memory.newCard(using: &generator))
                case .activation(let memory): .activation(memory.newCard(using: &generator))
                }
        }

        /// The chance of recall at a moment in days; FSRS counts study days except at the exam.
        func recall(of learner: ExamLearner, on day: Int?, at moment: Double) -> Double {
            guard let last = self.day else { return 0 }
            switch (learner.memory, trace) {
            case (.model(let model), .model(let state?)):
                return model.retrievability(
                    of: state, after: day.map { Double($0 - last) } ?? moment - time)
            case (.twoTraces(let memory), .twoTraces(let card)):
                return memory.recall(of: card, at: moment)
            case (.activation(let memory), .activation(let card)):
                return memory.recall(of: card, at: moment)
            default: return 0
            }
        }

        mutating func review(
            _ rating: Rating, of learner: ExamLearner, on day: Int, at moment: Double
        ) {
            switch (learner.memory, trace) {
            case (.model(let model), .model(let state)):
                let days = self.day.map { Double(day - $0) } ?? 0
                trace = .model(model.state(after: state, rating: rating, days: days))
            case (.twoTraces(let memory), .twoTraces(var card)):
                memory.review(&card, rating: rating, at: moment)
                trace = .twoTraces(card)
            case (.activation(let memory), .activation(var card)):
                memory.review(&card, at: moment)
                trace = .activation(card)
            default: break
            }
            (self.day, time) = (day, moment)
        }
    }
}
