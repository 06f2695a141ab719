extension MemoryModel {
    /// The memory of each card after all reviews of a log.
    ///
    /// The states are those that review after review gives. FSRS-6 goes through eight cards at once, which takes a
    /// third of the time and may differ in the last digits, by less than 10⁻¹² of a number.
    ///
    /// - Parameters:
    ///   - log: The reviews.
    ///   - concurrently: Runs parts of the work at the same time; nil for one thread.
    /// - Returns: A state for each card number, nil for cards without reviews.
    public func states(
        after log: ReviewLog, concurrently: ConcurrentMap? = nil
    ) -> [MemoryState?] {
        let replay: any Replay =
            switch formulas {
            case .six: Replay6(log, parameters.values)
            case .seven(let seven): Replay7(log, seven)
            }
        let (count, size) = (replay.cards.count, Self.cardsPerPart)
        let part: @Sendable (Int) -> [Double] = { part in
            replay.numbers(of: part * size..<min((part + 1) * size, count))
        }
        let parts = (count + size - 1) / size
        let numbers =
            if let concurrently, parts > 1 {
                concurrently(parts, part)
            } else {
                (0..<parts).map(part)
            }
        var states = [MemoryState?](repeating: nil, count: log.cardCount)
        var cards = replay.cards.makeIterator()
        for part in numbers {
            for start in stride(from: 0, to: part.count, by: MemoryState.numberCount) {
                guard let card = cards.next() else { return states }
                states[card] = MemoryState(numbers: part[start..<start + MemoryState.numberCount])
            }
        }
        return states
    }

    /// A multiple of the cards in a block.
    private static let cardsPerPart = 2048
}

/// A log made ready for replay.
protocol Replay: Sendable {
    /// The cards with reviews, in the order in which they are replayed.
    var cards: [Int] { get }

    /// The numbers of the states after all reviews, for a range of `cards` that begins where a block begins.
    func numbers(of range: Range<Int>) -> [Double]
}

/// Replays by FSRS-7, one card after another.
private struct Replay7: Replay {
    private let log: ReviewLog
    private let index: CardIndex
    private let formulas: FSRS7
    let cards: [Int]

    init(_ log: ReviewLog, _ formulas: FSRS7) {
        (self.log, self.formulas) = (log, formulas)
        let index = CardIndex(log)
        self.index = index
        cards = (0..<index.cardCount).filter { index.count(of: $0) > 0 }
    }

    func numbers(of range: Range<Int>) -> [Double] {
        var numbers: [Double] = []
        numbers.reserveCapacity(range.count * MemoryState.numberCount)
        for card in cards[range] {
            var state: MemoryState?
            for place in index.reviews(of: card) {
                state = formulas.state(
                    after: state, rating: log.rating(at: Int(place)), days: log.days[Int(place)])
            }
            numbers += [state?.stability, state?.difficulty, state?.fastStability].map { $0 ?? 0 }
        }
        return numbers
    }
}

extension MemoryState {
    /// Numbers that stand for a state while it is handed over.
    fileprivate static let numberCount = 3

    /// Takes stability, difficulty and the stability of the fast trace, which is 0 where there is none.
    fileprivate init(numbers: ArraySlice<Double>) {
        let start = numbers.startIndex
        self.init(
            stability: numbers[start], difficulty: numbers[start + 1],
            fastStability: numbers[start + 2] > 0 ? numbers[start + 2] : nil)
    }
}
