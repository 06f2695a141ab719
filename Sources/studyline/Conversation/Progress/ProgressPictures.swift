import StudyCore
import StudyTerminal

/// The pictures of `progress`, made of its figures.
enum ProgressPictures {
    /// Cards due by day, today first.
    static func due(_ report: ProgressReport) -> ColumnChart {
        let values = [report.due.now + report.due.laterToday] + report.due.days
        let columns = values.enumerated().map { offset, value in
            let date = CalendarDate(report.today + offset)
            let label =
                offset == 0 ? "today" : date.weekday == 0 ? "\(date.day) \(date.monthName)" : ""
            return ColumnChart.Column(Double(value), label: label)
        }
        return ColumnChart(columns, top: Phrases.grouped(values.max() ?? 0))
    }

    /// Cards by how far they are learnt.
    static func stages(_ mastery: Mastery, width: Int) -> StackedBar {
        StackedBar(
            [
                .init(Double(mastery.mature), .full), .init(Double(mastery.young), .dark),
                .init(Double(mastery.learning), .medium),
                .init(Double(mastery.new + mastery.suspended), .none),
            ], width: width)
    }

    /// The stages in words, each with its sign.
    static func stageKey(_ mastery: Mastery, style: Style) -> StyledText {
        var parts: [StyledText] = [
            "\(String(Shade.full.sign(style))) \(Phrases.grouped(mastery.mature)) mature",
            "\(String(Shade.dark.sign(style))) \(Phrases.grouped(mastery.young)) young",
            "\(String(Shade.medium.sign(style))) \(Phrases.grouped(mastery.learning)) learning",
            "\(String(Shade.none.sign(style))) \(Phrases.grouped(mastery.new)) new",
        ]
        if mastery.suspended > 0 {
            parts.append(
                "\(String(Shade.none.sign(style))) \(Phrases.grouped(mastery.suspended)) suspended")
        }
        return parts.joined(separator: "   ")
    }

    /// Answers by day, a column a week.
    static func year(_ report: ProgressReport) -> HeatMap {
        let scale = AnswerScale(report.days.values.map(\.reviews))
        let mondays = stride(from: report.since.number, through: report.today.number, by: 7)
        let labels = monthLabels(Array(mondays))
        let columns = zip(mondays, labels).map { number, label in
            HeatMap.Column(
                label: label,
                cells: (0..<7).map { offset in
                    let day = StudyDay(number: number + offset)
                    return day > report.today ? nil : Double(report.days[day]?.reviews ?? 0)
                })
        }
        return HeatMap(
            rows: ["Mon", "", "Wed", "", "Fri", "", "Sun"], columns: columns,
            thresholds: scale.thresholds.map(Double.init), legend: scale.words)
    }

    /// The month's name for each week in which a month begins, and for the first week if its month goes on.
    static func monthLabels(_ mondays: [Int]) -> [String] {
        let months = mondays.map { CalendarDate(StudyDay(number: $0 + 6)) }
        return months.enumerated().map { index, date in
            let isFirst =
                index == 0
                ? months.dropFirst(2).first?.month == date.month || months.count < 3
                : months[index - 1].month != date.month
            return isFirst ? date.monthName : ""
        }
    }

    /// True retention by week with its interval, and the desired one; nil when fewer than two weeks had
    /// reviews.
    static func retention(_ figures: ProgressFigures) -> Plot? {
        let weeks = figures.report.weeks
        let known = weeks.enumerated().filter { $0.element.total.answers > 0 }
        guard known.count > 1, let first = known.first?.offset else { return nil }
        let range = Double(first)...Double(weeks.count)
        let lowest = known.map { $0.element.total.proportion.share ?? 0 }.min() ?? 0
        let bottom = (min(lowest, figures.desired, 0.8) * 10).rounded(.down) / 10
        let points = known.map {
            Plot.Point(x: Double($0.offset) + 0.5, y: $0.element.total.proportion.share ?? 0)
        }
        let band = known.map { week in
            let interval = week.element.total.proportion.interval
            return Plot.Span(
                x: Double(week.offset) + 0.5, low: interval.lowerBound, high: interval.upperBound)
        }
        let labels = monthLabels(weeks.map(\.monday.number))
        return Plot(
            x: range, y: bottom...1,
            xLabels: labels.enumerated().dropFirst(first).map {
                Plot.Label(Double($0.offset), $0.element)
            },
            yLabels: percentLabels(from: bottom),
            layers: [
                .reference([
                    Plot.Point(x: range.lowerBound, y: figures.desired),
                    Plot.Point(x: range.upperBound, y: figures.desired),
                ]),
                .band(band), .points(points),
            ], height: 8)
    }

    /// Predicted against true recall by tenths, with intervals, and the line on which both are equal.
    static func calibration(_ calibration: Calibration) -> Plot? {
        guard let lowest = calibration.bins.first else { return nil }
        let start = Double(min(lowest.tenth, 7)) / 10
        let floor = calibration.bins.map { $0.total.proportion.interval.lowerBound }.min() ?? 0
        let bottom = min((floor * 5).rounded(.down) / 5, start)
        let labels = percentLabels(from: start)
        return Plot(
            x: start...1, y: bottom...1, xLabels: labels, yLabels: percentLabels(from: bottom),
            layers: [
                .reference([Plot.Point(x: start, y: start), Plot.Point(x: 1, y: 1)]),
                .intervals(
                    calibration.bins.map { bin in
                        let interval = bin.total.proportion.interval
                        return Plot.Span(
                            x: bin.total.predicted ?? 0, low: interval.lowerBound,
                            high: interval.upperBound)
                    }),
                .points(
                    calibration.bins.map {
                        Plot.Point(x: $0.total.predicted ?? 0, y: $0.total.proportion.share ?? 0)
                    }),
            ], height: 10)
    }

    private static func percentLabels(from bottom: Double) -> [Plot.Label] {
        let step = bottom < 0.5 ? 25 : 10
        let lowest = Int((bottom * 100).rounded(.up))
        return stride(from: 0, through: 100, by: step).filter { $0 >= lowest }
            .map { Plot.Label(Double($0) / 100, "\($0) %") }
    }
}

/// How many answers of a day are shown how dark.
struct AnswerScale {
    /// Where the second, third and fourth shade begin, rising.
    let thresholds: [Int]
    /// For each shade, from none.
    let words: [String]

    /// Four steps with about as many days in each.
    ///
    /// - Parameter answers: How many there were on each day that had any.
    init(_ answers: [Int]) {
        let sorted = answers.sorted()
        var starts = [1]
        for quarter in 1...3 {
            let value =
                sorted.isEmpty ? 0 : sorted[min(sorted.count * quarter / 4, sorted.count - 1)]
            starts.append(max(value, (starts.last ?? 0) + 1))
        }
        thresholds = Array(starts.dropFirst())
        words =
            ["none"]
            + zip(starts, thresholds).map { start, next in
                start == next - 1 ? "\(start)" : "\(start)–\(next - 1)"
            } + ["\(thresholds[2]) or more"]
    }
}
