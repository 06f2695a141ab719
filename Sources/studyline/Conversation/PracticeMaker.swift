import FSRS
import StudyCore
import StudyStore

/// Draws practice tests, and makes their questions again when they are gone on with.
struct PracticeMaker {
    let desk: Desk

    /// A question of a test with its card.
    struct Made {
        let record: CardRecord
        let guide: GuideHead
        let subject: Subject
        let question: Question
    }

    /// Draws a test: its cards, each in the first form that is possible.
    ///
    /// - Parameters:
    ///   - scope: What it is about.
    ///   - questions: How many at most.
    ///   - seed: Decides everything that is left to chance.
    /// - Returns: The slots of the test.
    /// - Throws: When the store cannot be read.
    func slots(
        in scope: ScopeChoice, questions: Int, seed: UInt64
    ) throws -> [PracticeTest.Slot] {
        var generator = SeededGenerator(seed: seed)
        let cards = try desk.store.allCards(in: scope.scope, limit: Self.most)
        let now = desk.now()
        let today = desk.clock(at: now).day(of: now)
        var slots: [PracticeTest.Slot] = []
        for slot in Blueprint.draw(cards, using: &generator) where slots.count < questions {
            guard let record = try desk.store.card(slot.card), let guide = record.guide,
                let question = question(
                    try desk.subject(record, in: guide), forms: slot.forms, seed: seed)
            else { continue }
            let recall = try desk.scheduler.retrievability(
                of: record.state, at: now, on: today)
            slots.append(
                PracticeTest.Slot(
                    card: slot.card.description, form: question.form.rawValue,
                    expected: question.form.expectedScore(recall)))
        }
        return slots
    }

    /// The question of a slot; nil when its card is gone or its text allows the form no more.
    func made(_ slot: PracticeTest.Slot, of test: PracticeTest) throws -> Made? {
        guard let card = Card.ID(slot.card), let form = Form(rawValue: slot.form),
            let record = try desk.store.card(card), let guide = record.guide
        else { return nil }
        let subject = try desk.subject(record, in: guide)
        guard let question = question(subject, forms: [form], seed: test.seed) else { return nil }
        return Made(record: record, guide: guide, subject: subject, question: question)
    }

    private func question(_ subject: Subject, forms: [Form], seed: UInt64) -> Question? {
        for form in forms {
            var generator = SeededGenerator(
                text: "\(subject.card) \(form.rawValue)", number: Int(truncatingIfNeeded: seed))
            if let question = QuestionMaker.question(subject, form: form, using: &generator) {
                return question
            }
        }
        return nil
    }

    /// Most cards that a test draws from.
    private static let most = 20_000
}
