/// The defaults, the bounds and the older forms of the 21 parameters of FSRS-6.
enum FSRS6Parameters {
    static let count = 21

    static let standard: [Double] = [
        0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
        1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
    ]

    /// Where each parameter may lie.
    ///
    /// w19 may be 0: sets from before it existed, and sets fitted without same-day reviews, have it so.
    static let bounds: [ClosedRange<Double>] = [
        0.001...100, 0.001...100, 0.001...100, 0.001...100,
        1...10, 0.001...4, 0.001...4, 0.001...0.75,
        0...4.5, 0...0.8, 0.001...3.5,
        0.001...5, 0.001...0.25, 0.001...0.9, 0...4,
        0...1, 1...6,
        0...2, 0...2, 0...0.8,
        0.1...0.8,
    ]

    static func clamped(_ values: [Double]) -> [Double] {
        zip(values, bounds).map { value, range in value.clamped(to: range) }
    }

    /// FSRS-4.5 measured difficulty on another scale and had no same-day reviews.
    static func migrated17(_ values: [Double]) -> [Double] {
        var migrated = values + [0, 0, 0, 0.5]
        migrated[4] = values[5] * 2 + values[4]
        migrated[5] = logarithm(values[5] * 3 + 1) / 3
        migrated[6] = values[6] + 0.5
        return migrated
    }

    /// FSRS-5 had the forgetting curve's shape fixed at 0.5 and same-day reviews that never wear off.
    static func migrated19(_ values: [Double]) -> [Double] {
        values + [0, 0.5]
    }
}
