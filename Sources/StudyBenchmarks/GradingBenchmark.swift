import FSRS
import Foundation
import StudyContent
import StudyCore
import StudyGrading
import StudyStore

/// Grading written answers as the quiz does, at 10,000 guides: what is fetched, made ready and compared.
enum GradingBenchmark {
    private static let guides = 10_000
    private static let samples = 400

    /// A question with what the quiz has at hand once it was shown.
    private struct Asked {
        let question: Question
        let subject: Subject
    }

    static func run() throws {
        let workshop = try Workshop()
        let store = try workshop.store(of: guides)
        defer { try? store.close() }
        try report(asked(in: store), from: store, as: "10000")
        try bundled()
    }

    private static func asked(in store: Store) throws -> [Asked] {
        var generator = SeededGenerator(seed: 1)
        let cards = try store.newCards(
            in: .all, on: StudyClock(utcOffset: 0).day(of: Workshop.start), limit: .max
        ).filter { $0.card.facet == .answer }.shuffled(using: &generator)
        return try cards.prefix(samples).compactMap { card in
            guard let record = try store.card(card.card),
                let subject = try Workshop.subject(record, in: store),
                let question = QuestionMaker.question(
                    subject, form: .freeResponse, using: &generator)
            else { return nil }
            return Asked(question: question, subject: subject)
        }
    }

    /// What the first question of a program and the following ones cost: the model answer made ready, which
    /// is done while the learner reads, and the typed text graded.
    private static func report(_ asked: [Asked], from store: Store, as size: String) throws {
        let memory = megabytes()
        let grader = AnswerGrader()
        let times = try asked.map { asked -> (ready: Double, graded: Double) in
            let answer = half(of: asked.question.answer.plain)
            let start = ContinuousClock.now
            let accepted = try store.acceptedAnswers(to: asked.question.card, limit: 8)
            let others = try store.modelAnswers(
                of: [asked.subject.topic.guide] + asked.subject.near.map(\.guide),
                besides: asked.question.card.item, limit: 40)
            let model = grader.prepare(
                ModelAnswer.Source(
                    asked.question, about: asked.subject, accepted: accepted, others: others))
            let ready = ContinuousClock.now
            _ = grader.grade(answer, against: model)
            return (
                (ready - start) / .milliseconds(1),
                (ContinuousClock.now - ready) / .milliseconds(1)
            )
        }
        for (name, value) in [
            ("first.ready", times.first?.ready), ("first.answer", times.first?.graded),
            ("ready", median(times.dropFirst().map(\.ready))),
            ("answer", median(times.dropFirst().map(\.graded))),
        ] {
            StudyBenchmarks.report("grading.\(name).\(size)", value ?? .nan, "ms")
        }
        if let before = memory, let after = megabytes() {
            StudyBenchmarks.report("grading.memory.\(size)", after - before, "MB")
        }
    }

    /// The bundled class: comparing alone, and with everything made ready.
    private static func bundled() throws {
        let guides = loadLibrary(at: LibraryFolder(path: "content")).flatMap(\.guides)
        let answers = guides.flatMap { $0.items.compactMap(\.answer?.plain) }
        let grader = AnswerGrader()
        let models = answers.map {
            grader.prepare(ModelAnswer.Source(question: "", answer: $0))
        }
        _ = zip(answers, models).map { grader.grade(half(of: $0), against: $1) }
        let start = ContinuousClock.now
        for (answer, model) in zip(answers, models) {
            _ = grader.grade(half(of: answer), against: model)
        }
        let time = (ContinuousClock.now - start) / .milliseconds(1)
        StudyBenchmarks.report("grading.comparing.bundled", time / Double(answers.count), "ms")
    }

    private static func half(of text: String) -> String {
        let words = text.split(separator: " ")
        return words.prefix(words.count / 2).joined(separator: " ")
    }

    /// The memory this process holds now; nil where the system does not tell.
    private static func megabytes() -> Double? {
        guard let fields = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
            let pages = fields.split(separator: " ").dropFirst().first.flatMap({ Double($0) })
        else { return nil }
        return pages * Double(getpagesize()) / 1_048_576
    }
}
