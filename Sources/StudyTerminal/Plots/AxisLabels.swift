/// A line of labels below a picture.
struct AxisLabels {
    /// A label and the column it begins under, from 0.
    var labels: [(column: Int, text: String)]

    /// The labels that fit, in order: one that would touch its left neighbour is left out, and one that
    /// would stand out at the right is moved left if there is room.
    func line(width: Int) -> StyledText {
        var line = ""
        var end = 0
        for (column, text) in labels.sorted(by: { $0.column < $1.column }) where !text.isEmpty {
            let length = DisplayWidth.columns(of: text)
            let start = min(column, width - length)
            guard start >= (end == 0 ? 0 : end + 1) else { continue }
            line += String(repeating: " ", count: start - end) + text
            end = start + length
        }
        return StyledText(line, .faint)
    }
}
