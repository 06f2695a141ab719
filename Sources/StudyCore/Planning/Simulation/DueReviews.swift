package import FSRS

/// FSRS at a fixed desired retention: reviews in the order in which they fell due, new cards spread among them.
package struct DueReviews: StudyPolicy {
    package var newPerDay = Int.max
    private let retention: Double
    private let model: MemoryModel
    /// Learning steps of one and ten minutes and a relearning step of ten, as Anki has them; else none.
    private let hasSteps: Bool
    private var cards: [Entry]
    private var day = 0
    private var due: [Int] = []
    /// Cards on steps, by when they may be asked: seconds since the session began.
    private var steps: [(card: Int, time: Double)] = []
    private var nextNew = 0
    private var introduced = 0
    private var budget: Double?
    private var elapsed = 0.0
    private var newPerReview = 0.0
    private var newOwed = 0.0

    private struct Entry: Sendable {
        var state: MemoryState?
        var last = 0
        var due = 0
        /// Steps still to pass.
        var steps = 0
        var isLearning = false
    }

    package init(cards: Int, retention: Double, steps: Bool, model: MemoryModel = MemoryModel()) {
        (self.retention, hasSteps, self.model) = (retention, steps, model)
        self.cards = Array(repeating: Entry(), count: cards)
    }

    package mutating func begin(day: Int) {
        self.day = day
        (introduced, budget, elapsed, newOwed) = (0, nil, 0, 0)
        // A night passes for the steps that the session before left open.
        for (card, _) in steps { (cards[card].steps, cards[card].isLearning) = (0, false) }
        steps = []
        due = cards.indices.filter { cards[$0].state != nil && cards[$0].due <= day }
        due = due.sorted { (cards[$1].due, $1) < (cards[$0].due, $0) }
        skipSeen()
        let new = min(cards.count - nextNew, newPerDay)
        newPerReview = Double(new + 1) / Double(due.count + 1)
    }

    package mutating func next(seconds: Double) -> Int? {
        budget = budget ?? seconds
        elapsed = (budget ?? seconds) - seconds
        if let step = steps.first, step.time <= elapsed { return steps.removeFirst().card }
        if hasNew, due.isEmpty || newOwed >= 1, seconds >= 15 {
            newOwed -= 1
            introduced += 1
            defer { nextNew += 1 }
            return nextNew
        }
        if let card = due.popLast() {
            newOwed += newPerReview
            return card
        }
        guard let step = steps.first, step.time <= elapsed + Self.ahead else { return nil }
        return steps.removeFirst().card
    }

    /// Seconds by which a step is taken early when nothing else is left.
    private static let ahead = 1200.0

    private var hasNew: Bool { nextNew < cards.count && introduced < newPerDay }

    package mutating func note(_ card: Int, _ rating: Rating, day: Int) {
        var entry = cards[card]
        let isNew = entry.state == nil
        let state = model.state(
            after: entry.state, rating: rating, days: isNew ? 0 : Double(day - entry.last))
        (entry.state, entry.last) = (state, day)
        let interval = model.interval(of: state, retention: retention)
        entry.due = day + max(1, Int(min(interval.rounded(), 36500)))
        if hasSteps { take(rating, of: card, isNew: isNew, &entry) }
        cards[card] = entry
        skipSeen()
    }

    private mutating func take(_ rating: Rating, of card: Int, isNew: Bool, _ entry: inout Entry) {
        if isNew { (entry.steps, entry.isLearning) = (2, true) }
        switch rating {
        case .again: entry.steps = entry.isLearning ? 2 : 1
        case .hard: break
        case .good: entry.steps = max(entry.steps - 1, 0)
        case .easy: entry.steps = 0
        }
        guard entry.steps > 0 else {
            entry.isLearning = false
            return
        }
        let wait = !entry.isLearning || entry.steps == 1 ? 600.0 : rating == .hard ? 330 : 60
        let time = elapsed + wait
        let place = steps.firstIndex { $0.time > time } ?? steps.count
        steps.insert((card, time), at: place)
    }

    private mutating func skipSeen() {
        while nextNew < cards.count, cards[nextNew].state != nil { nextNew += 1 }
    }
}
