/// A log laid out for replay: cards of like length side by side, eight in a block.
struct ReplayRows: Sendable {
    /// A review of each of eight cards: the bits of the days since the review before, the lowest three of them
    /// replaced by the rating, or 0 for a card that has no more reviews.
    ///
    /// Days lose less than a thousand millionth of a second by that, whole ones nothing. A row of half the size is
    /// worth more: laying out a long log takes as long as the memory it touches.
    struct Row: Sendable {
        fileprivate var bits = SIMD8<UInt64>.zero

        /// 1 to 4, or 0 for a card that has no more reviews.
        @inline(__always)
        var rating: WideLanes {
            WideLanes(bits: (bits & 7) | WideLanes.rounder.bitPattern) - WideLanes.rounder
        }

        /// Days since the review before.
        @inline(__always)
        var days: WideLanes { WideLanes(bits: bits & ~7) }
    }

    /// The cards with reviews, in the order of blocks and lanes.
    let cards: [Int]
    private var rows: [Row]
    /// Where each block begins in `rows`; one more at the end.
    private var starts: [Int] = [0]

    /// The reviews of eight cards.
    func ofBlock(_ block: Int) -> ArraySlice<Row> { rows[starts[block]..<starts[block + 1]] }

    init(_ log: ReviewLog) {
        let lanes = WideLanes.scalarCount
        var lengths = Array(repeating: 0, count: log.cardCount)
        for card in log.cards { lengths[Int(card)] += 1 }
        cards = CardIndex.order(lengths, longest: lengths.max() ?? 0)
        // Where the next review of each card goes: a row, and a lane in it.
        var slots = lengths
        for first in stride(from: 0, to: cards.count, by: lanes) {
            let start = starts[starts.count - 1]
            for (lane, card) in cards[first..<min(first + lanes, cards.count)].enumerated() {
                slots[card] = start * lanes + lane
            }
            starts.append(start + lengths[cards[first]])
        }
        rows = Array(repeating: Row(), count: starts[starts.count - 1])
        for place in 0..<log.count {
            let card = Int(log.cards[place])
            let (row, lane) = slots[card].quotientAndRemainder(dividingBy: lanes)
            slots[card] += lanes
            rows[row].bits[lane] = log.days[place].bitPattern & ~7 | UInt64(log.ratings[place])
        }
    }
}
