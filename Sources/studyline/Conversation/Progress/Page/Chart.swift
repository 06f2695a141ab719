/// A picture as inline SVG: an area with two axes, drawn in a space as wide as a phone.
struct Chart {
    /// The accessible name.
    let title: String
    let xRange: ClosedRange<Double>
    let yRange: ClosedRange<Double>
    let height: Double
    private var shapes: [String] = []

    private static let width = 360.0
    private static let (left, right, top, bottom) = (48.0, 10.0, 8.0, 22.0)

    init(
        _ title: String, x xRange: ClosedRange<Double>, y yRange: ClosedRange<Double>,
        height: Double = 180
    ) {
        self.title = title
        self.xRange = xRange
        self.yRange = yRange
        self.height = height
    }

    private func x(_ value: Double) -> Double {
        let length = max(xRange.upperBound - xRange.lowerBound, 1e-9)
        return Self.left + (value - xRange.lowerBound) / length
            * (Self.width - Self.left - Self.right)
    }

    private func y(_ value: Double) -> Double {
        let length = max(yRange.upperBound - yRange.lowerBound, 1e-9)
        return Self.top + (1 - (value - yRange.lowerBound) / length)
            * (height - Self.top - Self.bottom)
    }

    /// A number in as few signs as a picture needs.
    static func number(_ value: Double) -> String { Phrases.oneDecimal(value) }

    private func point(_ x: Double, _ y: Double) -> String {
        "\(Self.number(self.x(x))),\(Self.number(self.y(y)))"
    }

    /// A rule across with its label at the left.
    mutating func rule(at value: Double, _ label: String) {
        let place = Self.number(y(value))
        shapes.append(
            """
            <line class="rule" x1="\(Self.number(Self.left))" x2="\(Self.number(Self.width - Self.right))" y1="\(place)" y2="\(place)"/>\
            <text x="\(Self.number(Self.left - 5))" y="\(place)" dy=".35em" text-anchor="end">\(HTML.text(label))</text>
            """)
    }

    /// A label below.
    mutating func label(at value: Double, _ text: String) {
        let anchor = x(value) > Self.width - 38 ? "end" : "start"
        shapes.append(
            "<text x=\"\(Self.number(x(value)))\" y=\"\(Self.number(height - 6))\" text-anchor=\"\(anchor)\">\(HTML.text(text))</text>"
        )
    }

    /// A column from the bottom up, with a word that is shown when it is pointed at.
    mutating func column(from start: Double, to end: Double, value: Double, _ word: String) {
        let (left, right) = (x(start), x(end))
        let top = y(value)
        shapes.append(
            """
            <rect class="fill" x="\(Self.number(left))" y="\(Self.number(top))" \
            width="\(Self.number(right - left))" height="\(Self.number(y(yRange.lowerBound) - top))"><title>\(HTML.text(word))</title></rect>
            """)
    }

    /// A shaded stretch between two curves, from left to right.
    mutating func band(_ spans: [(x: Double, low: Double, high: Double)]) {
        let upper = spans.map { point($0.x, $0.high) }
        let lower = spans.reversed().map { point($0.x, $0.low) }
        shapes.append(
            "<polygon class=\"band\" points=\"\((upper + lower).joined(separator: " "))\"/>")
    }

    /// A line through points.
    mutating func line(_ points: [(x: Double, y: Double)], class name: String = "curve") {
        let path = points.map { point($0.x, $0.y) }.joined(separator: " ")
        shapes.append("<polyline class=\"\(name)\" points=\"\(path)\"/>")
    }

    /// A point with its interval, and a word that is shown when it is pointed at.
    mutating func dot(_ x: Double, _ y: Double, low: Double, high: Double, _ word: String) {
        shapes.append(
            """
            <g><line class="whisker" x1="\(Self.number(self.x(x)))" x2="\(Self.number(self.x(x)))" y1="\(Self.number(self.y(low)))" y2="\(Self.number(self.y(high)))"/>\
            <circle class="dot" cx="\(Self.number(self.x(x)))" cy="\(Self.number(self.y(y)))" r="4"/><title>\(HTML.text(word))</title></g>
            """)
    }

    var svg: String {
        """
        <svg viewBox="0 0 \(Self.number(Self.width)) \(Self.number(height))" role="img" aria-label="\(HTML.text(title))">
        \(shapes.joined(separator: "\n"))
        </svg>
        """
    }
}
