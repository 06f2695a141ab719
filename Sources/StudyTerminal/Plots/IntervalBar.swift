/// A share with the interval it lies in, on a scale from 0 to 1.
package struct IntervalBar: Hashable, Sendable {
    package let low: Double
    package let value: Double
    package let high: Double
    /// Columns.
    package let width: Int

    /// Values outside 0 to 1, and those that are not numbers, are moved to the nearest end (0).
    package init(_ value: Double, low: Double, high: Double, width: Int) {
        func clamped(_ value: Double) -> Double { value > 0 ? min(value, 1) : 0 }
        self.value = clamped(value)
        self.low = min(clamped(low), self.value)
        self.high = max(clamped(high), self.value)
        self.width = max(0, width)
    }

    package func text(style: Style, role: Role? = nil) -> StyledText {
        guard width > 0 else { return StyledText() }
        let signs = Array(style.drawsUnicode ? "·├─●┤" : ".[-o]")
        func column(_ share: Double) -> Int { Int((share * Double(width - 1)).rounded()) }
        let (low, value, high) = (column(low), column(value), column(high))
        var text = StyledText()
        for place in 0..<width {
            let sign: Character =
                place == value
                ? signs[3]
                : place < low || place > high
                    ? signs[0] : place == low ? signs[1] : place == high ? signs[4] : signs[2]
            text += StyledText(
                verbatim: String(sign), place < low || place > high ? .faint : role)
        }
        return text
    }
}
