/// What a model would have predicted at each review of a log, from the reviews before alone.
///
/// A card's first review is not predicted. For FSRS-6, which knows nothing of parts of days, neither are reviews on
/// the same day as the one before, unless they are asked for.
public struct Predictions: Sendable {
    /// One review that was predicted.
    public struct Prediction: Hashable, Sendable {
        /// The review's place in the log.
        public let place: Int
        /// The probability of recall that the model gave.
        public let probability: Double
        /// Whether the card was recalled: any rating but *again*.
        public let isRecalled: Bool
        /// Days since the card's review before.
        public let days: Double
        /// Which of the card's predicted reviews it is, from 1.
        public let number: Int
        /// Earlier predicted reviews of the card that were *again*.
        public let lapses: Int

        private static let most = 1_000_000_000

        /// Takes a prediction made elsewhere.
        ///
        /// Figures out of their range are moved into it: a probability between 0 and 1, days up to
        /// `ReviewLog.longestGap`, a number from 1 and lapses from 0, both up to a billion.
        public init(
            place: Int, probability: Double, isRecalled: Bool, days: Double, number: Int,
            lapses: Int
        ) {
            self.place = place
            self.probability = probability.clamped(to: Predictions.range)
            self.isRecalled = isRecalled
            self.days = days.clamped(to: 0...ReviewLog.longestGap)
            self.number = min(max(number, 1), Self.most)
            self.lapses = min(max(lapses, 0), Self.most)
        }
    }

    /// The predictions in the order of time.
    public let all: [Prediction]

    /// Probabilities nearer to 0 or 1 count as so far away, or one surprise would count without limit.
    static let range: ClosedRange<Double> = 1e-7...(1 - 1e-7)

    /// Predicts the reviews of a log.
    ///
    /// - Parameters:
    ///   - log: The reviews.
    ///   - model: The model that predicts.
    ///   - countsSameDay: Whether reviews less than a day after the one before are predicted.
    public init(
        of log: ReviewLog, by model: MemoryModel, countingSameDay countsSameDay: Bool = false
    ) {
        struct Card {
            var state: MemoryState?
            var number = 0
            var lapses = 0
        }
        var cards = Array(repeating: Card(), count: log.cardCount)
        var all: [Prediction] = []
        all.reserveCapacity(log.count)
        for place in 0..<log.count {
            let (number, days) = (Int(log.cards[place]), log.days[place])
            let rating = log.rating(at: place)
            var card = cards[number]
            if let state = card.state, days >= 1 || countsSameDay {
                card.number += 1
                let probability = model.retrievability(of: state, after: days)
                all.append(
                    Prediction(
                        place: place, probability: probability,
                        isRecalled: rating > .again, days: days, number: card.number,
                        lapses: card.lapses))
                if rating == .again { card.lapses += 1 }
            }
            card.state = model.state(after: card.state, rating: rating, days: days)
            cards[number] = card
        }
        self.all = all
    }

    /// Takes predictions made before, such as the last ones of a log.
    public init(_ predictions: [Prediction]) {
        all = predictions
    }
}
