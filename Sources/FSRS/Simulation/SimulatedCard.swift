/// The true memory of one card in a simulated learner's head, hidden from the scheduler.
struct SimulatedCard: Sendable {
    private enum Trace: Sendable {
        case state(MemoryState?)
        case activation(ActivationMemory.Card)
    }

    private var trace: Trace
    private var lastDay = 0
    private var lastTime = 0.0

    init(of learner: Learner, using generator: inout SeededGenerator) {
        trace =
            switch learner.memory {
            case .model: .state(nil)
            case .activation(let memory): .activation(memory.newCard(using: &generator))
            }
    }

    /// The probability of recall at a moment; 0 before the first review.
    func recall(of learner: Learner, at moment: StudyMoment) -> Double {
        switch (learner.memory, trace) {
        case (.model(let model), .state(let state?)):
            model.retrievability(of: state, after: elapsed(to: moment, in: model))
        case (.activation(let memory), .activation(let card)):
            memory.recall(of: card, at: moment.time)
        default: 0
        }
    }

    mutating func review(_ rating: Rating, of learner: Learner, at moment: StudyMoment) {
        switch (learner.memory, trace) {
        case (.model(let model), .state(let state)):
            let days = state == nil ? 0 : elapsed(to: moment, in: model)
            trace = .state(model.state(after: state, rating: rating, days: days))
        case (.activation(let memory), .activation(var card)):
            memory.review(&card, at: moment.time)
            trace = .activation(card)
        default: break
        }
        (lastDay, lastTime) = (moment.day, moment.time)
    }

    private func elapsed(to moment: StudyMoment, in model: MemoryModel) -> Double {
        model.parameters.version == .fsrs6
            ? Double(moment.day - lastDay) : moment.time - lastTime
    }
}

/// A moment of a simulation.
struct StudyMoment: Sendable {
    /// The study day, from 0.
    let day: Int
    /// Days since the simulation began, with their fraction.
    let time: Double
}
