import FSRS
import Foundation
import StudyCore

/// What planning a morning takes, with the prices of the evening before.
enum ExamSpeed {
    static func run() {
        for (cards, days) in [(1000, 14), (1000, 60), (10_000, 90)] {
            resetPeak()
            let before = peak()
            let evening = problem(cards: cards, days: days, day: 0)
            let prices = ExamPlanner.plan(evening).prices
            let morning = problem(cards: cards, days: days, day: 1)
            let times = milliseconds(runs: cards > 5000 ? 3 : 7) {
                _ = ExamPlanner.plan(morning, startingFrom: prices)
            }
            report("exam.plan-of-the-morning.\(cards)-\(days)", median(times), "ms")
            report("exam.plan-of-the-morning.\(cards)-\(days).memory", peak() - before, "MB")
        }
    }

    /// Half of the cards seen before, and time for about all of it.
    private static func problem(cards: Int, days: Int, day: Int) -> ExamProblem {
        let clock = StudyClock(utcOffset: 0)
        let now = Timestamp(milliseconds: 1_795_453_200_000).adding(seconds: Double(day) * 86_400)
        let exam = Timestamp(milliseconds: 1_795_453_200_000)
            .adding(seconds: Double(days) * 86_400 - 9 * 3600)
        let today = clock.day(of: now)
        let minutes = Double(cards) * 0.5 / Double(days) + 10
        let planned = (0..<cards).map { number -> PlanCard in
            let memory = MemoryState(
                stability: 0.5 + Double(number % 97), difficulty: Double(1 + number % 9))
            let age = 1 + number % 40
            let past = PlanCard.Past(
                memory: memory, time: now.adding(seconds: Double(-86_400 * age)),
                day: today + (-age))
            return PlanCard(
                card: Card.ID(item: Item.ID("item\(number)"), facet: .fact),
                guide: Guide.ID(classSlug: "class", termSlug: "guide\(number / 11)"),
                past: number.isMultiple(of: 2) ? nil : past)
        }
        return ExamProblem(
            exams: [ExamProblem.Exam(time: exam, cards: planned)],
            sessions: StudyRoutine(secondsPerDay: minutes * 60)
                .sessions(from: now, to: exam, studied: 0, clock: clock),
            now: now, today: today, belief: ModelBelief(reviews: 200))
    }

    /// Megabytes that this process has held at most since the peak was reset; 0 where the system does not say.
    private static func peak() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first
        return (kilobytes.flatMap { Double($0) } ?? 0) / 1024
    }

    private static func resetPeak() {
        try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    }
}
