package import FSRS

/// What no way of studying can surpass: the expected recall at the exam that a learner's time allows.
package enum ExamBound {
    /// The bound for new cards and a learner who remembers by a known model.
    ///
    /// The dual of sharing out the time; the better its prices, the closer it comes. It holds up to the error of the
    /// grid, a few thousandths.
    package static func recall(_ exam: ExamCase, model: MemoryModel, costs: StudyCosts) -> Double {
        recall(
            exam, model: model, costs: costs,
            past: Array(repeating: nil, count: exam.cards))
    }

    /// The bound for cards as a history has left them.
    ///
    /// - Parameter past: For each card the memory and the day of the last review, nil for a new one.
    static func recall(
        _ exam: ExamCase, model: MemoryModel, costs: StudyCosts,
        past: [(memory: MemoryState, day: Int)?]
    ) -> Double {
        var tables = TransitionTables(model: model)
        let sessions = (0..<exam.days).map { day in
            PlanFrame.Session(day: day, time: Double(day), seconds: exam.secondsPerDay)
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
