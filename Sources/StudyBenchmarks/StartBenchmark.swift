import Foundation
import StudyContent

/// From the start of the program to what the learner waits for, as whole processes.
enum StartBenchmark {
    static func run() throws {
        let workshop = try Workshop()
        let sqlite = try times(runs: 21) {
            try Child.run("/usr/bin/sqlite3", [":memory:", "select 1"])
        }
        report("start.sqlite3", sqlite.milliseconds, "ms")
        let home = try homeLines(workshop)
        report("start.home.bundled", home.milliseconds, "ms")
        report("start.home-to-sqlite3.bundled", home.milliseconds / sqlite.milliseconds, "ratio")
        report("start.home.memory", home.megabytes, "MB")
        try large(workshop)
    }

    private static func homeLines(_ workshop: Workshop) throws -> Child.Outcome {
        let environment = Program.environment(workshop.path("home"), content: "content")
        return try times(runs: 21) {
            try Child.run(Program.path, [], environment: environment, until: "Enter starts")
        }
    }

    private static func large(_ workshop: Workshop) throws {
        let library = try workshop.library(of: LoadBenchmark.guides)
        let environment = Program.environment(workshop.path("large"), content: library)
        func question() throws -> Child.Outcome {
            try Child.run(
                Program.path, ["quiz", "--seed", "1"], environment: environment, until: "Question 1"
            )
        }
        let first = try question()
        report("start.first-index.10000", first.milliseconds, "ms")
        report("start.first-index.memory", first.megabytes, "MB")
        let warm = try times(runs: 15, question)
        report("start.question.10000", warm.milliseconds, "ms")
        report("start.question.memory", warm.megabytes, "MB")
        let stamp = LibraryFolder(path: library).sweep().files[LoadBenchmark.guides / 2]
        let file = library + "/" + stamp.path
        let text = try String(contentsOfFile: file, encoding: .utf8)
        var round = 0
        let changed = try times(runs: 9) {
            round += 1
            try (text + "\nA note, number \(round).\n").write(
                toFile: file, atomically: true, encoding: .utf8)
            return try question()
        }
        report("start.question.one-changed.10000", changed.milliseconds, "ms")
        report("start.one-changed-more.10000", changed.milliseconds - warm.milliseconds, "ms")
    }

    /// Medians over runs, the first not counted.
    private static func times(
        runs: Int, _ work: () throws -> Child.Outcome
    ) throws -> Child.Outcome {
        _ = try work()
        let outcomes = try (0..<runs).map { _ in try work() }
        return Child.Outcome(
            milliseconds: median(outcomes.map(\.milliseconds)),
            processorTime: median(outcomes.map(\.processorTime)),
            megabytes: median(outcomes.map(\.megabytes)))
    }
}
