extension MemoryModel {
    /// The memory of each card after all reviews of a log.
    ///
    /// - Parameter log: The reviews.
    /// - Returns: A state for each card number, nil for cards without reviews.
    public func states(after log: ReviewLog) -> [MemoryState?] {
        var states = Array(repeating: MemoryState?.none, count: log.cardCount)
        for place in 0..<log.count {
            let card = Int(log.cards[place])
            states[card] = state(
                after: states[card], rating: log.rating(at: place), days: log.days[place])
        }
        return states
    }
}
