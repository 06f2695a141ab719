import StudyTerminal
import Testing

/// Pictures as they are drawn, with blocks and with ASCII.
@Suite("Pictures")
struct PictureTests {
    private static let ascii = Style(hasColors: false, drawsUnicode: false)

    private func drawn(_ lines: [StyledText]) -> String {
        lines.map(\.plain).joined(separator: "\n")
    }

    @Test("Columns stand on an axis with a scale and labels where there is room")
    func columns() {
        let chart = ColumnChart(
            [8, 0, 1, 4, 3].enumerated().map {
                ColumnChart.Column(
                    Double($0.element), label: ["Mon", "Tue", "", "Thu", ""][$0.offset])
            }, height: 2, top: "8 cards")
        #expect(
            drawn(chart.lines(width: 18, style: .plain)) == """
                8 cards│█
                       │█   ▂ █ ▆
                      0└──────────
                        Mon   Thu
                """)
        #expect(
            drawn(chart.lines(width: 13, style: Self.ascii))
                == """
                8 cards|#
                       |#.##
                      0+-----
                        Mon
                """.replacing("#.##", with: "# .##"))
        #expect(chart.lines(width: 8, style: .plain).isEmpty)
        #expect(ColumnChart([], top: "0").lines(width: 40, style: .plain).isEmpty)
    }

    @Test("A heat map tells its shades in words, and leaves out the oldest where it is narrow")
    func heatMap() {
        let map = HeatMap(
            rows: ["Mon", "Tue"],
            columns: [
                .init(label: "Jan", cells: [9, 0]), .init(cells: [1, 2]), .init(cells: [3, nil]),
            ], thresholds: [2, 3, 4], legend: ["none", "1", "2", "3", "4 and more"])
        #expect(
            drawn(map.lines(width: 60, style: .plain)) == """
                    Jan
                Mon █ ░ ▓
                Tue · ▒
                    · none   ░ 1   ▒ 2   ▓ 3   █ 4 and more
                """)
        #expect(
            drawn(map.lines(width: 6, style: Self.ascii).prefix(3).map { $0 }) == """

                Mon -x
                Tue +
                """)
    }

    @Test("A plot draws bands, curves, points and what to compare with, the last on top")
    func plot() {
        let plot = Plot(
            x: 0...4, y: 0...1, xLabels: [.init(0, "0"), .init(4, "4 d")],
            yLabels: [.init(1, "100 %"), .init(0, "0 %")],
            layers: [
                .reference([.init(x: 0, y: 0.9), .init(x: 4, y: 0.9)]),
                .band([.init(x: 3, low: 0.1, high: 0.7)]),
                .intervals([.init(x: 1, low: 0.3, high: 0.6)]),
                .points([.init(x: 1, y: 0.5), .init(x: 9, y: 0.5)]),
                .curve([.init(x: 1.5, y: 0.9), .init(x: 2.5, y: 0.1)]),
            ], height: 4)
        #expect(
            drawn(plot.lines(width: 18, style: .plain)) == """
                100 %┤· · • · · ·
                     │   ● •   ░
                     │   │  •  ░
                  0 %┤       • ░
                     └────────────
                      0        4 d
                """)
        #expect(
            drawn(plot.lines(width: 18, style: Self.ascii)) == """
                100 %+. . * . . .
                     |   o *   :
                     |   |  *  :
                  0 %+       * :
                     +------------
                      0        4 d
                """)
    }

    @Test(
        "An interval bar shows where a share lies",
        arguments: [
            (0.5, 0.25, 0.75, "··├─●─┤··", "..[-o-].."), (1, 0.8, 1, "······├─●", "......[-o"),
            (0, 0, 0, "●········", "o........"), (0.5, 0.5, 0.5, "····●····", "....o...."),
            (.nan, -1, 9, "●───────┤", "o-------]"),
        ])
    func interval(value: Double, low: Double, high: Double, unicode: String, ascii: String) {
        let bar = IntervalBar(value, low: low, high: high, width: 9)
        #expect(bar.text(style: .plain).plain == unicode)
        #expect(bar.text(style: Self.ascii).plain == ascii)
    }

    @Test("A stacked bar gives out all its columns by largest remainder")
    func stacked() {
        func bar(_ values: [Double]) -> String {
            let shades: [Shade] = [.full, .dark, .light, .none]
            return StackedBar(zip(values, shades).map { .init($0, $1) }, width: 10)
                .text(style: .plain).plain
        }
        #expect(bar([1, 1, 1]) == "████▓▓▓░░░")
        #expect(bar([0, 0, 0, 0]) == "··········")
        #expect(bar([5, 0, 0, 5]) == "█████·····")
        #expect(bar([.nan, -3, 1]) == "░░░░░░░░░░")
    }

    @Test("No picture is wider than its window, whatever is drawn", arguments: 1...40)
    func width(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        func number() -> Double {
            [.nan, .infinity, -.infinity, -1, 0, 1e300][
                safe: Int.random(in: 0..<40, using: &random)]
                ?? Double.random(in: -2...2, using: &random)
        }
        func numbers() -> [Double] {
            (0..<Int.random(in: 0..<70, using: &random)).map { _ in number() }
        }
        let points = numbers().sorted().map { Plot.Point(x: $0, y: number()) }
        let spans = numbers().map { Plot.Span(x: $0, low: number(), high: number()) }
        for width in [0, 1, 7, 20, 60, 160] {
            for style in [Style.plain, Self.ascii] {
                let pictures = [
                    ColumnChart(numbers().map { .init($0, label: "label") }, top: "9,999")
                        .lines(width: width, style: style),
                    HeatMap(
                        rows: ["Mon", "", "Wed"],
                        columns: numbers().map { .init(label: "Jan", cells: [$0, nil, number()]) },
                        thresholds: [0.5, 1, 1.5], legend: ["a", "b", "c", "d", "e"]
                    ).lines(width: max(width, 7), style: style).filter { width >= 7 || $0.isEmpty },
                    Plot(
                        x: -1...1, y: 0...1, xLabels: [.init(0, "zero"), .init(1, "one")],
                        yLabels: [.init(0.5, "half")],
                        layers: [
                            .band(spans), .curve(points), .reference(points), .points(points),
                            .intervals(spans),
                        ], height: 6
                    ).lines(width: width, style: style),
                    [
                        IntervalBar(number(), low: number(), high: number(), width: width).text(
                            style: style)
                    ],
                    [
                        StackedBar([.init(number(), .full), .init(number(), .none)], width: width)
                            .text(style: style)
                    ],
                ]
                for line in pictures.joined() {
                    #expect(line.width <= width)
                    if !style.drawsUnicode { #expect(line.plain.allSatisfy { $0.isASCII }) }
                }
            }
        }
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
