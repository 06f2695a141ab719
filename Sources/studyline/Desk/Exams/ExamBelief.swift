import FSRS
import StudyCore
import StudyStore

extension Desk {
    /// Most answers that are looked at for how the learner forgets.
    private static let mostAnswers = 50_000

    /// How well the memory model fits the learner.
    ///
    /// Parameters that were fitted are taken as they are, sure by the number of reviews. Without them the
    /// learner's own reviews say how much longer or shorter memories last than the model says.
    func modelBelief() throws -> ModelBelief {
        let reviews = try store.fittableAnswers()
        let version = settings.model
        guard try store.adopted[version] == .standard(version), reviews <= Self.mostAnswers else {
            return ModelBelief(reviews: reviews)
        }
        let model = try scheduler.model
        var evidence = ModelBelief.Evidence()
        var cards: [Int: (memory: MemoryState, day: StudyDay)] = [:]
        for answer in try store.answerLog() {
            // What was only recognised proves nothing; what was not even recognised is forgotten.
            if answer.evidence == .recognition, answer.rating != .again { continue }
            let day = StudyClock(utcOffset: answer.utcOffset, rollover: settings.rollover)
                .day(of: answer.time)
            let before = cards[answer.card]
            let days = before.map { max(0, day - $0.day) } ?? 0
            if let before, answer.evidence == .recall {
                evidence.add(before.memory, after: days, isRecalled: answer.rating != .again)
            }
            let memory = model.state(
                after: before?.memory, rating: answer.rating, days: Double(days))
            cards[answer.card] = (memory, day)
        }
        return ModelBelief(evidence, model: model)
    }
}
