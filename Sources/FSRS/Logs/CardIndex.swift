/// Where the reviews of each card stand in a log.
struct CardIndex {
    /// Where each card's reviews begin in `places`; one more at the end.
    private var starts: [Int]
    /// Places in the log, card by card, each card's in the order of time.
    private var places: [UInt32]

    init(_ log: ReviewLog) {
        starts = Array(repeating: 0, count: log.cardCount + 1)
        for card in log.cards { starts[Int(card) + 1] += 1 }
        for card in 0..<log.cardCount { starts[card + 1] += starts[card] }
        places = Array(repeating: 0, count: log.count)
        var next = starts
        for (place, card) in log.cards.enumerated() {
            places[next[Int(card)]] = UInt32(place)
            next[Int(card)] += 1
        }
    }

    var cardCount: Int { starts.count - 1 }

    func count(of card: Int) -> Int { starts[card + 1] - starts[card] }

    func reviews(of card: Int) -> ArraySlice<UInt32> { places[starts[card]..<starts[card + 1]] }

    /// Whether a review is its card's first.
    func isFirst(_ place: Int, of card: Int) -> Bool { places[starts[card]] == UInt32(place) }

    /// The cards with reviews, from many to few; those beyond `longest` count as so many.
    func cardsByLength(longest: Int) -> [Int] {
        Self.order((0..<cardCount).map { min(count(of: $0), longest) }, longest: longest)
    }

    /// The places of lengths above 0, from long to short; none is above `longest`.
    static func order(_ lengths: [Int], longest: Int) -> [Int] {
        // Where the next card of each length goes; the longest come first.
        var slots = Array(repeating: 0, count: longest + 2)
        for length in lengths where length > 0 { slots[longest - length + 1] += 1 }
        for slot in 1..<slots.count { slots[slot] += slots[slot - 1] }
        var sorted = Array(repeating: 0, count: slots[longest])
        for (card, length) in lengths.enumerated() where length > 0 {
            sorted[slots[longest - length]] = card
            slots[longest - length] += 1
        }
        return sorted
    }
}
