/// Whether recall is predicted as it turns out: of reviews predicted at 80–90 %, how many were right.
package struct Calibration: Hashable, Sendable {
    /// Reviews whose predicted recall lay in one tenth.
    package struct Bin: Hashable, Sendable {
        /// 0 is 0–10 %, 9 is 90–100 %.
        package let tenth: Int
        package let total: RecallTotal
    }

    /// What can be said of the predictions.
    package enum Verdict: Hashable, Sendable {
        /// Fewer than 50 reviews: nothing.
        case tooFew
        /// No difference that chance would not explain, or none that matters.
        case honest
        /// Less is recalled than predicted, by so much of the whole.
        case hopeful(Double)
        /// More is recalled than predicted, by so much of the whole.
        case modest(Double)
    }

    /// The bins that hold reviews, in rising order.
    package let bins: [Bin]
    package let total: RecallTotal

    package init(_ totals: some Sequence<(tenth: Int, total: RecallTotal)>) {
        var sums: [Int: RecallTotal] = [:]
        var all = RecallTotal()
        for (tenth, total) in totals where total.answers > 0 {
            sums[tenth, default: RecallTotal()].add(total)
            all.add(total)
        }
        bins = sums.sorted { $0.key < $1.key }.map { Bin(tenth: $0.key, total: $0.value) }
        total = all
    }

    /// True less predicted recall, over its standard error if the predictions held; nil of no reviews.
    ///
    /// The variance of a bin is taken at its mean prediction, which is a little too much.
    package var deviation: Double? {
        guard total.answers > 0 else { return nil }
        let variance = bins.reduce(0) { sum, bin in
            let predicted = bin.total.predicted ?? 0
            return sum + Double(bin.total.answers) * predicted * (1 - predicted)
        }
        let difference = Double(total.right) - Double(total.millionths) / 1_000_000
        return variance > 0 ? difference / variance.squareRoot() : 0
    }

    /// The mean distance of true from predicted recall over the bins, each weighted by its reviews.
    package var error: Double? {
        guard total.answers > 0 else { return nil }
        let sum = bins.reduce(0) { sum, bin in
            sum
                + abs(Double(bin.total.right) - Double(bin.total.millionths) / 1_000_000)
        }
        return sum / Double(total.answers)
    }

    /// Chance alone gives another verdict than `honest` to one honest forecast in a hundred.
    package var verdict: Verdict {
        guard total.answers >= Self.fewest, let deviation, let share = total.proportion.share,
            let predicted = total.predicted
        else { return .tooFew }
        guard abs(deviation) > Self.surprising, abs(share - predicted) >= Self.tellable else {
            return .honest
        }
        return share < predicted ? .hopeful(predicted - share) : .modest(share - predicted)
    }

    private static let fewest = 50
    /// Standard errors that chance surpasses once in a hundred times.
    private static let surprising = 2.576
    /// Of many reviews even a difference that makes none to any due date is no chance.
    private static let tellable = 0.015
}
