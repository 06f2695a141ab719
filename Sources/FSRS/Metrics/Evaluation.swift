/// How well predictions met what happened.
public struct Evaluation: Hashable, Sendable {
    /// The number of predictions.
    public let reviews: Int
    /// The mean of −ln of the probability given to what happened; 0 is perfect, 0.69 a coin toss.
    public let logLoss: Double
    /// How far predictions are off on average for like reviews, as a probability.
    ///
    /// The root of the mean square of the difference between mean prediction and share recalled, over groups of like
    /// interval, number of reviews and lapses; known as RMSE (bins).
    public let binnedError: Double
    /// The probability that a recalled review was given the higher probability than a forgotten one.
    ///
    /// 0.5 is chance, and is also given where all or none were recalled.
    public let discrimination: Double
    /// Predictions by tenths of probability, those with any, from low to high.
    public let calibration: [CalibrationRow]

    /// Predictions of like probability.
    public struct CalibrationRow: Hashable, Sendable {
        /// The number of predictions.
        public let reviews: Int
        /// Their mean.
        public let predicted: Double
        /// The share that was recalled.
        public let recalled: Double
    }

    /// Evaluates predictions.
    ///
    /// - Parameters:
    ///   - predictions: The predictions, in the order of time.
    ///   - weight: How much a prediction counts in `logLoss` and `binnedError`, by its place among all, from 0 to a
    ///     million: what is out of that range is moved into it, NaN counts as 0. Evenly when left out.
    public init(of predictions: Predictions, weight: (Int) -> Double = { _ in 1 }) {
        let all = predictions.all
        let weights = all.indices.map { weight($0).clamped(to: 0...1e6) }
        reviews = all.count
        var (loss, sum) = (0.0, 0.0)
        for (index, prediction) in all.enumerated() {
            let right =
                prediction.isRecalled ? prediction.probability : 1 - prediction.probability
            loss -= weights[index] * logarithm(right)
            sum += weights[index]
        }
        logLoss = sum > 0 ? loss / sum : 0
        binnedError = Self.binnedError(of: all, weights: weights)
        discrimination = Self.discrimination(of: all)
        calibration = Self.calibration(of: all)
    }

    /// Evaluates what a model predicts for a log.
    ///
    /// - Parameters:
    ///   - log: The reviews.
    ///   - model: The model that predicts.
    ///   - countsSameDay: Whether reviews less than a day after the one before are predicted.
    public init(
        of log: ReviewLog, by model: MemoryModel, countingSameDay countsSameDay: Bool = false
    ) {
        self.init(of: Predictions(of: log, by: model, countingSameDay: countsSameDay))
    }

    /// Weights say how much a group counts, and not how much a review counts in its group, as in fsrs-rs.
    private static func binnedError(
        of predictions: [Predictions.Prediction], weights: [Double]
    ) -> Double {
        struct Sums {
            var (count, weight, predicted, recalled) = (0.0, 0.0, 0.0, 0.0)
        }
        var bins: [ReviewBin: Sums] = [:]
        for (index, prediction) in predictions.enumerated() {
            var sums = bins[ReviewBin(prediction), default: Sums()]
            sums.count += 1
            sums.weight += weights[index]
            sums.predicted += prediction.probability
            sums.recalled += prediction.isRecalled ? 1 : 0
            bins[ReviewBin(prediction)] = sums
        }
        // In a fixed order, since a dictionary has none and sums of fractions depend on it.
        var (error, total) = (0.0, 0.0)
        for (_, sums) in bins.sorted(by: { $0.key < $1.key }) {
            let difference = (sums.predicted - sums.recalled) / sums.count
            error += sums.weight * difference * difference
            total += sums.weight
        }
        return total > 0 ? (error / total).squareRoot() : 0
    }

    /// The rank-sum statistic of Mann and Whitney; equal probabilities share their ranks.
    private static func discrimination(of predictions: [Predictions.Prediction]) -> Double {
        let sorted = predictions.sorted { $0.probability < $1.probability }
        let recalled = Double(sorted.count { $0.isRecalled })
        let forgotten = Double(sorted.count) - recalled
        guard recalled > 0, forgotten > 0 else { return 0.5 }
        var ranks = 0.0
        var start = 0
        while start < sorted.count {
            var end = start
            var recalledHere = 0.0
            while end < sorted.count, sorted[end].probability == sorted[start].probability {
                if sorted[end].isRecalled { recalledHere += 1 }
                end += 1
            }
            ranks += recalledHere * Double(start + 1 + end) / 2
            start = end
        }
        return (ranks - recalled * (recalled + 1) / 2) / (recalled * forgotten)
    }

    private static func calibration(
        of predictions: [Predictions.Prediction]
    ) -> [CalibrationRow] {
        var rows = Array(repeating: (reviews: 0, predicted: 0.0, recalled: 0.0), count: 10)
        for prediction in predictions {
            let row = min(Int(prediction.probability * 10), 9)
            rows[row].reviews += 1
            rows[row].predicted += prediction.probability
            rows[row].recalled += prediction.isRecalled ? 1 : 0
        }
        return rows.filter { $0.reviews > 0 }.map { row in
            CalibrationRow(
                reviews: row.reviews, predicted: row.predicted / Double(row.reviews),
                recalled: row.recalled / Double(row.reviews))
        }
    }
}
