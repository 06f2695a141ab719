import Foundation
import Testing

/// What a learner types and sees, whole, as it stands in `Transcripts/`.
///
/// A transcript is what a terminal would show: a line `$ command`, then all it wrote, and `[1]` where
/// it ended with another status than 0. The commands of a file are run by a shell one after another in
/// one workplace, so a later one sees what an earlier one left. What follows only describes the screen:
/// `␛` stands for the escape character, `%` at the end for an output without a line feed at its end.
///
/// After a change that is meant, `RENEW_TRANSCRIPTS=1 swift test --filter Transcripts` writes the files
/// anew; the difference is then to be read, line by line, as a learner would.
@Suite("Transcripts")
struct TranscriptTests {
    static let folder = Workplace.testFolder.appending(path: "Transcripts")

    static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (files ?? []).filter { $0.hasSuffix(".txt") }.sorted()
    }()

    @Test("Everything looks as it did", arguments: names)
    func transcript(name: String) throws {
        let url = Self.folder.appending(path: name)
        let expected = try String(contentsOf: url, encoding: .utf8)
        let commands = expected.split(separator: "\n").filter { $0.hasPrefix("$ ") }
        #expect(!commands.isEmpty)
        let workplace = try Workplace()
        var shown = ""
        for command in commands {
            shown += command + "\n" + (try run(String(command.dropFirst(2)), in: workplace))
        }
        if ProcessInfo.processInfo.environment["RENEW_TRANSCRIPTS"] == "1" {
            try Data(shown.utf8).write(to: url)
        } else {
            #expect(firstDifference(shown, expected) == nil)
        }
    }

    /// What a shell shows after a command.
    private func run(_ command: String, in workplace: Workplace) throws -> String {
        let result = try workplace.run(
            "/bin/sh", ["-c", "exec 2>&1; \(command)"],
            environment: ["STUDYLINE_DATA": "data", "STUDYLINE_CONTENT": "guides"])
        var shown = result.output.replacing("\u{1B}", with: "␛")
            .replacing(workplace.folder.path, with: "/place")
        if !shown.isEmpty, !shown.hasSuffix("\n") { shown += "%\n" }
        if result.status != 0 { shown += "[\(result.status)]\n" }
        return shown
    }

    /// The first line in which two texts differ, with its number, and the lines before it.
    private func firstDifference(_ shown: String, _ expected: String) -> String? {
        guard shown != expected else { return nil }
        let (left, right) = (
            shown.components(separatedBy: "\n"), expected.components(separatedBy: "\n")
        )
        let same = zip(left, right).prefix { $0 == $1 }.count
        func line(_ lines: [String]) -> String { same < lines.count ? lines[same] : "(the end)" }
        return """
            line \(same + 1)
            \(left[max(0, same - 6)..<same].joined(separator: "\n"))
            shown:    \(line(left))
            expected: \(line(right))
            """
    }

    @Test("The same answers with the same seed give the same transcript")
    func repeatable() throws {
        let input = String(repeating: "t\n1\na\nspring tide\n\n", count: 20)
        let runs = try (0..<2).map { _ in
            try Workplace().run(
                ["quiz", "--seed", "1", "--all", "--limit", "8"], input: input)
        }
        #expect(runs[0] == runs[1])
        #expect(runs[0].output.contains("Question 4"))
        #expect(runs[0].status == 0)
    }

    @Test("Another seed blanks other words")
    func seeds() throws {
        let screens = try (1...6).map { seed in
            try Workplace().run(
                ["quiz", "--form", "cloze", "--seed", "\(seed)"], input: "\n\n\n\n\n\n"
            ).output
        }
        #expect(Set(screens).count > 1)
    }
}
