/// Parts of a whole in one row, from the fullest shade to none.
package struct StackedBar: Hashable, Sendable {
    /// How much of the whole is of which shade, in the order drawn; less than 0 is taken as 0.
    package let parts: [Part]
    /// Columns.
    package let width: Int

    package struct Part: Hashable, Sendable {
        package let value: Double
        package let shade: Shade

        package init(_ value: Double, _ shade: Shade) {
            self.value = value > 0 ? min(value, 1e15) : 0
            self.shade = shade
        }
    }

    package init(_ parts: [Part], width: Int) {
        self.parts = parts
        self.width = max(0, width)
    }

    /// All columns are given out, each part getting its share to within one (largest remainders).
    package func text(style: Style) -> StyledText {
        let whole = parts.reduce(0) { $0 + $1.value }
        guard whole > 0 else {
            return StyledText(
                verbatim: String(repeating: Shade.none.sign(style), count: width), .faint)
        }
        let exact = parts.map { $0.value / whole * Double(width) }
        var columns = exact.map { Int($0) }
        let order = exact.indices.sorted {
            let (left, right) = (exact[$0] - Double(columns[$0]), exact[$1] - Double(columns[$1]))
            return (right, $0) < (left, $1)
        }
        for index in order.prefix(max(0, width - columns.reduce(0, +))) { columns[index] += 1 }
        var text = StyledText()
        for (part, count) in zip(parts, columns) {
            text += StyledText(
                verbatim: String(repeating: part.shade.sign(style), count: count), part.shade.role)
        }
        return text
    }
}
