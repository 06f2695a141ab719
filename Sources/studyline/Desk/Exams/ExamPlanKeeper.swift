import Dispatch
import Foundation
import StudyCore
import StudyStore
import Synchronization

/// The plan of the exams ahead: the one kept last, and a new one when that is not today's.
///
/// Whoever only wants to say something takes `kept` and waits for nothing. A new plan can be begun behind,
/// while the learner reads; whoever follows it takes `current()`.
final class ExamPlanKeeper {
    private unowned let desk: Desk
    private var making: BackgroundPlan?

    init(desk: Desk) {
        self.desk = desk
    }

    /// The plan kept last, whatever day it is of; nil when there is none that can be read.
    func kept() throws -> KeptPlan? {
        guard let (_, content) = try desk.store.keptPlan() else { return nil }
        // It is derived: what an older version wrote is made anew.
        return try? JSONDecoder().decode(KeptPlan.self, from: Data(content.utf8))
    }

    /// Begins to make today's plan behind, unless it is there or no exam is ahead.
    func begin() throws {
        guard try !desk.examsAhead().isEmpty else { return }
        let kept = try kept()
        if try isCurrent(kept) { return }
        let planning = try ExamPlanning(desk: desk)
        if !planning.records.isEmpty { making = BackgroundPlan(planning, after: kept) }
    }

    /// Today's plan; made now if it is not there. Nil when no exam with cards is ahead.
    func current() throws -> KeptPlan? {
        if let made = try finished() { return made }
        guard try !desk.examsAhead().isEmpty else { return nil }
        let kept = try kept()
        if let kept, try isCurrent(kept) { return kept }
        let planning = try ExamPlanning(desk: desk)
        guard !planning.records.isEmpty else { return nil }
        return try keep(planning.make(after: kept), of: planning).kept
    }

    /// The plan as it stands after what was just answered or set; the rest of today's cards stay today's.
    ///
    /// - Parameter advised: The exam for which other amounts of time are tried too.
    func renewed(
        advising advised: EventID? = nil
    ) throws -> (planning: ExamPlanning, made: MadePlan)? {
        making = nil
        guard try !desk.examsAhead().isEmpty else { return nil }
        let planning = try ExamPlanning(desk: desk)
        guard !planning.records.isEmpty else { return nil }
        let made = planning.make(
            after: try kept(),
            advising: planning.records.firstIndex { $0.id == advised })
        return (planning, try keep(made, of: planning))
    }

    /// Waits for what is being made behind, and keeps it; nil when nothing is.
    @discardableResult
    func finished() throws -> KeptPlan? {
        guard let making else { return nil }
        self.making = nil
        // Exams may have been changed meanwhile.
        guard try desk.examsAhead() == making.planning.records else { return nil }
        return try keep(making.result(), of: making.planning).kept
    }

    /// Keeps what is being made behind, at the end of the program; without it, the next one makes it anew.
    func finishQuietly() { _ = try? finished() }

    /// Whether a plan is today's, of the exams as they are set and the memory model in use.
    func isCurrent(_ kept: KeptPlan?) throws -> Bool {
        guard let kept, kept.day == desk.today.number else { return false }
        return kept.basis
            == ExamPlanning.basis(of: try desk.examsAhead(), model: try desk.scheduler.model)
    }

    /// Keeps a plan and notes what it says of each exam.
    private func keep(_ made: MadePlan, of planning: ExamPlanning) throws -> MadePlan {
        let store = try desk.store
        try store.keepPlan(try JSON.text(made.kept), for: planning.today)
        for record in planning.records {
            guard let outlook = made.kept.outlook(of: record.id) else { continue }
            let said = SaidForecast(
                time: planning.now, mean: outlook.planned.mean, low: outlook.planned.low,
                high: outlook.planned.high, idle: outlook.idle.mean)
            let last = try store.lastForecast(of: record.id, before: record.exam.moment)
            if said.isNews(after: last, clock: planning.clock) {
                try store.note(said, of: record.id)
            }
        }
        return made
    }
}

extension SaidForecast {
    /// Half a point: what is smaller would not be seen in whole per cent.
    private static let threshold = 0.005

    /// Whether it says anything that was not said that day.
    fileprivate func isNews(after last: SaidForecast?, clock: StudyClock) -> Bool {
        guard let last, clock.day(of: last.time) == clock.day(of: time) else { return true }
        return abs(last.mean - mean) >= Self.threshold || abs(last.low - low) >= Self.threshold
            || abs(last.high - high) >= Self.threshold || abs(last.idle - idle) >= Self.threshold
    }
}

/// A plan that is being made on another thread.
private final class BackgroundPlan: Sendable {
    let planning: ExamPlanning
    private let group = DispatchGroup()
    private let made = Mutex<MadePlan?>(nil)

    /// Begins at once.
    init(_ planning: ExamPlanning, after kept: KeptPlan?) {
        self.planning = planning
        DispatchQueue.global(qos: .userInitiated).async(group: group) {
            let plan = planning.make(after: kept)
            self.made.withLock { $0 = plan }
        }
    }

    /// The plan, once it is made.
    func result() -> MadePlan {
        group.wait()
        return made.withLock { $0 } ?? planning.make(after: nil)
    }
}
