import FSRS
import Foundation

/// Names and figures of the memory model.
extension Phrases {
    static func name(_ version: Version) -> String {
        "FSRS-\(version.rawValue)"
    }

    /// A number with so many decimals, a point between: `0.3412`.
    static func decimals(_ value: Double, _ places: Int) -> String {
        String(format: "%.\(places)f", value)
    }
}
