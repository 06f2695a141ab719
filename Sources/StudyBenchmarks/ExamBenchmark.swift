import FSRS
import Foundation
import StudyCore

/// Exams on the simulator: the plan beside other ways to study, under the same daily minutes and with the same luck.
///
/// A part of the grid, in a few minutes; with `STUDYLINE_BENCH=full` all of it, with more repetitions.
enum ExamBenchmark {
    private static var isFull: Bool {
        ProcessInfo.processInfo.environment["STUDYLINE_BENCH"] == "full"
    }

    /// The learners: as the planner believes, spread around that, and two whose memory is not FSRS.
    private enum Student: String, CaseIterable, Sendable {
        case believed, spread
        case twoTraces = "two-traces"
        case activation

        /// The learner of a repetition.
        func learner(_ seed: UInt64) -> ExamLearner {
            switch self {
            case .believed: ExamLearner(memory: .model(MemoryModel()))
            case .spread:
                ExamLearner(
                    memory: Learner.random(seed: seed + 100).parameters.map {
                        .model(MemoryModel(parameters: $0))
                    } ?? .model(MemoryModel()))
            case .twoTraces: ExamLearner(memory: .twoTraces(TwoTraceMemory()))
            case .activation: ExamLearner(memory: .activation(ActivationMemory()))
            }
        }

        /// Cards, days and minutes; whether a month of study came before.
        var cells: [ExamCase] {
            switch self {
            case .believed:
                ExamBenchmark.cases([
                    (55, 1, 10), (55, 3, 5), (55, 7, 10), (55, 30, 5), (200, 3, 20),
                    (200, 7, 10), (200, 14, 5), (200, 14, 10), (200, 30, 5), (600, 7, 20),
                    (600, 14, 20), (600, 30, 10),
                ]) + ExamBenchmark.cases([(55, 7, 5), (200, 7, 10)], hasHistory: true)
            case .spread:
                ExamBenchmark.cases([(55, 7, 10), (200, 7, 10), (200, 14, 10), (200, 30, 5)])
                    + ExamBenchmark.cases([(200, 7, 10)], hasHistory: true)
            case .twoTraces, .activation:
                ExamBenchmark.cases([(55, 7, 10), (200, 7, 20), (200, 14, 10), (200, 30, 5)])
            }
        }
    }

    private static func cases(_ figures: [(Int, Int, Double)], hasHistory: Bool = false)
        -> [ExamCase]
    {
        figures.map { ExamCase(cards: $0, days: $1, minutes: $2, hasHistory: hasHistory) }
    }

    private static var fullGrid: [ExamCase] {
        var figures: [(Int, Int, Double)] = []
        for days in [1, 3, 7, 14, 30, 90] {
            for (cards, minutes) in [
                (55, 5.0), (55, 10), (200, 5), (200, 10), (200, 20), (600, 10), (600, 20),
                (600, 40),
            ] {
                figures.append((cards, days, minutes))
            }
        }
        return cases(figures)
            + cases(figures.filter { [7, 30].contains($0.1) }, hasHistory: true)
    }

    static func run() {
        ExamSpeed.run()
        ForecastBenchmark.run(students: 500)
        var summary = ExamSummary()
        for student in Student.allCases {
            for cell in isFull ? fullGrid : student.cells {
                let scores = scores(of: student, cell)
                for score in scores {
                    let name = "exam.\(student.rawValue).\(cell.name).\(score.policy)"
                    report(name, score.recall * 100, "%")
                    if score.policy != "bound" {
                        report(name + ".30-days-later", score.later * 100, "%")
                        report(name + ".study", score.minutes, "minutes")
                    }
                }
                summary.add(scores, isBelieved: student == .believed, isSpread: student == .spread)
            }
        }
        summary.report()
    }

    /// Repetitions of a cell: many where few cards make for much chance.
    private static func repetitions(_ cell: ExamCase) -> Int {
        let usual = max(4, 1100 / cell.cards * (cell.days > 20 ? 1 : 2) / 2)
        return isFull ? usual * 3 : usual
    }

    private static func scores(of student: Student, _ cell: ExamCase) -> [ExamScore] {
        let count = repetitions(cell)
        func score(
            _ name: String, of cell: ExamCase? = nil, given exam: ExamCase,
            _ policy: @escaping @Sendable (ExamLearner) -> any StudyPolicy
        ) -> ExamScore {
            let results = parallel(count) { repetition -> ExamSimulation.Result in
                let learner = student.learner(UInt64(repetition))
                return play(exam, learner, UInt64(repetition), policy(learner))
            }
            return ExamScore(policy: name, results)
        }
        let cards = cell.cards
        let bare = score("fsrs-90", given: cell) { _ in
            DueReviews(cards: cards, retention: 0.9, steps: false)
        }
        var equal = cell
        equal.secondsPerDay = bare.minutes * 60 / Double(cell.days)
        var crammed = cell
        crammed.isCrammed = true
        let (same, last) = (equal, crammed)
        let retentions = [0.8, 0.85, 0.93, 0.95, 0.97, 0.98, 0.99].map { retention in
            score("best-retention", given: cell) { _ in
                DueReviews(cards: cards, retention: retention, steps: false)
            }
        }
        var scores = [
            score("round-robin", given: cell) { _ in RoundRobin(cards: cards) },
            score("leitner", given: cell) { _ in Leitner(cards: cards) },
            score("sm-2", given: cell) { _ in SM2(cards: cards) },
            score("anki-90", given: cell) { _ in
                DueReviews(cards: cards, retention: 0.9, steps: true)
            },
            bare,
            (retentions + [bare.named("best-retention")]).max { $0.recall < $1.recall } ?? bare,
            score("greedy", given: cell) { _ in GreedyPolicy(cell) },
            score("plan", given: cell) { _ in
                PlanPolicy(cell, knowledge: .adapting, fills: true)
            },
            score("plan-at-fsrs-minutes", given: same) { _ in
                PlanPolicy(same, knowledge: .adapting, fills: true)
            },
            score("all-on-the-last-evening", given: last) { _ in RoundRobin(cards: cards) },
        ]
        if student == .spread {
            scores.append(
                score("truth-known", given: cell) { learner in
                    guard case .model(let model) = learner.memory else { return SM2(cards: cards) }
                    return PlanPolicy(cell, model: model, knowledge: .fixed, fills: true)
                })
        }
        if student == .believed, cell.days <= 30 {
            let bounds = parallel(cell.hasHistory ? count : 1) {
                ExamBound.recall(
                    cell, model: MemoryModel(), costs: StudyCosts(), seed: UInt64($0))
            }
            scores.append(
                ExamScore(policy: "bound", recall: bounds.reduce(0, +) / Double(bounds.count)))
        }
        return scores
    }

    private static func play(
        _ exam: ExamCase, _ learner: ExamLearner, _ seed: UInt64, _ policy: some StudyPolicy
    ) -> ExamSimulation.Result {
        var policy = policy
        return ExamSimulation.run(exam, learner: learner, seed: seed, policy: &policy)
    }
}

extension ExamCase {
    /// Such as `200-14-10` for 200 cards, 14 days, 10 minutes a day.
    var name: String {
        "\(cards)-\(days)-\(Int(secondsPerDay / 60))" + (hasHistory ? "-month" : "")
    }
}

/// How a policy did in a cell, on average.
struct ExamScore: Sendable {
    var policy: String
    var recall: Double
    var later = 0.0
    var minutes = 0.0

    init(policy: String, recall: Double) {
        (self.policy, self.recall) = (policy, recall)
    }

    init(policy: String, _ results: [ExamSimulation.Result]) {
        let count = Double(max(results.count, 1))
        self.policy = policy
        recall = results.reduce(0) { $0 + $1.recall } / count
        later = results.reduce(0) { $0 + $1.monthLater } / count
        minutes = results.reduce(0) { $0 + $1.seconds } / count / 60
    }

    func named(_ name: String) -> ExamScore {
        var score = self
        score.policy = name
        return score
    }
}

/// What the cells come to together.
struct ExamSummary {
    private var toBound: [Double] = []
    private var overAnki: [Double] = []
    private var overAnkiScarce: [Double] = []
    private var overBare: [Double] = []
    private var belowTruth: [Double] = []
    private var strangersOverAnki: [Double] = []
    private var strangersBelowBest: [Double] = []

    mutating func add(_ scores: [ExamScore], isBelieved: Bool, isSpread: Bool) {
        let recall = Dictionary(scores.map { ($0.policy, $0.recall) }, uniquingKeysWith: { $1 })
        guard let plan = recall["plan"], let anki = recall["anki-90"],
            let bare = recall["fsrs-90"], let equal = recall["plan-at-fsrs-minutes"]
        else { return }
        if isBelieved {
            overAnki.append(plan - anki)
            overBare.append(equal - bare)
            if let bound = recall["bound"] {
                toBound.append(plan / bound)
                if bound < 0.95 { overAnkiScarce.append(plan - anki) }
            }
        } else if isSpread {
            if let truth = recall["truth-known"] { belowTruth.append(truth - plan) }
        } else {
            strangersOverAnki.append(plan - anki)
            let rivals = scores.filter { $0.policy != "all-on-the-last-evening" }
            strangersBelowBest.append((rivals.map(\.recall).max() ?? plan) - plan)
        }
    }

    func report() {
        func mean(_ values: [Double]) -> Double {
            values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
        }
        StudyBenchmarks.report("exam.plan-to-bound.least", (toBound.min() ?? .nan) * 100, "%")
        StudyBenchmarks.report("exam.plan-to-bound.mean", mean(toBound) * 100, "%")
        StudyBenchmarks.report("exam.plan-over-anki-90", mean(overAnki) * 100, "points")
        StudyBenchmarks.report(
            "exam.plan-over-anki-90.scarce", mean(overAnkiScarce) * 100, "points")
        StudyBenchmarks.report(
            "exam.plan-over-fsrs-90.equal-minutes", mean(overBare) * 100, "points")
        StudyBenchmarks.report(
            "exam.spread.plan-below-truth-known", mean(belowTruth) * 100, "points")
        StudyBenchmarks.report(
            "exam.not-fsrs.plan-over-anki-90.least", (strangersOverAnki.min() ?? .nan) * 100,
            "points")
        StudyBenchmarks.report(
            "exam.not-fsrs.plan-below-best", mean(strangersBelowBest) * 100, "points")
    }
}
