import FSRS

/// The memory states at which values are kept: stabilities evenly apart in their logarithm, difficulties evenly.
///
/// Cells are numbered by row (difficulty 1 to 10), then by column (stability, rising).
enum StateGrid {
    static let columns = 48
    static let rows = 7
    static let cells = columns * rows

    /// Stabilities in days, by column.
    ///
    /// Below the first little is known the next day; at the last nothing is forgotten in a year.
    static let stabilities = (0..<columns).map { exponential(lowest + step * Double($0)) }

    private static let lowest = logarithm(0.01)
    private static let step = (logarithm(6000) - lowest) / Double(columns - 1)

    /// The difficulty of a row.
    static func difficulty(_ row: Int) -> Double { 1 + 9 * Double(row) / Double(rows - 1) }

    /// The column at or below a stability, never the last one, and the share of the way to the next.
    static func column(of stability: Double) -> (lower: Int, share: Float) {
        let steps = (logarithm(max(stability, 1e-9)) - lowest) / step
        return part(steps, below: columns)
    }

    /// The row at or below a difficulty, never the last one, and the share of the way to the next.
    static func row(of difficulty: Double) -> (lower: Int, share: Float) {
        part((difficulty - 1) / 9 * Double(rows - 1), below: rows)
    }

    private static func part(_ steps: Double, below count: Int) -> (lower: Int, share: Float) {
        guard steps > 0 else { return (0, 0) }
        let lower = steps < Double(count - 1) ? Int(steps) : count - 2
        return (lower, Float(min(steps - Double(lower), 1)))
    }
}
