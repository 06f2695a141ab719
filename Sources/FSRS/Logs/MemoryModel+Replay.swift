extension MemoryModel {
    /// The memory of each card after all reviews of a log, the same as review after review gives.
    ///
    /// - Parameter log: The reviews.
    /// - Returns: A state for each card number, nil for cards without reviews.
    public func states(after log: ReviewLog) -> [MemoryState?] {
        let index = CardIndex(log)
        return switch formulas {
        case .six(let six):
            (0..<log.cardCount).map { six.state(after: index.reviews(of: $0), of: log) }
        case .seven(let seven):
            (0..<log.cardCount).map { card in
                index.reviews(of: card).reduce(nil) { state, place in
                    seven.state(
                        after: state, rating: log.rating(at: Int(place)),
                        days: log.days[Int(place)])
                }
            }
        }
    }
}

extension FSRS6 {
    /// The memory of a card after its reviews; the first one is apart, so that the others need not ask.
    fileprivate func state(after places: ArraySlice<UInt32>, of log: ReviewLog) -> MemoryState? {
        guard let start = places.first else { return nil }
        var state = first(log.rating(at: Int(start)))
        for place in places.dropFirst() {
            state = next(
                after: state, rating: log.rating(at: Int(place)), days: log.days[Int(place)])
        }
        return state
    }
}
