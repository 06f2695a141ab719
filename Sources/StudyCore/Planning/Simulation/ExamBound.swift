package import FSRS

/// What no way of studying can surpass: the expected recall at the exam that a learner's time allows.
package enum ExamBound {
    /// The bound for a learner who remembers by a known model.
    ///
    /// The dual of sharing out the time; the better its prices, the closer it comes. It holds up to the error of the
    /// grid, a few thousandths.
    ///
    /// - Parameters:
    ///   - exam: The exam.
    ///   - model: What the learner remembers by.
    ///   - costs: How the learner rates, and how long that takes.
    ///   - seed: The seed of the simulation whose history counts, where the exam has one.
    /// - Returns: The mean recall at the exam, 0–1.
    package static func recall(
        _ exam: ExamCase, model: MemoryModel, costs: StudyCosts, seed: UInt64
    ) -> Double {
        var record = Record(cards: BelievedCards(count: exam.cards, model: model))
        var idle = exam
        idle.secondsPerDay = 0
        let learner = ExamLearner(memory: .model(model), costs: costs)
        _ = ExamSimulation.run(idle, learner: learner, seed: seed, policy: &record)
        let past = record.cards.entries.map { card in card.state.map { ($0, card.day) } }
        return recall(exam, model: model, costs: costs, past: past)
    }

    /// Studies nothing and remembers what happened before.
    private struct Record: StudyPolicy {
        var cards: BelievedCards

        mutating func begin(day: Int) { cards.begin() }
        mutating func next(seconds: Double) -> Int? { nil }
        mutating func note(_ card: Int, _ rating: Rating, day: Int) {
            cards.note(card, rating, day: day)
        }
    }

    /// The bound for cards as a history has left them: a memory and the day of the last review, nil for a new one.
    static func recall(
        _ exam: ExamCase, model: MemoryModel, costs: StudyCosts,
        past: [(memory: MemoryState, day: Int)?]
    ) -> Double {
        var tables = TransitionTables(model: model)
        let sessions = (0..<exam.days).map { day in
            PlanFrame.Session(
                day: day, time: Double(day), seconds: exam.seconds(on: exam.firstDay + day))
        }
        let frame = PlanFrame(
            sessions: sessions, tables: &tables, costs: costs,
            forgetting: Forgetting(model: model))
        let kind = CardKind(
            rest: Double(exam.days - 1) + ExamCase.night, weight: 1, sessions: exam.days)
        let entries = past.compactMap { card in
            card.map {
                SeenCards.Entry(
                    memory: $0.memory, days: exam.firstDay - $0.day,
                    age: Double(exam.firstDay - $0.day), pace: 1)
            }
        }
        let search = PriceSearch(
            frame: frame,
            groups: [
                PriceSearch.Group(
                    kind: kind, seen: SeenCards(entries, kind, in: frame),
                    new: [NewCards(count: exam.cards - entries.count, guess: 0)])
            ])
        let prices = search.prices(from: nil, steps: 60)
        let value = search.evaluate(prices, temperature: PriceSearch.hard).value
        return value / Double(max(exam.cards, 1))
    }
}
