import StudyCore

/// The charts of the page, with the tables behind them.
struct ProgressCharts {
    let figures: ProgressFigures

    private var report: ProgressReport { figures.report }

    func due() -> String {
        let values = [report.due.now + report.due.laterToday] + report.due.days
        let most = max(values.max() ?? 0, 1)
        var chart = Chart(
            "Cards due today and on the next 30 days. \(ProgressWords.due(report.due))",
            x: 0...Double(values.count), y: 0...Double(most))
        chart.rule(at: 0, "0")
        chart.rule(at: Double(most), Phrases.grouped(most))
        var rows: [[String]] = []
        for (offset, value) in values.enumerated() {
            let date = CalendarDate(report.today + offset)
            let name = offset == 0 ? "today" : date.short
            chart.column(
                from: Double(offset) + 0.1, to: Double(offset) + 0.9, value: Double(value),
                "\(name): \(Phrases.count(value, "card"))")
            if offset.isMultiple(of: 7) {
                chart.label(
                    at: Double(offset), offset == 0 ? name : "\(date.day) \(date.monthName)")
            }
            rows.append([name, Phrases.grouped(value)])
        }
        return HTML.figure(chart.svg, caption: "", table: HTML.table(["day", "cards due"], rows))
    }

    /// Bars of predicted recall for rows of names.
    func bars(_ rows: [(name: String, mastery: Mastery)]) -> String {
        let body = rows.map { row in
            let predicted = row.mastery.predicted ?? 0
            let mastery = row.mastery
            return """
                <tr><th scope="row">\(HTML.text(row.name))</th>\
                <td class="bar"><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="10"/><rect class="fill" width="\(Chart.number(predicted * 100))" height="10"/></svg></td>\
                <td>\(Phrases.percent(predicted))</td><td>\(Phrases.grouped(mastery.due))</td><td>\(Phrases.grouped(mastery.new))</td></tr>
                """
        }
        return """
            <div class="scroll"><table class="bars"><thead><tr><th scope="col">part</th><td class="bar"></td>\
            <th scope="col">today</th><th scope="col">due</th><th scope="col">new</th></tr></thead><tbody>
            \(body.joined(separator: "\n"))
            </tbody></table></div>
            """
    }

    func retention() -> String {
        let weeks = report.weeks.enumerated().filter { $0.element.total.answers > 0 }
        guard let first = weeks.first?.offset, weeks.count > 1 else { return "" }
        let lowest = weeks.map { $0.element.total.proportion.share ?? 0 }.min() ?? 0
        let bottom = (min(lowest, figures.desired, 0.8) * 10).rounded(.down) / 10
        var chart = Chart(
            "True retention by week. \(ProgressWords.retention(figures))",
            x: Double(first)...Double(report.weeks.count), y: bottom...1)
        for percent in stride(
            from: Int((bottom * 100).rounded()), through: 100, by: bottom < 0.5 ? 20 : 10)
        {
            chart.rule(at: Double(percent) / 100, "\(percent) %")
        }
        chart.band(
            weeks.map { week in
                let interval = week.element.total.proportion.interval
                return (
                    Double(week.offset) + 0.5, max(interval.lowerBound, bottom), interval.upperBound
                )
            })
        chart.line(
            [
                (Double(first), figures.desired), (Double(report.weeks.count), figures.desired),
            ], class: "goal")
        chart.line(
            weeks.map {
                (Double($0.offset) + 0.5, $0.element.total.predicted ?? 0)
            }, class: "expected")
        chart.line(
            weeks.map {
                (Double($0.offset) + 0.5, $0.element.total.proportion.share ?? 0)
            })
        for step in stride(
            from: first, to: report.weeks.count, by: max(1, (report.weeks.count - first + 3) / 4))
        {
            let date = CalendarDate(report.weeks[step].monday)
            chart.label(at: Double(step), "\(date.day) \(date.monthName)")
        }
        let rows = weeks.map { week in
            [
                "week of \(CalendarDate(week.element.monday).iso)",
                ProgressWords.share(week.element.total.proportion),
                week.element.total.predicted.map(Phrases.percent) ?? "–",
                Phrases.grouped(week.element.total.answers),
            ]
        }
        return HTML.figure(
            chart.svg,
            caption:
                "Solid: recalled. Shaded: where the true share lies (95 %). Dotted: predicted. Dashed: desired.",
            table: HTML.table(["week", "recalled", "predicted", "reviews"], rows))
    }

    func calibration() -> String {
        let bins = report.calibration.bins
        guard let lowest = bins.first else { return "" }
        let start = Double(min(lowest.tenth, 5)) / 10
        let floor = bins.map { $0.total.proportion.interval.lowerBound }.min() ?? 0
        let bottom = min((floor * 10).rounded(.down) / 10, start)
        var chart = Chart(
            "Predicted and true recall. \(ProgressWords.verdict(report.calibration))",
            x: start...1, y: bottom...1, height: 240)
        let step = bottom < 0.5 ? 20 : 10
        for percent in stride(from: Int((bottom * 100).rounded()), through: 100, by: step) {
            chart.rule(at: Double(percent) / 100, "\(percent) %")
        }
        for percent in stride(from: Int((start * 100).rounded()), through: 100, by: step) {
            chart.label(at: Double(percent) / 100, "\(percent) %")
        }
        chart.line([(start, start), (1, 1)], class: "goal")
        for bin in bins {
            let interval = bin.total.proportion.interval
            chart.dot(
                bin.total.predicted ?? 0, bin.total.proportion.share ?? 0,
                low: interval.lowerBound, high: interval.upperBound,
                "predicted \(ProgressWords.tenth(bin.tenth)): \(ProgressWords.share(bin.total.proportion)) of \(Phrases.grouped(bin.total.answers))"
            )
        }
        let rows = bins.reversed().map { bin in
            [
                ProgressWords.tenth(bin.tenth), bin.total.predicted.map(Phrases.percent) ?? "–",
                ProgressWords.share(bin.total.proportion), Phrases.grouped(bin.total.answers),
            ]
        }
        return HTML.figure(
            chart.svg,
            caption:
                "Across: predicted. Upright: recalled, with its interval. Dashed: an honest forecast.",
            table: HTML.table(["predicted", "mean", "recalled", "reviews"], rows), isOpen: true)
    }

    /// The days of the past as squares, a column a week.
    func year() -> String {
        let scale = AnswerScale(report.days.values.map(\.reviews))
        let weeks = (report.today.monday - report.since) / 7 + 1
        let size = min(330.0 / Double(weeks), 14)
        var squares: [String] = []
        let labels = ProgressPictures.monthLabels((0..<weeks).map { report.since.number + $0 * 7 })
        for week in 0..<weeks {
            let left = 28 + Double(week) * size
            if !labels[week].isEmpty, left < 335 {
                squares.append("<text x=\"\(Chart.number(left))\" y=\"9\">\(labels[week])</text>")
            }
            for weekday in 0..<7 where report.since + week * 7 + weekday <= report.today {
                let day = report.since + week * 7 + weekday
                let answers = report.days[day]?.reviews ?? 0
                let shade = answers == 0 ? 0 : 1 + scale.thresholds.count { answers >= $0 }
                let word = "\(CalendarDate(day).long): \(Phrases.count(answers, "answer"))"
                squares.append(
                    """
                    <rect class="day\(shade)" x="\(Chart.number(left))" y="\(Chart.number(14 + Double(weekday) * size))" \
                    width="\(Chart.number(size * 0.86))" height="\(Chart.number(size * 0.86))"><title>\(word)</title></rect>
                    """)
            }
        }
        for (weekday, name) in [(0, "Mon"), (2, "Wed"), (4, "Fri"), (6, "Sun")] where size > 5 {
            squares.append(
                "<text x=\"24\" y=\"\(Chart.number(14 + (Double(weekday) + 0.75) * size))\" text-anchor=\"end\" class=\"small\">\(name)</text>"
            )
        }
        let svg = """
            <svg viewBox="0 0 360 \(Chart.number(20 + 7 * size))" role="img" aria-label="\(HTML.text("Answers by day. " + ProgressWords.time(report)))">
            \(squares.joined(separator: "\n"))
            </svg>
            """
        let rows = report.days.sorted { $1.key < $0.key }.map { day, total in
            [
                CalendarDate(day).long, Phrases.grouped(total.reviews),
                Phrases.grouped(total.introduced),
                Phrases.duration(seconds: Double(total.milliseconds) / 1000),
            ]
        }
        let key = zip(0..., scale.words).map {
            "<span><svg class=\"key\" viewBox=\"0 0 10 10\" aria-hidden=\"true\"><rect class=\"day\($0)\" width=\"10\" height=\"10\"/></svg> \(HTML.text($1))</span>"
        }
        return "<p class=\"legend\">Answers a day: \(key.joined(separator: " "))</p>"
            + HTML.figure(
                svg, caption: "", table: HTML.table(["day", "answers", "new cards", "time"], rows))
    }
}
