import FSRS

/// What a policy believes of the cards: their memories by a model, and what has been asked today.
struct BelievedCards: Sendable {
    struct Entry: Sendable {
        var state: MemoryState?
        var day = 0
        /// Answers today.
        var today = 0
        /// Whether today is the day on which the card was new.
        var isFirstDay = false
    }

    let model: MemoryModel
    private(set) var entries: [Entry]
    /// What the answers say of the learner's forgetting.
    private(set) var evidence = ModelBelief.Evidence()

    init(count: Int, model: MemoryModel) {
        self.model = model
        entries = Array(repeating: Entry(), count: count)
    }

    mutating func begin() {
        for card in entries.indices { (entries[card].today, entries[card].isFirstDay) = (0, false) }
    }

    mutating func note(_ card: Int, _ rating: Rating, day: Int) {
        var entry = entries[card]
        if let state = entry.state, entry.today == 0 {
            evidence.add(state, after: day - entry.day, isRecalled: rating != .again)
        }
        if entry.state == nil { entry.isFirstDay = true }
        entry.state = model.state(
            after: entry.state, rating: rating,
            days: entry.state == nil ? 0 : Double(day - entry.day))
        entry.day = day
        entry.today += 1
        entries[card] = entry
    }
}
