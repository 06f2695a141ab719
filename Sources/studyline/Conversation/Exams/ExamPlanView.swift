import StudyCore
import StudyTerminal

/// The screen of `exam plan`: the forecast as a band, the calendar, what it comes to.
struct ExamPlanView {
    let desk: Desk
    private let phrases: ExamPhrases
    private let style: Style
    private let width: Int

    /// More days than these are shown by weeks.
    private static let mostDays = 28

    init(desk: Desk) {
        self.desk = desk
        phrases = ExamPhrases(desk: desk)
        style = desk.terminal.style
        width = desk.terminal.width
    }

    private var prose: Int { min(width, 80) }

    func lines(of report: ExamReport) -> [StyledText] {
        let exam = report.record.exam
        var lines = StyledText(exam.name, .heading).wrapped(to: prose)
        let head: StyledText =
            "\(phrases.moment(exam), .strong), \(Phrases.ahead(exam.moment, from: phrases.now)). \(Phrases.count(report.cards, "card")), \(ExamTerms(desk: desk).text(of: exam))."
        lines += head.wrapped(to: prose)
        lines.append("")
        lines += bands(report)
        lines.append("")
        lines += calendar(report)
        lines.append("")
        for sentence in sentences(report) { lines += sentence.wrapped(to: prose, rest: "  ") }
        return lines
    }

    // MARK: The forecast

    private func bands(_ report: ExamReport) -> [StyledText] {
        let rows = [
            ("today", report.kept.now), ("left alone", report.kept.idle),
            ("with the plan", report.kept.planned),
        ]
        let label = 13
        let figures = 15
        let room = min(prose, 72) - label - figures - 4
        return rows.map { name, range in
            let figure =
                "\(Phrases.percent(range.mean)) (\(percent(range.low))-\(percent(range.high)))"
            let head: StyledText = "\(StyledText(name).padded(to: label))  "
            let tail = StyledText(figure, name == "with the plan" ? .strong : nil)
            guard room >= 10 else { return head + tail }
            let bar = IntervalBar(range.mean, low: range.low, high: range.high, width: room)
            return head + bar.text(style: style) + "  " + tail
        }
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }

    // MARK: The calendar

    private func calendar(_ report: ExamReport) -> [StyledText] {
        let stretches = report.calendar(mostDays: Self.mostDays)
        let most = stretches.map(\.seconds).max() ?? 0
        let numbers = ["min", "again", "new"].map {
            Table.Column(StyledText($0), alignment: .trailing, minimum: $0.count)
        }
        let labels = stretches.map { label(of: $0, report) }
        let room = min(prose, 72) - (labels.map(\.count).max() ?? 0) - 21
        let rows = zip(stretches, labels).map { stretch, label -> [StyledText] in
            if stretch.isOff { return [StyledText(label), "off"] }
            let cells = [stretch.seconds / 60, stretch.reviews, stretch.new].map(whole)
            let bar = Bar(most > 0 ? stretch.seconds / most : 0, width: min(room, 40))
            return ([label] + cells).map { StyledText($0) }
                + (room >= 8 ? [bar.text(style: style)] : [])
        }
        let columns = [Table.Column(minimum: 12)] + numbers + [Table.Column()]
        return Table(columns: columns, rows: rows).lines(width: width, style: style)
    }

    private func label(of stretch: ExamReport.Stretch, _ report: ExamReport) -> String {
        let first = CalendarDate(stretch.first)
        if stretch.first != stretch.last {
            let last = CalendarDate(stretch.last)
            return "\(first.day) \(first.monthName) to \(last.day) \(last.monthName)"
        }
        if stretch.first == report.today { return "today" }
        return first.short + (stretch.first == report.day ? " (exam)" : "")
    }

    /// Rounded, with what is more than nothing shown as 1 at least.
    private func whole(_ number: Double) -> String {
        String(number > 0.05 ? max(1, Int(number.rounded())) : 0)
    }

    // MARK: What it comes to

    private func sentences(_ report: ExamReport) -> [StyledText] {
        let exam = report.record.exam
        var sentences: [StyledText] = []
        if exam.minutesPerDay == 0 {
            sentences.append(
                "With 0 minutes a day nothing is planned; 'exam set \"\(exam.name)\" --minutes 20' changes that."
            )
        } else if report.tasks.isEmpty {
            sentences.append("There is nothing left to do today.")
        } else {
            sentences.append(
                "Today: \(phrases.work(report.tasks), .strong); alone they make it \(Phrases.percent(report.kept.afterToday)) on the day instead of \(Phrases.percent(report.kept.idle.mean))."
            )
        }
        if let by = report.outlook.introducedBy {
            let name = by <= report.today ? "today" : CalendarDate(by).short
            sentences.append("Everything has been seen by the end of \(name).")
        } else if let shortage = phrases.shortage(report.kept, of: exam) {
            sentences.append(shortage)
        }
        if let verdict = phrases.verdict(report.kept, of: exam) { sentences.append(verdict) }
        if let advice = phrases.advice(report.kept, of: exam) { sentences.append(advice) }
        if report.outlook.planned.mean > 0 {
            sentences.append(
                "A month after it, \(Phrases.percent(report.outlook.monthLater)) of it would still be known."
            )
        }
        if report.unseen > 0 {
            sentences.append(
                "Nothing of \(Phrases.count(report.unseen, "guide")) is seen before it.")
        }
        if !report.weakest.isEmpty, report.outlook.planned.mean < 0.995 {
            let names = report.weakest.map {
                "\($0.term, .term) \(Phrases.percent($0.share))" as StyledText
            }
            sentences.append("Weakest on the day: \(names.joined(separator: ", ")).")
        }
        return sentences
    }
}
