/// A learner's reviews in the order of time, as fitting and evaluation want them.
///
/// Columns, not rows, so that a million reviews take 13 MB and are read without following pointers.
public struct ReviewLog: Sendable {
    /// One row of the log.
    public struct Review: Hashable, Sendable {
        /// The card's number.
        public let card: Int
        /// How well it was remembered.
        public let rating: Rating
        /// Days since the card's review before; 0 for its first one.
        public let days: Double
    }

    private(set) var cards: [UInt32] = []
    private(set) var ratings: [UInt8] = []
    private(set) var days: [Double] = []
    /// One more than the highest card number.
    private(set) var cardCount = 0

    /// The longest time between two reviews that a log holds, in days; longer ones are cut.
    public static let longestGap = 36500.0

    /// Creates a log without reviews.
    public init() {}

    /// The number of reviews.
    public var count: Int { cards.count }

    /// Whether there are no reviews.
    public var isEmpty: Bool { cards.isEmpty }

    /// Makes room for so many reviews in all.
    public mutating func reserveCapacity(_ count: Int) {
        cards.reserveCapacity(count)
        ratings.reserveCapacity(count)
        days.reserveCapacity(count)
    }

    /// Adds the review that came next in time.
    ///
    /// - Parameters:
    ///   - card: The card's number, from 0 to 16,777,215, dense: memory is taken for all numbers below it too.
    ///     Reviews of other numbers are not kept.
    ///   - rating: How well the card was remembered.
    ///   - days: Days since the card's review before: whole study days for FSRS-6, with their fraction for FSRS-7.
    ///     0 for the first one, negative and NaN count as 0.
    public mutating func append(card: Int, rating: Rating, days: Double) {
        guard (0...0xFF_FFFF).contains(card) else { return }
        cards.append(UInt32(card))
        ratings.append(UInt8(rating.rawValue))
        self.days.append(days.clamped(to: 0...Self.longestGap))
        cardCount = max(cardCount, card + 1)
    }

    /// The review at `index`, counted from 0.
    public subscript(index: Int) -> Review {
        Review(card: Int(cards[index]), rating: rating(at: index), days: days[index])
    }

    func rating(at index: Int) -> Rating { Rating(rawValue: Int(ratings[index])) ?? .good }

    /// The first `count` reviews, or all when there are fewer.
    public func prefix(_ count: Int) -> ReviewLog {
        var part = ReviewLog()
        part.cards = Array(cards.prefix(count))
        part.ratings = Array(ratings.prefix(count))
        part.days = Array(days.prefix(count))
        part.cardCount = cardCount
        return part
    }
}
