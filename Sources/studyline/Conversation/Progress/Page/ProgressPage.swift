import Foundation
import StudyCore

/// The page of `progress --html`: one file that needs no script and no network.
struct ProgressPage {
    private let figures: ProgressFigures
    private let charts: ProgressCharts

    init(_ figures: ProgressFigures) {
        self.figures = figures
        charts = ProgressCharts(figures: figures)
    }

    /// The page could not be written.
    struct Unwritable: Error, Equatable, CustomStringConvertible {
        let path: String

        var description: String {
            "\(path): cannot be written; name a file in a folder that is there and that you may write"
        }
    }

    /// Writes the page, in place of a file of that name.
    func write(to path: String) throws(Unwritable) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw Unwritable(path: path)
        }
    }

    private var report: ProgressReport { figures.report }

    var text: String {
        let name = HTML.text(figures.scope ?? "Everything")
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Progress: \(name)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <header><h1>\(name)</h1><p>Progress on \(CalendarDate(report.today).long)</p></header>
            <main>
            \(sections.joined(separator: "\n"))
            </main>
            </body>
            </html>

            """
    }

    private var sections: [String] {
        var sections = [
            section("Today", today),
            section("Due", paragraph(ProgressWords.due(report.due)) + charts.due()),
        ]
        let parts =
            report.classes.count > 1
            ? report.classes.map { ($0.className, $0.mastery) }
            : report.units.count > 1 ? report.units.map { ($0.unit ?? "", $0.mastery) } : []
        if !parts.isEmpty {
            let title = report.classes.count > 1 ? "Recall today by class" : "Recall today by unit"
            sections.append(section(title, charts.bars(parts)))
        }
        if !figures.weakest.isEmpty { sections.append(section("Weakest guides", weakest)) }
        sections.append(
            section("Retention", paragraph(ProgressWords.retention(figures)) + charts.retention()))
        if !report.calibration.bins.isEmpty {
            sections.append(
                section(
                    "Is the forecast honest?",
                    paragraph(ProgressWords.verdict(report.calibration)) + charts.calibration()))
        }
        sections.append(
            section(
                "Study",
                paragraph(ProgressWords.time(report))
                    + paragraph(ProgressWords.streak(report.streak))
                    + charts.year()))
        if !report.forms.isEmpty { sections.append(section("By form", forms)) }
        if !report.leeches.isEmpty || !figures.mixUps.isEmpty {
            sections.append(section("Forgotten and mixed up", troubles))
        }
        sections.append(section("Guides", guides))
        sections.append(section("What the figures mean", meanings))
        return sections
    }

    private func section(_ title: String, _ body: String) -> String {
        "<section><h2>\(HTML.text(title))</h2>\n\(body)\n</section>"
    }

    private func paragraph(_ text: String) -> String { "<p>\(HTML.text(text))</p>\n" }

    private var today: String {
        let total = report.total
        return paragraph(ProgressWords.readiness(total))
            + HTML.table(
                ["cards", ""],
                [
                    ("mature", total.mature), ("young", total.young), ("learning", total.learning),
                    ("new", total.new), ("suspended", total.suspended), ("all", total.cards),
                ].map { [$0.0, Phrases.grouped($0.1)] })
    }

    private var weakest: String {
        let items = figures.weakest.map {
            "<dt>\(HTML.text($0.term)): \(HTML.text($0.mastery.predictedOfSeen.map(Phrases.percent) ?? "–"))</dt><dd>\(HTML.text(ProgressWords.reason($0.mastery)))</dd>"
        }
        return "<dl>\(items.joined(separator: "\n"))</dl>"
    }

    private var forms: String {
        HTML.table(
            ["form", "answers", "right", "seconds each", "retention"],
            report.forms.map { form in
                [
                    Phrases.name(form.form), Phrases.grouped(form.all.answers),
                    form.all.proportion.share.map(Phrases.percent) ?? "–",
                    form.all.seconds.map(Phrases.oneDecimal) ?? "–",
                    ProgressWords.share(form.tested.proportion),
                ]
            })
    }

    private var troubles: String {
        var text = ""
        if !report.leeches.isEmpty {
            text += HTML.table(
                ["card", "forgotten"],
                report.leeches.prefix(Self.mostLeeches).map {
                    [
                        "\($0.term), \(EventText.name(of: $0.card.facet))",
                        Phrases.count($0.lapses, "time"),
                    ]
                })
            text += note(ofMore: report.leeches.count - Self.mostLeeches)
        }
        if !figures.mixUps.isEmpty {
            text += HTML.table(
                ["asked", "you said", "how often"],
                figures.mixUps.map { [$0.asked, $0.named, Phrases.count($0.count, "time")] })
        }
        return text
    }

    /// Most guides that the page lists; more would make it slow to open.
    private static let mostGuides = 500

    private static let mostLeeches = 20

    private func note(ofMore more: Int) -> String {
        more > 0 ? paragraph("… and \(Phrases.grouped(more)) more.") : ""
    }

    private var guides: String {
        let rows = report.guides.prefix(Self.mostGuides).map { ($0.term, $0.mastery) }
        let note = note(ofMore: report.guides.count - rows.count)
        return
            "<details\(rows.count <= 25 ? " open" : "")><summary>\(Phrases.count(report.guides.count, "guide"))</summary>\(charts.bars(rows))\(note)</details>"
    }

    private var meanings: String {
        let terms = ProgressHelp.definitions.map {
            "<dt>\(HTML.text($0.name))</dt><dd>\(HTML.text($0.meaning))</dd>"
        }
        return
            "<details><summary>Definitions</summary><dl>\(terms.joined(separator: "\n"))</dl></details>"
    }

    private static let style = """
        :root{--ink:#1b2430;--soft:#566173;--line:#d5dbe3;--paper:#fff;--back:#f4f6f9;--fill:#2463c7;--band:#2463c733;--goal:#a8440c;
        --d0:#e6eaf0;--d1:#bcd0f2;--d2:#83a8e6;--d3:#4379d3;--d4:#17458f}
        @media (prefers-color-scheme:dark){:root{--ink:#e7ecf3;--soft:#a3afbf;--line:#39434f;--paper:#171c23;--back:#0e1217;--fill:#7fb0ff;--band:#7fb0ff40;--goal:#ffb27a;
        --d0:#252d37;--d1:#234574;--d2:#3566a8;--d3:#6296dd;--d4:#b5d3ff}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--back);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
        header,main{max-width:1120px;margin:0 auto;padding:16px}
        header{padding-bottom:0}h1{font-size:1.6rem;margin:0;overflow-wrap:anywhere}h2{font-size:1.1rem;margin:0 0 8px}
        header p{margin:0;color:var(--soft)}
        main{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,420px),1fr));align-items:start}
        section{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:16px;min-width:0}
        p{margin:0 0 8px}figure{margin:0 0 8px}figcaption,.legend{color:var(--soft);font-size:.85rem}
        .legend span{white-space:nowrap;margin-right:8px}
        svg{display:block;width:100%;height:auto}svg.key{display:inline-block;width:.8em;height:.8em}
        svg text{fill:var(--soft);font-size:11px;font-family:inherit}svg text.small{font-size:6.5px}
        .fill{fill:var(--fill)}.track{fill:var(--d0)}.band{fill:var(--band)}.rule{stroke:var(--line)}
        .curve,.expected,.goal{fill:none;stroke:var(--fill);stroke-width:2}.expected{stroke-width:1.5;stroke-dasharray:1.5 3}
        .goal{stroke:var(--goal);stroke-width:1.5;stroke-dasharray:6 4}
        .whisker{stroke:var(--fill);stroke-width:2}.dot{fill:var(--fill);stroke:var(--paper);stroke-width:1.5}
        .day0{fill:var(--d0)}.day1{fill:var(--d1)}.day2{fill:var(--d2)}.day3{fill:var(--d3)}.day4{fill:var(--d4)}
        .scroll{overflow-x:auto}details .scroll{max-height:28rem;overflow-y:auto}
        table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{padding:3px 8px 3px 0;border-bottom:1px solid var(--line);text-align:right;vertical-align:top;font-variant-numeric:tabular-nums}
        td{white-space:nowrap}
        th:first-child{text-align:left;font-weight:500;min-width:6.5rem}thead th{color:var(--soft);font-weight:600}
        td.bar{width:30%;min-width:3rem}td.bar svg{height:.8em;margin-top:.35em}
        summary{cursor:pointer;color:var(--soft);padding:6px 0}dt{font-weight:600}dd{margin:0 0 8px}
        """
}
