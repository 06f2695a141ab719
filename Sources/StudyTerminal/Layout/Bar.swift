/// A share as a row of blocks.
package struct Bar: Hashable, Sendable {
    /// From 0 to 1; what lies outside, and what is not a number, is taken as the nearest of them (0).
    package let value: Double
    /// Columns.
    package let width: Int

    package init(_ value: Double, width: Int) {
        self.value = value > 0 ? min(value, 1) : 0
        self.width = max(0, width)
    }

    /// Full only at 1 and empty only at 0, however narrow, where two columns allow it.
    package func text(style: Style, role: Role? = nil) -> StyledText {
        var filled = Int((value * Double(width)).rounded())
        if width >= 2, value > 0, value < 1 { filled = min(max(filled, 1), width - 1) }
        let signs = style.drawsUnicode ? ("█", "░") : ("#", "-")
        return StyledText(verbatim: String(repeating: signs.0, count: filled), role)
            + StyledText(verbatim: String(repeating: signs.1, count: width - filled), .faint)
    }
}
