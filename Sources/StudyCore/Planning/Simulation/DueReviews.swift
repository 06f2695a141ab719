package import FSRS

/// FSRS at a fixed desired retention: what is due, the most forgotten first, then new cards.
package struct DueReviews: StudyPolicy {
    package var newPerDay = Int.max
    private let retention: Double
    private let model: MemoryModel
    /// Learning steps of one and ten minutes and a relearning step, as Anki has them; else none.
    private let hasSteps: Bool
    private var cards: [Entry]
    private var day = 0
    private var due: [Int] = []
    private var steps: [Int] = []
    private var nextNew = 0
    private var introduced = 0

    private struct Entry: Sendable {
        var state: MemoryState?
        var last = 0
        var due = 0
        /// Steps still to pass, in the session.
        var steps = 0
        var isLearning = false
    }

    package init(cards: Int, retention: Double, steps: Bool, model: MemoryModel = MemoryModel()) {
        (self.retention, hasSteps, self.model) = (retention, steps, model)
        self.cards = Array(repeating: Entry(), count: cards)
    }

    package mutating func begin(day: Int) {
        self.day = day
        introduced = 0
        // Steps that the session before left open are over by now.
        steps = []
        due = cards.indices.filter { cards[$0].state != nil && cards[$0].due <= day }
            .sorted { (recall($1), $0) > (recall($0), $1) }
        while nextNew < cards.count, cards[nextNew].state != nil { nextNew += 1 }
    }

    private func recall(_ card: Int) -> Double {
        cards[card].state.map {
            model.retrievability(of: $0, after: Double(day - cards[card].last))
        } ?? 0
    }

    package mutating func next(seconds: Double) -> Int? {
        // A step is over once a few other cards have been asked, or when nothing else is left.
        if steps.count > 5 || (due.isEmpty && !hasNew), !steps.isEmpty {
            return steps.removeFirst()
        }
        if let card = due.popLast() { return card }
        if hasNew, seconds >= 15 {
            introduced += 1
            defer { nextNew += 1 }
            return nextNew
        }
        return steps.isEmpty ? nil : steps.removeFirst()
    }

    private var hasNew: Bool { nextNew < cards.count && introduced < newPerDay }

    package mutating func note(_ card: Int, _ rating: Rating, day: Int) {
        var entry = cards[card]
        let isNew = entry.state == nil
        let state = model.state(
            after: entry.state, rating: rating, days: isNew ? 0 : Double(day - entry.last))
        (entry.state, entry.last) = (state, day)
        let interval = model.interval(of: state, retention: retention)
        entry.due = day + max(1, Int(min(interval.rounded(), 36500)))
        if hasSteps {
            if isNew { (entry.steps, entry.isLearning) = (2, true) }
            switch rating {
            case .again:
                if entry.steps == 0 { entry.isLearning = false }
                entry.steps = entry.isLearning ? 2 : 1
            case .hard: break
            case .good: entry.steps = max(entry.steps - 1, 0)
            case .easy: entry.steps = 0
            }
            if entry.steps > 0 { steps.append(card) } else { entry.isLearning = false }
        }
        cards[card] = entry
        while nextNew < cards.count, cards[nextNew].state != nil { nextNew += 1 }
    }
}
