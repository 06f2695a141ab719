import FSRS
import StudyCore
import StudyStore

/// What the plan of the exams ahead asks in a session.
struct PlannedQueue {
    /// The nearest exam.
    let record: ExamRecord
    /// The cards in the order in which they are asked.
    let candidates: [QueueCandidate]
    /// What is left of today's plan.
    let tasks: [KeptPlan.Task]

    /// Repeats of a card on one day, beyond the first answer.
    static let repeats = QuizSession.Repeats.untilKnown(most: StudyCosts().mostRepeats)

    /// Nil when no exam is ahead, or when something else is asked for than a plan can give.
    init?(desk: Desk, request: QuizRequest) throws {
        guard request.followsPlan, let record = try desk.examsPlanned().first,
            let plan = try desk.examPlans.current()
        else { return nil }
        self.record = record
        let store = try desk.store
        let today = desk.today
        let start = desk.clock(at: desk.now()).start(of: today)
        let answered = Set(try store.answers(since: start).map(\.card.description))
        func left(_ tasks: [KeptPlan.Task]) throws -> [(KeptPlan.Task, QueueCandidate)] {
            try tasks.compactMap { task in
                guard !answered.contains(task.card), let id = Card.ID(task.card),
                    let card = try store.card(id), let guide = card.guide,
                    !card.marks.isHidden(on: today)
                else { return nil }
                return (
                    task,
                    QueueCandidate(
                        card: id, guide: guide.id, state: card.state, marks: card.marks,
                        isChanged: card.standing.isChanged)
                )
            }
        }
        let planned = try left(plan.tasks)
        // Minutes that were asked for are filled with what is useful beyond the plan.
        let extras = try request.minutes == nil ? [] : left(plan.extras)
        tasks = planned.map(\.0)
        candidates = QueueOrder.apart(
            try Self.notKnownYet(desk) + (planned + extras).map(\.1))
    }

    /// Cards of the exams that were answered and not known, whose wait is over.
    private static func notKnownYet(_ desk: Desk) throws -> [QueueCandidate] {
        let guides = try desk.guidesPlanned()
        return try desk.store.dueCards(in: .all, at: desk.now(), on: desk.today, limit: 500)
            .filter { candidate in
                guard case .moment? = candidate.state?.due, candidate.state?.step == 0 else {
                    return false
                }
                return guides.contains(candidate.guide)
            }
    }
}

extension QuizRequest {
    /// Whether nothing is asked for that the plan of an exam could not give.
    var followsPlan: Bool { scope == ScopeChoice() && !isAll && form == nil }
}

extension Desk {
    /// The guides of which the exams ahead ask something, and that their plan decides about.
    func guidesPlanned() throws -> Set<Guide.ID> {
        try guides(of: try examsPlanned())
    }

    /// The guides of which exams ask something.
    func guides(of records: some Sequence<ExamRecord>) throws -> Set<Guide.ID> {
        var guides: Set<Guide.ID> = []
        for record in records {
            for part in record.exam.parts {
                for head in try store.guideHeads(in: part.scope.inStore)
                where record.exam.weight(of: head.id, unit: head.unit) > 0 {
                    guides.insert(head.id)
                }
            }
        }
        return guides
    }

    /// Which due cards wait after an exam that is over: see ``AfterExam``.
    func heldBack() throws -> (QueueCandidate) -> Bool {
        let (now, today) = (now(), today)
        let over = try store.exams().filter { $0.exam.moment <= now }.compactMap { record in
            let day = clock(at: record.exam.moment).day(of: record.exam.moment)
            let after = AfterExam(exam: day)
            return after.concerns(today) ? (record, after) : nil
        }
        guard !over.isEmpty else { return { _ in false } }
        let held = try over.map { (guides: try guides(of: [$0.0]), after: $0.1) }
        return { candidate in
            held.contains {
                $0.guides.contains(candidate.guide) && $0.after.holdsBack(candidate, on: today)
            }
        }
    }
}
