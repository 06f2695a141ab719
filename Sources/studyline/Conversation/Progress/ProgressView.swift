import StudyCore
import StudyTerminal

/// The screen of `progress`: sections of sentences, each with a picture where there is something to see.
struct ProgressView {
    let figures: ProgressFigures
    let width: Int
    let style: Style

    init(_ figures: ProgressFigures, width: Int, style: Style) {
        self.figures = figures
        self.width = width
        self.style = style
    }

    private var report: ProgressReport { figures.report }
    /// Sentences and most pictures.
    private var prose: Int { min(width, 80) }
    /// Pictures that gain by room.
    private var broad: Int { min(width, 120) }

    func lines() -> [StyledText] {
        style.drawsUnicode ? sections : sections.map(\.withPlainDashes)
    }

    private var sections: [StyledText] {
        var lines = StyledText(figures.scope ?? "Everything", .heading).wrapped(to: prose)
        lines += sentence(ProgressWords.readiness(report.total))
        lines += ProgressPictures.stages(report.total, width: prose - 2).text(style: style)
            .wrapped(to: prose, first: "  ")
        lines += ProgressPictures.stageKey(report.total, style: style)
            .wrapped(to: prose, first: "  ")
        guard report.total.new < report.total.cards || !report.days.isEmpty else {
            return lines
                + sentence(
                    "Nothing has been answered yet; 'quiz\(figures.scope.map { " \($0)" } ?? "")' begins."
                )
        }
        lines += section("Due", due)
        lines += section("Recall today", mastery)
        lines += section("Weakest", weakest)
        lines += section("Retention", retention)
        lines += section("Is the forecast honest?", calibration)
        lines += section("Study", study)
        lines += section("Forgotten and mixed up", troubles)
        return lines
    }

    private func section(_ title: String, _ body: [StyledText]) -> [StyledText] {
        body.isEmpty ? [] : ["", StyledText(title, .strong)] + body
    }

    private func sentence(_ text: String) -> [StyledText] {
        StyledText(text).wrapped(to: prose)
    }

    private var due: [StyledText] {
        let due = report.due
        let lines = sentence(ProgressWords.due(due))
        guard due.now + due.laterToday + due.days.reduce(0, +) > 0 else { return lines }
        return lines + indented(ProgressPictures.due(report).lines(width: prose - 2, style: style))
    }

    /// Classes, units or guides, whichever are few enough to be read.
    private var mastery: [StyledText] {
        var rows: [(name: String, guides: Int?, mastery: Mastery)] = []
        if report.classes.count > 1 {
            rows = report.classes.map { ($0.className, $0.guides, $0.mastery) }
        }
        if report.classes.count == 1, report.units.count > 1 {
            rows = report.units.map { ($0.unit ?? "", $0.guides, $0.mastery) }
        }
        if rows.isEmpty || report.guides.count <= Self.mostGuides {
            rows += report.guides.map { ($0.term, nil, $0.mastery) }
        }
        let hidden = rows.count - Self.mostRows
        let numbers = ["today", "due", "new"]
        let barWidth = min(30, max(6, prose - 50))
        let table = Table(
            columns: [
                Table.Column(StyledText("", .strong), minimum: 12), Table.Column(minimum: barWidth),
            ]
                + numbers.map {
                    Table.Column(StyledText($0, .strong), alignment: .trailing, minimum: $0.count)
                },
            rows: rows.prefix(Self.mostRows).map { row in
                let predicted = row.mastery.predicted
                return [
                    StyledText(row.name, row.guides == nil ? .term : nil),
                    Bar(predicted ?? 0, width: barWidth).text(style: style),
                    StyledText(predicted.map(Phrases.percent) ?? "–"),
                    StyledText(Phrases.grouped(row.mastery.due)),
                    StyledText(Phrases.grouped(row.mastery.new)),
                ]
            })
        var lines = indented(table.lines(width: prose - 2, style: style))
        if hidden > 0 {
            lines += sentence(
                "  … and \(Phrases.grouped(hidden)) more; '--format json' has them all.")
        }
        return lines
    }

    private static let mostGuides = 25
    private static let mostRows = 40

    private var weakest: [StyledText] {
        figures.weakest.flatMap { guide in
            ("\(guide.term, .term): \(guide.mastery.predictedOfSeen.map(Phrases.percent) ?? "–"); \(ProgressWords.reason(guide.mastery))."
                as StyledText).wrapped(to: prose, first: "  ", rest: "    ")
        }
    }

    private var retention: [StyledText] {
        var lines = sentence(ProgressWords.retention(figures))
        if let plot = ProgressPictures.retention(figures) {
            lines += indented(plot.lines(width: broad - 2, style: style))
            let band = style.drawsUnicode ? "░" : ":"
            let (point, line) = style.drawsUnicode ? ("●", "·") : ("o", ".")
            lines += StyledText(
                "\(point) recalled by week   \(band) where the true share lies (95 %)   \(line) desired",
                .faint
            ).wrapped(to: prose, first: "  ")
        }
        return lines
    }

    private var calibration: [StyledText] {
        let calibration = report.calibration
        guard !calibration.bins.isEmpty else { return [] }
        var lines = sentence(ProgressWords.verdict(calibration))
        let table = Table(
            columns: [Table.Column(StyledText("predicted", .strong), minimum: 8)]
                + ["mean", "recalled", "reviews"].map {
                    Table.Column(StyledText($0, .strong), alignment: .trailing, minimum: 7)
                },
            rows: calibration.bins.reversed().map { bin in
                [
                    StyledText(ProgressWords.tenth(bin.tenth)),
                    StyledText(bin.total.predicted.map(Phrases.percent) ?? "–"),
                    StyledText(ProgressWords.share(bin.total.proportion)),
                    StyledText(Phrases.grouped(bin.total.answers)),
                ]
            })
        lines += indented(table.lines(width: prose - 2, style: style))
        guard calibration.total.answers >= 10, let plot = ProgressPictures.calibration(calibration)
        else { return lines }
        lines += indented(plot.lines(width: min(prose - 2, 58), style: style))
        let (point, bar, line) = style.drawsUnicode ? ("●", "│", "·") : ("o", "|", ".")
        return lines
            + StyledText(
                "\(point) recalled (upright) of what was predicted (across)   \(bar) its interval   \(line) an honest forecast",
                .faint
            ).wrapped(to: prose, first: "  ")
    }

    private var study: [StyledText] {
        var lines =
            sentence(ProgressWords.time(report)) + sentence(ProgressWords.streak(report.streak))
        if report.days.count > 1 {
            lines += indented(
                ProgressPictures.year(report).lines(width: broad - 2, style: style))
        }
        guard !report.forms.isEmpty else { return lines }
        let table = Table(
            columns: [Table.Column(StyledText("form", .strong), minimum: 10)]
                + ["answers", "right", "s each", "retention"].map {
                    Table.Column(StyledText($0, .strong), alignment: .trailing, minimum: 5)
                },
            rows: report.forms.map { form in
                [
                    StyledText(Phrases.name(form.form)),
                    StyledText(Phrases.grouped(form.all.answers)),
                    StyledText(form.all.proportion.share.map(Phrases.percent) ?? "–"),
                    StyledText(form.all.seconds.map(Phrases.oneDecimal) ?? "–"),
                    StyledText(ProgressWords.share(form.tested.proportion)),
                ]
            })
        return lines + indented(table.lines(width: prose - 2, style: style))
    }

    private var troubles: [StyledText] {
        var lines: [StyledText] = []
        for leech in report.leeches.prefix(ProgressFigures.most) {
            lines +=
                ("\(leech.term, .term), \(EventText.name(of: leech.card.facet)): forgotten \(Phrases.count(leech.lapses, "time")). 'why \(leech.card.description)' shows it."
                as StyledText).wrapped(to: prose, first: "  ", rest: "    ")
        }
        if report.leeches.count > ProgressFigures.most {
            lines += sentence(
                "  … and \(Phrases.count(report.leeches.count - ProgressFigures.most, "more such card"))."
            )
        }
        for pair in figures.mixUps {
            lines +=
                ("\(pair.asked, .term): you said \(pair.named, .term), \(Phrases.count(pair.count, "time"))."
                as StyledText).wrapped(to: prose, first: "  ", rest: "    ")
        }
        if !figures.mixUps.isEmpty {
            lines += sentence("  'quiz --form contrast' tells them apart.")
        }
        return lines
    }

    private func indented(_ lines: [StyledText]) -> [StyledText] {
        lines.map { $0.isEmpty ? $0 : StyledText(verbatim: "  ") + $0 }
    }
}

extension StyledText {
    /// Hyphens in place of dashes, for terminals that have none.
    fileprivate var withPlainDashes: StyledText {
        spans.reduce(into: StyledText()) {
            $0 += StyledText(verbatim: $1.text.replacing("–", with: "-"), $1.role)
        }
    }
}
