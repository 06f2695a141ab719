import StudyCore
import StudyStore

extension Settings {
    /// The state of a card after a review, from the one before it.
    func replay(
        _ state: CardState?, _ review: Review, ofClass slug: String?, by scheduler: Scheduler
    ) -> CardState {
        scheduler.state(
            after: state,
            Scheduler.Answer(
                card: review.card, rating: review.rating, evidence: review.form.evidence,
                time: review.time,
                clock: StudyClock(utcOffset: review.utcOffset, rollover: rollover),
                retention: retention(ofClass: slug)))
    }

    /// The probability that a card is recalled just before a review; nil without a memory.
    func recall(of state: CardState, before review: Review, by scheduler: Scheduler) -> Double? {
        let clock = StudyClock(utcOffset: review.utcOffset, rollover: rollover)
        return scheduler.retrievability(
            of: state, at: review.time, on: clock.day(of: review.time))
    }
}

extension Desk {
    /// A card's history with the state after each answer.
    func steps(of record: CardRecord) throws -> [CardStep] {
        let (settings, scheduler) = (settings, try scheduler)
        let slug = record.guide?.id.classSlug
        return CardStep.steps(
            of: try store.history(of: record.id).map { ($0.review, $0.isUndone) },
            replay: { settings.replay($0, $1, ofClass: slug, by: scheduler) },
            recall: { settings.recall(of: $0, before: $1, by: scheduler) })
    }
}
