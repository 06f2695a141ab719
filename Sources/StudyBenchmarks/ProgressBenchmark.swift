import FSRS
import Foundation

/// `progress` with 110,000 cards and 1,000,000 reviews, as whole processes.
enum ProgressBenchmark {
    private static let reviews = 1_000_000
    /// 2024-01-01 12:00 UTC, when the simulated learner begins.
    private static let start = 1_704_110_400

    static func run() throws {
        let workshop = try Workshop()
        let library = try workshop.library(of: LoadBenchmark.guides)
        let data = workshop.path("progress")
        var environment = Program.environment(data, content: library)
        _ = try Child.run(
            Program.path, ["quiz", "--seed", "1"], environment: environment, until: "Question 1")
        let days = try addHistory(to: data + "/studyline.sqlite", in: workshop)
        environment["STUDYLINE_NOW"] = Date(timeIntervalSince1970: Double(start + days * 86_400))
            .formatted(.iso8601)
        let rebuild = try Child.run(Program.path, ["progress"], environment: environment)
        report("progress.rebuild.1000000", rebuild.milliseconds, "ms")
        for (name, arguments) in [
            ("text", ["progress"]), ("json", ["progress", "--format", "json"]),
            ("page", ["progress", "--html", workshop.path("page.html")]),
            ("class", ["progress", "class 3"]),
        ] {
            let outcomes = try (0..<11).map { _ in
                try Child.run(Program.path, arguments, environment: environment)
            }
            report("progress.\(name).1000000", median(outcomes.map(\.milliseconds)), "ms")
            report("progress.\(name).processor", median(outcomes.map(\.processorTime)), "ms")
            report("progress.\(name).memory", median(outcomes.map(\.megabytes)), "MB")
        }
    }

    /// Writes a simulated learner's answers into a store.
    ///
    /// - Returns: The days they took.
    private static func addHistory(to store: String, in workshop: Workshop) throws -> Int {
        var plan = StudyPlan()
        (plan.cards, plan.newPerDay, plan.days) = (110_000, 110, 2_000)
        (plan.secondsPerDay, plan.measuresMemory) = (.infinity, false)
        (plan.keepsReviews, plan.longestLog) = (true, reviews)
        let learner = Learner(name: "model", memory: .model(MemoryModel()))
        let answers = StudySimulation.run(plan: plan, learner: learner, seed: 1).answers
        var table = ""
        for (number, answer) in answers.enumerated() {
            // Answers of one day come in the order of the log.
            let time = (start + answer.day * 86_400) * 1_000 + number % 20_000 * 2_000
            table += "\(number + 1),\(answer.card),\(answer.rating.rawValue),\(time)\n"
        }
        let file = workshop.path("answers.csv")
        try table.write(toFile: file, atomically: false, encoding: .utf8)
        let script = workshop.path("answers.sql")
        try """
        PRAGMA synchronous = OFF;
        CREATE TEMP TABLE answer (number INTEGER PRIMARY KEY, card INTEGER, rating INTEGER, time INTEGER);
        .mode csv
        .import \(file) answer
        CREATE TEMP TABLE card (number INTEGER PRIMARY KEY, item INTEGER, facet TEXT);
        INSERT INTO card SELECT row_number() OVER (ORDER BY guide, rank) - 1, item, facet
            FROM card_state WHERE guide IS NOT NULL;
        BEGIN;
        INSERT INTO device (number, name, created_at) VALUES (1000, 'learner', 0);
        INSERT INTO event (number, device, sequence, time, utc_offset)
            SELECT 1000000 + number, 1000, number, time, 0 FROM answer ORDER BY number;
        INSERT INTO review (event, item, facet, form, rating, milliseconds, answer, score, hints,
                fingerprint)
            SELECT 1000000 + answer.number, item, facet,
                CASE facet WHEN 'term' THEN 'typed-term' WHEN 'answer' THEN 'free-response'
                    WHEN 'fact' THEN 'cloze' ELSE 'flashcard' END,
                rating, 8000 + answer.number % 7000,
                CASE facet WHEN 'meaning' THEN '' ELSE 'an answer of usual length' END,
                NULL, 0, 1
            FROM answer JOIN card ON card.number = answer.card ORDER BY answer.number;
        DELETE FROM setting WHERE name = 'rules-version';
        COMMIT;

        """.write(toFile: script, atomically: false, encoding: .utf8)
        _ = try Child.run("/usr/bin/sqlite3", [store, ".read \(script)"])
        return (answers.last?.day ?? 0) + 1
    }
}
