/// The characters of a plot.
struct Canvas {
    private struct Mark {
        var sign: Character
        var role: Role?
    }

    let columns: Int
    let rows: Int
    private let xRange: ClosedRange<Double>
    private let yRange: ClosedRange<Double>
    private var marks: [Mark?]

    init(columns: Int, rows: Int, x xRange: ClosedRange<Double>, y yRange: ClosedRange<Double>) {
        self.columns = columns
        self.rows = rows
        self.xRange = xRange
        self.yRange = yRange
        marks = Array(repeating: nil, count: columns * rows)
    }

    /// The column of a place, from the left; nil outside the range.
    func column(of x: Double) -> Int? { Self.cell(x, in: xRange, of: columns) }

    /// The row of a height, from the bottom; nil outside the range.
    func row(of y: Double) -> Int? { Self.cell(y, in: yRange, of: rows) }

    private static func cell(_ value: Double, in range: ClosedRange<Double>, of count: Int) -> Int?
    {
        guard range.contains(value) else { return nil }
        let length = range.upperBound - range.lowerBound
        guard length > 0 else { return 0 }
        return min(Int((value - range.lowerBound) / length * Double(count)), count - 1)
    }

    /// One row, from the left.
    func line(_ row: Int) -> StyledText {
        var line = StyledText()
        for column in 0..<columns {
            let mark = marks[row * columns + column]
            line += StyledText(verbatim: String(mark?.sign ?? " "), mark?.role)
        }
        return line
    }

    mutating func draw(_ layer: Plot.Layer, style: Style) {
        let unicode = style.drawsUnicode
        switch layer {
        case .band(let spans):
            draw(spans, unicode ? "░" : ":", .faint, joined: Self.narrowGap)
        case .intervals(let spans): draw(spans, unicode ? "│" : "|", nil)
        case .points(let points):
            for point in points { set(point.x, point.y, unicode ? "●" : "o", .strong) }
        case .curve(let points): trace(points, unicode ? "•" : "*", .strong, every: 1)
        case .reference(let points): trace(points, unicode ? "·" : ".", .faint, every: 2)
        }
    }

    /// Columns between two stretches of a band that are filled like the first of them.
    private static let narrowGap = 3

    private mutating func draw(
        _ spans: [Plot.Span], _ sign: Character, _ role: Role?, joined gap: Int = 0
    ) {
        for (index, span) in spans.enumerated() {
            let low = max(span.low, yRange.lowerBound)
            let high = min(span.high, yRange.upperBound)
            guard low <= high, let column = column(of: span.x), let bottom = row(of: low),
                let top = row(of: high)
            else { continue }
            var end = column
            if index + 1 < spans.count, let next = self.column(of: spans[index + 1].x),
                (1...gap + 1).contains(next - column)
            {
                end = next - 1
            }
            for row in bottom...top {
                for column in column...end {
                    marks[row * columns + column] = Mark(sign: sign, role: role)
                }
            }
        }
    }

    /// Draws a line through points, one sign to a column, with more where it is steep.
    private mutating func trace(
        _ points: [Plot.Point], _ sign: Character, _ role: Role?, every step: Int
    ) {
        guard let first = points.first else { return }
        let length = xRange.upperBound - xRange.lowerBound
        var previous: Int?
        var index = 0
        for column in stride(from: 0, to: columns, by: step) {
            let x = xRange.lowerBound + (Double(column) + 0.5) / Double(columns) * length
            guard x >= first.x || column == self.column(of: first.x) else { continue }
            while index + 1 < points.count, points[index + 1].x < x { index += 1 }
            let left = points[index]
            var y = left.y
            if index + 1 < points.count, points[index + 1].x > left.x {
                let right = points[index + 1]
                let share = min(max((x - left.x) / (right.x - left.x), 0), 1)
                y += share * (right.y - left.y)
            } else if x > left.x, self.column(of: left.x) != column {
                break
            }
            guard let row = row(of: y) else {
                previous = nil
                continue
            }
            marks[row * columns + column] = Mark(sign: sign, role: role)
            if step == 1, let previous, abs(previous - row) > 1 {
                for between in min(previous, row) + 1..<max(previous, row) {
                    marks[between * columns + column] = Mark(sign: sign, role: role)
                }
            }
            previous = row
        }
    }

    private mutating func set(_ x: Double, _ y: Double, _ sign: Character, _ role: Role?) {
        guard let column = column(of: x), let row = row(of: y) else { return }
        marks[row * columns + column] = Mark(sign: sign, role: role)
    }
}
