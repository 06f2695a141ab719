internal import StudyCore

/// Rows with the signs that the learner names, as Quizlet and Knowt export them: no quotation marks.
struct CustomRows {
    private(set) var material: RowMaterial

    /// Nil when no signs are named, or none of the rows has them.
    init?(_ text: PlainLines, _ options: TextOptions) {
        guard options.separator != nil || options.rowSeparator != nil else { return nil }
        let separator = SeparatorName.text(of: options.separator ?? "tab")
        let rowSeparator = SeparatorName.text(of: options.rowSeparator ?? "newline")
        guard !separator.isEmpty, !rowSeparator.isEmpty, separator != rowSeparator else {
            return nil
        }
        material = RowMaterial(text, options, shape: "rows of terms and definitions")
        let whole = text.lines.map(\.visible).joined(separator: "\n")
        var line = 1
        for row in whole.pieces(between: rowSeparator) {
            let lines = row.count { $0 == "\n" }
            let blanks = row.prefix { $0.isWhitespace }.count { $0 == "\n" }
            let parts = row.pieces(between: separator)
            if parts.count >= 2 {
                let back = parts.dropFirst().joined(separator: separator)
                material.add(
                    String(parts[0].trimmedSlice), String(back.trimmedSlice),
                    lines: (line + blanks)...(line + lines))
            }
            line += lines + rowSeparator.count { $0 == "\n" }
        }
        if material.isEmpty { return nil }
    }
}

extension StringProtocol {
    /// The parts between all places of a text.
    fileprivate func pieces(between separator: String) -> [SubSequence] {
        var parts: [SubSequence] = []
        var start = startIndex
        for range in ranges(of: separator) {
            parts.append(self[start..<range.lowerBound])
            start = range.upperBound
        }
        parts.append(self[start...])
        return parts
    }
}
