/// Rows of cells in columns that line up.
package struct Table: Sendable {
    package enum Alignment: Sendable {
        case leading, trailing
    }

    package struct Column: Sendable {
        package var heading: StyledText
        package var alignment: Alignment
        /// Columns it keeps when the window is narrow, unless its content is smaller.
        package var minimum: Int

        package init(
            _ heading: StyledText = StyledText(), alignment: Alignment = .leading, minimum: Int = 4
        ) {
            self.heading = heading
            self.alignment = alignment
            self.minimum = minimum
        }
    }

    package var columns: [Column]
    /// A missing cell is empty; cells beyond the columns are not shown.
    package var rows: [[StyledText]]

    package init(columns: [Column], rows: [[StyledText]]) {
        self.columns = columns
        self.rows = rows
    }

    /// The lines, with the headings first if there are any.
    ///
    /// In a narrow window the widest columns shrink first and their cells are cut.
    package func lines(width: Int, style: Style) -> [StyledText] {
        var shown = rows
        if columns.contains(where: { !$0.heading.isEmpty }) {
            shown.insert(columns.map { $0.heading.with(.strong) }, at: 0)
        }
        let widths = columnWidths(of: shown, width: width)
        return shown.map { row in
            var line = StyledText()
            for (index, column) in columns.enumerated() {
                if index > 0 { line += gap }
                let cell = index < row.count ? row[index] : StyledText()
                line += cell.truncated(to: widths[index], style: style)
                    .padded(to: widths[index], column.alignment)
            }
            return line.withoutTrailingSpaces
        }
    }

    private var gap: StyledText { StyledText(verbatim: "  ") }

    private func columnWidths(of rows: [[StyledText]], width: Int) -> [Int] {
        var widths = columns.indices.map { index in
            rows.map { index < $0.count ? $0[index].width : 0 }.max() ?? 0
        }
        let minima = zip(widths, columns).map { min($0, $1.minimum) }
        let room = width - gap.width * (columns.count - 1)
        while widths.reduce(0, +) > room {
            let shrinkable = widths.indices.filter { widths[$0] > minima[$0] }
            guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
            widths[widest] -= 1
        }
        return widths
    }
}

extension StyledText {
    /// The text with spaces up to a width; wider text stays as it is.
    package func padded(to width: Int, _ alignment: Table.Alignment = .leading) -> StyledText {
        let missing = width - self.width
        guard missing > 0 else { return self }
        let spaces = StyledText(verbatim: String(repeating: " ", count: missing))
        switch alignment {
        case .leading: return self + spaces
        case .trailing: return spaces + self
        }
    }
}
