/// Reviews alike in interval, in the number of reviews before and in lapses, each on a scale of powers.
///
/// The scales are those of the open spaced repetition benchmark.
struct ReviewBin: Hashable, Comparable {
    private let interval, number, lapses: Int

    init(_ prediction: Predictions.Prediction) {
        interval = Self.step(of: prediction.days, base: 3.62, scale: 248)
        number = Self.step(of: Double(prediction.number + 1), base: 1.89, scale: 1.99)
        lapses =
            prediction.lapses == 0
            ? 0 : Self.step(of: Double(prediction.lapses), base: 1.73, scale: 1.65)
    }

    private static func step(of value: Double, base: Double, scale: Double) -> Int {
        guard value > 0 else { return 0 }
        let exponent = (logarithm(value) / logarithm(base)).rounded(.down)
        return Int((scale * power(base, exponent)).rounded())
    }

    static func < (left: ReviewBin, right: ReviewBin) -> Bool {
        (left.interval, left.number, left.lapses) < (right.interval, right.number, right.lapses)
    }
}
