/// A grid of shades, such as the days of a year by week.
package struct HeatMap: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        /// Stands above the column where there is room; may be empty.
        package let label: String
        /// From the top; nil where there is nothing to tell, as in the future.
        package let cells: [Double?]

        package init(label: String = "", cells: [Double?]) {
            self.label = label
            self.cells = cells
        }
    }

    /// Names of the rows, from the top.
    package let rows: [String]
    package let columns: [Column]
    /// Where the second, third and fourth shade begin; the first begins above 0.
    package let thresholds: [Double]
    /// A word for each shade, from none to full.
    package let legend: [String]

    package init(rows: [String], columns: [Column], thresholds: [Double], legend: [String]) {
        self.rows = rows
        self.columns = columns
        self.thresholds = thresholds
        self.legend = legend
    }

    /// The picture with its legend; the oldest columns are left out where the width is too small.
    package func lines(width: Int, style: Style) -> [StyledText] {
        let names = (rows.map { DisplayWidth.columns(of: $0) }.max() ?? 0) + 1
        let pitch = columns.count * 2 <= width - names ? 2 : 1
        let shown = columns.suffix(max(0, (width - names) / pitch))
        guard !shown.isEmpty else { return [] }
        let labels = AxisLabels(
            labels: shown.enumerated().map { (names + $0.offset * pitch, $0.element.label) })
        var lines = [labels.line(width: width)]
        for (row, name) in rows.enumerated() {
            var line = StyledText(name, .faint).padded(to: names)
            for column in shown {
                let value = row < column.cells.count ? column.cells[row] : nil
                let shade = value.map { Shade($0, thresholds: thresholds) }
                let sign = shade?.sign(style) ?? " "
                line += StyledText(
                    verbatim: String(sign) + (pitch == 2 ? " " : ""), shade?.role)
            }
            lines.append(line.withoutTrailingSpaces)
        }
        let key = zip(Shade.allCases, legend).map { shade, word in
            StyledText(verbatim: String(shade.sign(style)), shade.role) + StyledText(" \(word)")
        }
        lines += key.joined(separator: "   ").wrapped(
            to: width, first: StyledText(verbatim: String(repeating: " ", count: names)))
        return lines
    }
}
