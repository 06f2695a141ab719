import FSRS

/// The transitions of one model, each made once.
struct TransitionTables: Sendable {
    let model: MemoryModel
    let sameDay: Transitions
    let moves: DifficultyMoves
    private var byDays: [Int: Transitions] = [:]

    init(model: MemoryModel) {
        self.model = model
        sameDay = Transitions(days: 0, model: model)
        moves = DifficultyMoves(model: model)
    }

    /// The transitions of a review some study days after the one before.
    mutating func transitions(after days: Int) -> Transitions {
        if let known = byDays[days] { return known }
        let made = Transitions(days: days, model: model)
        byDays[days] = made
        return made
    }
}
