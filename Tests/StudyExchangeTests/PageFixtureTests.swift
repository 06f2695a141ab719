import Foundation
import StudyExchange
import Testing

/// What becomes of pages of every generation and variant, whole, as it stands beside them.
///
/// `RENEW_GOLDEN=1 swift test --filter Page` writes the reports anew; the difference is then to be read,
/// line by line.
@Suite("Pages")
struct PageFixtureTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "Pages")

    static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (files ?? []).filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }()

    static func text(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
    }

    @Test("Guides and report are as they were", arguments: names)
    func golden(name: String) throws {
        let report = Self.report(Array(try Self.text(name).utf8))
        let url = Self.folder.appending(path: "\(name).report")
        if ProcessInfo.processInfo.environment["RENEW_GOLDEN"] == "1" {
            try Data(report.utf8).write(to: url)
        }
        #expect(report == (try String(contentsOf: url, encoding: .utf8)))
    }

    /// The guides as files, what became of each line, and the notes.
    static func report(_ bytes: [UInt8]) -> String {
        do {
            let reading = try readText(bytes)
            var report = reading.shape + "\n"
            for guide in reading.guides {
                report += "\n" + GuideMarkdown.file([guide], className: guide.className ?? "none")
            }
            report += "\n"
            for line in reading.lines where line.fate != .blank {
                report +=
                    "\(line.fate.rawValue.padding(toLength: 11, withPad: " ", startingAt: 0))\(line.text)\n"
            }
            for note in reading.notes {
                report += "note\(note.line.map { ", line \($0)" } ?? ""): \(note.text)\n"
            }
            return report
        } catch {
            return "refused: \(error)\n"
        }
    }
}
