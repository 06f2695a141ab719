import Foundation
import StudyCore
import StudyTerminal
import Testing

@testable import studyline

/// The screen of `progress` after a year, whole, as it stands in `Screens/`; `␛` is the escape character.
///
/// `RENEW_TRANSCRIPTS=1 swift test --filter ProgressScreenTests` writes the files anew.
@Suite("Screens of progress")
struct ProgressScreenTests {
    private static let styles = [
        ("colour", Style.ansi), ("ascii", Style(hasColors: false, drawsUnicode: false)),
    ]

    @Test("look as they did", arguments: [60, 80, 160])
    func screen(width: Int) throws {
        for (name, style) in Self.styles {
            let lines = ProgressView(SampleProgress.figures(), width: width, style: style).lines()
            #expect(lines.allSatisfy { $0.width <= width })
            let shown = lines.map { style.render($0) + "\n" }.joined()
                .replacing("\u{1B}", with: "␛")
            let url = Workplace.testFolder.appending(path: "Screens/progress-\(width)-\(name).txt")
            if ProcessInfo.processInfo.environment["RENEW_TRANSCRIPTS"] == "1" {
                try Data(shown.utf8).write(to: url)
            } else {
                #expect(try String(contentsOf: url, encoding: .utf8) == shown)
            }
        }
    }

    @Test("say with colours what they say without")
    func colours() {
        let figures = SampleProgress.figures()
        let lines = ProgressView(figures, width: 80, style: .ansi).lines()
        #expect(
            lines.map(\.plain)
                == ProgressView(figures, width: 80, style: .plain).lines().map(\.plain))
    }

    @Test("fit any window, with much and with nothing", arguments: [20, 33, 40, 59, 100, 250])
    func widths(width: Int) {
        for weeks in [0, 1, 52] {
            let figures = SampleProgress.figures(weeks: weeks)
            for line in ProgressView(figures, width: width, style: .plain).lines() where width >= 40
            {
                #expect(line.width <= width)
            }
        }
    }
}

/// The page of `progress --html`.
@Suite("Page of progress")
struct ProgressPageTests {
    private let page = ProgressPage(SampleProgress.figures()).text

    @Test("needs no script and no network")
    func alone() {
        for word in ["<script", "http:", "https:", "url(", "@import", "<link", "<img"] {
            #expect(!page.contains(word), "\(word)")
        }
        #expect(page.contains("prefers-color-scheme:dark"))
        #expect(page.contains("name=\"viewport\""))
    }

    @Test("names every picture and has a table behind it")
    func accessible() {
        let pictures = page.matches(of: /<svg [^>]*>/).map { String($0.output) }
        #expect(pictures.count > 4)
        for picture in pictures {
            #expect(picture.contains("aria-label=\"") || picture.contains("aria-hidden=\"true\""))
        }
        let figures = page.split(separator: "<figure>").dropFirst()
        #expect(figures.count == 4)
        for figure in figures {
            let details = figure.firstRange(of: "</figure>\n<details").map {
                figure[$0.upperBound...]
            }
            #expect(details?.contains("<table>") == true)
        }
    }

    @Test("shows strangers' text as text")
    func strangers() {
        #expect(page.contains("Copyright &lt;b&gt;&amp;"))
        #expect(!page.contains("<b>"))
        #expect(!page.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    }

    @Test("is balanced: every element that is opened is closed")
    func balanced() {
        var open: [Substring] = []
        for tag in page.matches(of: /<(\/?)([a-z0-9]+)[^>]*?(\/?)>/) {
            let name = tag.output.2
            if tag.output.3 == "/" || name == "meta" { continue }
            if tag.output.1 == "/" {
                #expect(open.popLast() == name)
            } else {
                open.append(name)
            }
        }
        #expect(open.isEmpty)
    }

    @Test("says the figures of the screen")
    func same() {
        let report = SampleProgress.figures().report
        for sentence in [
            ProgressWords.readiness(report.total), ProgressWords.due(report.due),
            ProgressWords.time(report), ProgressWords.streak(report.streak),
            ProgressWords.verdict(report.calibration),
        ] {
            #expect(page.contains(HTML.text(sentence)))
        }
    }

    @Test("is there after no answer and after one day too")
    func short() {
        for weeks in [0, 1] {
            #expect(ProgressPage(SampleProgress.figures(weeks: weeks)).text.hasSuffix("</html>\n"))
        }
    }
}
