/// Values side by side as upright columns, such as cards due by day.
package struct ColumnChart: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        /// 0 or more; what is less, and what is not a number, is taken as 0.
        package let value: Double
        /// Stands below the column where there is room; may be empty.
        package let label: String

        package init(_ value: Double, label: String = "") {
            self.value = value > 0 ? min(value, 1e15) : 0
            self.label = label
        }
    }

    package let columns: [Column]
    /// Rows of the columns; one more for the axis, one for the labels.
    package let height: Int
    /// The word at the top of the scale: the greatest value.
    package let top: String

    package init(_ columns: [Column], height: Int = 5, top: String) {
        self.columns = columns
        self.height = max(1, height)
        self.top = top
    }

    /// The picture, no wider than the width; columns that do not fit are left out at the right.
    package func lines(width: Int, style: Style) -> [StyledText] {
        let scale = max(DisplayWidth.columns(of: top), 1)
        let room = width - scale - 1
        guard room > 0, !columns.isEmpty else { return [] }
        let pitch = max(1, min(4, room / columns.count))
        let shown = columns.prefix(room / pitch)
        let most = columns.map(\.value).max() ?? 0
        let bar = style.drawsUnicode ? "│" : "|"
        var lines: [StyledText] = []
        for row in (0..<height).reversed() {
            let mark = row == height - 1 ? top : ""
            var cells = ""
            for column in shown {
                let share = most > 0 ? column.value / most : 0
                let sign = Self.sign(
                    share * Double(height) - Double(row), isLowest: row == 0, style: style)
                cells += String(repeating: sign, count: max(1, pitch - 1))
                if pitch > 1 { cells += " " }
            }
            while cells.last == " " { cells.removeLast() }
            lines.append(
                StyledText(mark, .faint).padded(to: scale, .trailing)
                    + StyledText(verbatim: bar, .faint) + StyledText(verbatim: cells))
        }
        let rule = style.drawsUnicode ? ("└", "─") : ("+", "-")
        lines.append(
            StyledText("0", .faint).padded(to: scale, .trailing)
                + StyledText(
                    verbatim: rule.0 + String(repeating: rule.1, count: shown.count * pitch), .faint
                ))
        let labels = AxisLabels(
            labels: shown.enumerated().map { (scale + 1 + $0.offset * pitch, $0.element.label) })
        let below = labels.line(width: width)
        return below.isEmpty ? lines : lines + [below]
    }

    /// The sign for so many rows above a row's floor; more than nothing is always seen.
    private static func sign(_ filled: Double, isLowest: Bool, style: Style) -> Character {
        let eighths = Array(" ▁▂▃▄▅▆▇█")
        if style.drawsUnicode {
            var index = Int((min(max(filled, 0), 1) * 8).rounded())
            if isLowest, filled > 0 { index = max(index, 1) }
            return eighths[index]
        }
        if filled >= 0.5 { return "#" }
        return isLowest && filled > 0 ? "." : " "
    }
}
