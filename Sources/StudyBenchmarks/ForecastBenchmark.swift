import FSRS
import StudyCore

/// How honest forecasts are: of simulated students whose parameters are not the planner's.
enum ForecastBenchmark {
    /// One of a hundred cards in ten days; forecasts on the first day, in the middle, and on the last evening.
    private static let exam = ExamCase(cards: 100, days: 10, minutes: 8)
    private static let days = [0, 5, 9]

    private struct Outcome: Sendable {
        var forecasts: [Forecast]
        var score: Double
    }

    static func run(students: Int) {
        let outcomes = parallel(students) { student -> Outcome in
            let parameters = Learner.random(seed: UInt64(student) + 5000).parameters ?? .standard
            var policy = PlanPolicy(exam, knowledge: .adapting, fills: true)
            policy.forecastDays = Set(days)
            let result = ExamSimulation.run(
                exam, learner: ExamLearner(memory: .model(MemoryModel(parameters: parameters))),
                seed: UInt64(student), policy: &policy)
            return Outcome(
                forecasts: days.compactMap { policy.outlooks[$0]?.planned }, score: result.score)
        }
        for (index, day) in days.enumerated() {
            func mean(_ figure: (Forecast, Double) -> Double) -> Double {
                outcomes.reduce(0) { $0 + figure($1.forecasts[index], $1.score) }
                    / Double(outcomes.count)
            }
            let name = "exam.forecast.day-\(day + 1)"
            report("\(name).coverage", 100 * mean { $0.low <= $1 && $1 <= $0.high ? 1 : 0 }, "%")
            report("\(name).error", 100 * mean { $0.mean - $1 }, "points")
            report("\(name).absolute-error", 100 * mean { abs($0.mean - $1) }, "points")
            report(
                "\(name).width", 100 * mean { forecast, _ in forecast.high - forecast.low },
                "points")
        }
    }
}
