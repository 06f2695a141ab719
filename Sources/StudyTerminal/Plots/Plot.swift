/// Points, lines and bands over two axes, drawn with characters.
///
/// Later layers stand over earlier ones. What lies outside the ranges is not drawn.
package struct Plot: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package let x: Double
        package let y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// A stretch of the upright axis at one place.
    package struct Span: Hashable, Sendable {
        package let x: Double
        package let low: Double
        package let high: Double

        package init(x: Double, low: Double, high: Double) {
            self.x = x
            self.low = low
            self.high = high
        }
    }

    package struct Label: Hashable, Sendable {
        package let value: Double
        package let text: String

        package init(_ value: Double, _ text: String) {
            self.value = value
            self.text = text
        }
    }

    package enum Layer: Hashable, Sendable {
        /// Shaded stretches, one to a place.
        case band([Span])
        /// Thin upright lines, for intervals of single points.
        case intervals([Span])
        case points([Point])
        /// A curve through points in rising order of x, with straight lines between.
        case curve([Point])
        /// A faint line through points in rising order of x, to compare with.
        case reference([Point])
    }

    package let xRange: ClosedRange<Double>
    package let yRange: ClosedRange<Double>
    package let xLabels: [Label]
    package let yLabels: [Label]
    package let layers: [Layer]
    /// Rows of the drawing; one more for the axis, one for the labels.
    package let height: Int

    package init(
        x xRange: ClosedRange<Double>, y yRange: ClosedRange<Double>, xLabels: [Label],
        yLabels: [Label], layers: [Layer], height: Int
    ) {
        self.xRange = xRange
        self.yRange = yRange
        self.xLabels = xLabels
        self.yLabels = yLabels
        self.layers = layers
        self.height = max(2, height)
    }

    /// The picture, no wider than the width.
    package func lines(width: Int, style: Style) -> [StyledText] {
        let scale = yLabels.map { DisplayWidth.columns(of: $0.text) }.max() ?? 0
        guard width - scale - 1 > 1 else { return [] }
        var canvas = Canvas(columns: width - scale - 1, rows: height, x: xRange, y: yRange)
        for layer in layers { canvas.draw(layer, style: style) }
        let upright = style.drawsUnicode ? ("┤", "│") : ("+", "|")
        var names: [Int: String] = [:]
        for label in yLabels {
            if let row = canvas.row(of: label.value) { names[row] = label.text }
        }
        var lines = (0..<height).reversed().map { row in
            StyledText(names[row] ?? "", .faint).padded(to: scale, .trailing)
                + StyledText(verbatim: names[row] == nil ? upright.1 : upright.0, .faint)
                + canvas.line(row).withoutTrailingSpaces
        }
        let rule = style.drawsUnicode ? ("└", "─") : ("+", "-")
        lines.append(
            StyledText(
                verbatim: String(repeating: " ", count: scale) + rule.0
                    + String(repeating: rule.1, count: canvas.columns), .faint))
        let labels = AxisLabels(
            labels: xLabels.compactMap { label in
                canvas.column(of: label.value).map { (scale + 1 + $0, label.text) }
            })
        let below = labels.line(width: width)
        return below.isEmpty ? lines : lines + [below]
    }
}
