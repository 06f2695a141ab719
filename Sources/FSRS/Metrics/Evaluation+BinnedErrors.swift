extension Evaluation {
    /// The `binnedError` of several models on one log, without what else an evaluation finds.
    ///
    /// The groups do not depend on the model, so reviews are grouped once for all.
    ///
    /// - Parameters:
    ///   - log: The reviews; those less than a day after the one before are not predicted.
    ///   - models: The models that predict.
    /// - Returns: A figure for each model; 0 where nothing is predicted.
    public static func binnedErrors(of log: ReviewLog, by models: [MemoryModel]) -> [Double] {
        var bins = PowerBins()
        var predicted = models.map { _ in Array(repeating: 0.0, count: PowerBins.count) }
        let index = CardIndex(log)
        for card in 0..<index.cardCount {
            let places = index.reviews(of: card)
            let numbers = bins.place(places, of: log)
            for (model, memory) in models.enumerated() {
                var state: MemoryState?
                for (place, bin) in zip(places, numbers) {
                    let days = log.days[Int(place)]
                    if let state, let bin {
                        predicted[model][bin] += memory.retrievability(of: state, after: days)
                            .clamped(to: Predictions.range)
                    }
                    state = memory.state(
                        after: state, rating: log.rating(at: Int(place)), days: days)
                }
            }
        }
        return predicted.map { bins.error(of: $0) }
    }
}

/// The groups of `ReviewBin` in a table, by the exponents of their powers.
private struct PowerBins {
    /// Exponents of intervals, of numbers of reviews and of lapses, each with room for any log.
    private static let (intervals, numbers, lapses) = (16, 32, 32)
    static let count = intervals * numbers * lapses

    private var reviews = Array(repeating: 0.0, count: count)
    private var recalled = Array(repeating: 0.0, count: count)
    private let intervalPowers = powers(of: 3.62, below: intervals)
    private let numberPowers = powers(of: 1.89, below: numbers)
    private let lapsePowers = powers(of: 1.73, below: lapses)

    /// Counts a card's reviews in their groups.
    ///
    /// - Parameters:
    ///   - places: The reviews of the card, by their places in the log.
    ///   - log: The log.
    /// - Returns: The group of each review; nil where it is not predicted.
    mutating func place(_ places: ArraySlice<UInt32>, of log: ReviewLog) -> [Int?] {
        var (number, forgotten) = (0, 0)
        return places.enumerated().map { offset, place in
            let days = log.days[Int(place)]
            guard offset > 0, days >= 1 else { return nil }
            number += 1
            let interval = Self.exponent(of: days, in: intervalPowers)
            let count = Self.exponent(of: Double(number + 1), in: numberPowers)
            let lapse =
                forgotten == 0 ? 0 : 1 + Self.exponent(of: Double(forgotten), in: lapsePowers)
            let isRecalled = log.rating(at: Int(place)) > .again
            if !isRecalled { forgotten += 1 }
            let bin = (interval * Self.numbers + count) * Self.lapses + min(lapse, Self.lapses - 1)
            reviews[bin] += 1
            recalled[bin] += isRecalled ? 1 : 0
            return bin
        }
    }

    /// The root of the mean square difference, by the sum of the predictions in each group.
    func error(of predicted: [Double]) -> Double {
        var (error, total) = (0.0, 0.0)
        for bin in 0..<Self.count where reviews[bin] > 0 {
            let difference = predicted[bin] - recalled[bin]
            error += difference * difference / reviews[bin]
            total += reviews[bin]
        }
        return total > 0 ? (error / total).squareRoot() : 0
    }

    private static func powers(of base: Double, below count: Int) -> [Double] {
        (1..<count).map { power(base, Double($0)) }
    }

    /// How often a value of at least 1 can be divided by the base before it is below 1.
    private static func exponent(of value: Double, in powers: [Double]) -> Int {
        var exponent = 0
        while exponent < powers.count, powers[exponent] <= value { exponent += 1 }
        return exponent
    }
}
