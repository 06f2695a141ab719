import StudyCore
import StudyTerminal

/// The screen of `progress`.
struct ProgressView {
    let desk: Desk

    func lines(of figures: ProgressFigures) -> [StyledText] {
        let width = desk.terminal.width
        let prose = min(width, 80)
        let style = desk.terminal.style
        var lines = StyledText(figures.scope ?? "Everything", .heading).wrapped(to: prose)
        lines += summary(figures).flatMap { $0.wrapped(to: prose, rest: "  ") }
        lines.append("")
        lines.append(StyledText("Due", .strong))
        lines += week(figures, width: prose, style: style)
        guard !figures.guides.isEmpty else { return lines }
        lines.append("")
        lines += guides(figures, width: width, style: style)
        return lines
    }

    private func summary(_ figures: ProgressFigures) -> [StyledText] {
        var lines: [StyledText] = [
            "\(Phrases.count(figures.due, "card"), .strong) due, \(figures.new) new, \(figures.learning) on steps, \(figures.young) young, \(figures.mature) mature, \(figures.suspended) suspended."
        ]
        if let retention = figures.trueRetention {
            lines.append(
                "True retention in \(ProgressFigures.past) days: \(Phrases.percent(retention), .strong) of \(Phrases.count(figures.trueRetentionAnswers, "review")); desired: \(Phrases.percent(desk.settings.retention))."
            )
        } else {
            lines.append("True retention: no card has come back for review yet.")
        }
        lines.append(
            "Today: \(Phrases.count(figures.answersToday, "answer")) in \(Phrases.duration(seconds: figures.secondsToday)). In \(ProgressFigures.past) days: \(Phrases.count(figures.answers, "answer")) in \(Phrases.duration(seconds: figures.seconds))."
        )
        lines.append("Study days in a row: \(figures.streak).")
        return lines
    }

    private func week(_ figures: ProgressFigures, width: Int, style: Style) -> [StyledText] {
        let most = figures.week.map(\.due).max() ?? 0
        let today = desk.today
        return figures.week.enumerated().map { offset, day in
            let label = offset == 0 ? "today" : CalendarDate(today + offset).short
            let count = String(day.due)
            let room = max(4, min(40, width - 22))
            let bar = Bar(most == 0 ? 0 : Double(day.due) / Double(most), width: room)
            return "  \(label.padded(to: 11))"
                + "\(String(repeating: " ", count: max(0, 5 - count.count)))\(count)  "
                + bar.text(style: style)
        }
    }

    private func guides(
        _ figures: ProgressFigures, width: Int, style: Style
    ) -> [StyledText] {
        let numbers = ["cards", "due", "new", "steps", "young", "mature"]
        let columns =
            [Table.Column(StyledText("Guide", .strong), minimum: 12)]
            + numbers.map {
                Table.Column(StyledText($0, .strong), alignment: .trailing, minimum: $0.count)
            }
        let rows = figures.guides.map { guide -> [StyledText] in
            [StyledText(guide.term, .term)]
                + [guide.cards, guide.due, guide.new, guide.learning, guide.young, guide.mature]
                .map { StyledText(String($0)) }
        }
        return Table(columns: columns, rows: rows).lines(width: min(width, 100), style: style)
    }
}
