extension MemoryModel {
    /// The memory of each card after all reviews of a log, the same as review after review gives.
    ///
    /// - Parameters:
    ///   - log: The reviews.
    ///   - concurrently: Runs parts of the work at the same time; nil for one thread.
    /// - Returns: A state for each card number, nil for cards without reviews.
    public func states(
        after log: ReviewLog, concurrently: ConcurrentMap? = nil
    ) -> [MemoryState?] {
        let index = CardIndex(log)
        let parts = (log.cardCount + Self.cardsPerPart - 1) / Self.cardsPerPart
        guard let concurrently, parts > 1 else {
            return states(of: 0..<log.cardCount, after: log, by: index)
        }
        let flat = concurrently(parts) { part in
            let start = part * Self.cardsPerPart
            let cards = start..<min(start + Self.cardsPerPart, log.cardCount)
            var numbers: [Double] = []
            numbers.reserveCapacity(cards.count * MemoryState.numberCount)
            for state in self.states(of: cards, after: log, by: index) {
                numbers.append(state?.stability ?? 0)
                numbers.append(state?.difficulty ?? 0)
                numbers.append(state?.fastStability ?? 0)
            }
            return numbers
        }
        var states: [MemoryState?] = []
        states.reserveCapacity(log.cardCount)
        for part in flat {
            for start in stride(from: 0, to: part.count, by: MemoryState.numberCount) {
                states.append(MemoryState(numbers: part[start..<start + MemoryState.numberCount]))
            }
        }
        return states
    }

    private static let cardsPerPart = 2048

    private func states(
        of cards: Range<Int>, after log: ReviewLog, by index: CardIndex
    ) -> [MemoryState?] {
        switch formulas {
        case .six(let six):
            cards.map { six.state(after: index.reviews(of: $0), of: log) }
        case .seven(let seven):
            cards.map { card in
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

extension MemoryState {
    fileprivate static let numberCount = 3

    /// The state as concurrent work hands it over, where 0 stands for what there is none of.
    fileprivate init?(numbers: ArraySlice<Double>) {
        let start = numbers.startIndex
        guard numbers[start] > 0 else { return nil }
        self.init(
            stability: numbers[start], difficulty: numbers[start + 1],
            fastStability: numbers[start + 2] > 0 ? numbers[start + 2] : nil)
    }
}
