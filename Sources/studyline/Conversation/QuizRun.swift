import StudyCore
import StudyStore
import StudyTerminal

/// What a quiz is to be.
struct QuizRequest: Equatable {
    var scope = ScopeChoice()
    /// Every card of the scope, beyond the day's limits.
    var isAll = false
    var form: Form?
    var limit: Int?
    var minutes: Double?
}

/// A quiz from the queue to the last screen.
struct QuizRun {
    let desk: Desk
    let request: QuizRequest

    func run() throws {
        let store = try desk.store
        guard try store.guideCount() > 0 else { throw ScopeError.empty }
        if let planned = try PlannedQueue(desk: desk, request: request),
            !planned.candidates.isEmpty
        {
            ExamView(desk: desk).announce(planned)
            return try ask(planned.candidates, isPlanned: true)
        }
        let queue = try queue()
        guard !queue.isEmpty else { return try NothingDueView(desk: desk, request: request).show() }
        try ask(queue, isPlanned: false)
    }

    /// A session through a queue.
    private func ask(_ queue: [QueueCandidate], isPlanned: Bool) throws {
        let session = QuizSession(
            queue: queue, start: desk.now(), limit: request.limit, minutes: request.minutes,
            repeats: isPlanned ? PlannedQueue.repeats : .bySteps)
        let conversation = QuizConversation(
            desk: desk, session: session, form: request.form, asksFromMemory: isPlanned)
        let ending = try conversation.run()
        try SummaryView(desk: desk, isPlanned: isPlanned).show(
            conversation.session, ending: ending)
    }

    /// The cards in the order in which they are asked, where no plan decides it.
    func queue() throws -> [QueueCandidate] {
        let store = try desk.store
        let now = desk.now()
        let today = desk.today
        let confused = try request.form == .contrast ? mixedUp(store) : []
        let scope = confused.isEmpty ? request.scope.scope : .guides(confused)
        // Terms that were mixed up are drilled at once, due or not.
        let filter = request.isAll || !confused.isEmpty ? .all : request.scope.filter
        func wanted(_ candidates: [QueueCandidate]) -> [QueueCandidate] {
            guard let form = request.form else { return candidates }
            return candidates.filter { QuestionMaker.forms(for: $0.card.facet).contains(form) }
        }
        switch filter {
        case .all:
            return QueueOrder.apart(
                wanted(try store.allCards(in: scope, limit: Self.most)))
        case .weak:
            let cards = wanted(try store.weakCards(in: scope, at: now, on: today, limit: Self.weak))
            return QueueOrder.apart(cards)
        case .dueAndNew, .due, .new:
            let left = try desk.limitsLeft()
            // The plan of an exam decides when its cards are asked.
            let planned = try request.followsPlan ? desk.guidesPlanned() : []
            let isHeldBack = try desk.heldBack()
            let isOpen = { (candidate: QueueCandidate) in
                !planned.contains(candidate.guide) && !isHeldBack(candidate)
            }
            let due =
                filter == .new
                ? []
                : wanted(
                    try store.dueCards(
                        in: scope, at: now, on: today,
                        limit: planned.isEmpty ? left.reviews + Self.steps : Self.most)
                ).filter(isOpen)
            // Siblings of a new card are passed over, so twice as many are looked at.
            let new =
                filter == .due
                ? []
                : wanted(
                    try store.newCards(
                        in: scope, on: today,
                        limit: planned.isEmpty ? left.new * 2 + 2 : Self.most)
                ).filter(isOpen)
            return QueueOrder.arrange(
                due: due, new: new, limits: left,
                asked: try store.itemsAnswered(since: desk.clock(at: now).start(of: today)))
        }
    }

    /// Guides that were taken for others and not told apart since, when no part of the library is named.
    private func mixedUp(_ store: Store) throws -> [Guide.ID] {
        guard request.scope == ScopeChoice() else { return [] }
        return try store.confusions().prefix(Self.pairs).map(\.asked)
    }

    /// Most pairs that are drilled in one session.
    private static let pairs = 20
    /// Most cards that `--all` asks in one session.
    private static let most = 10_000
    /// Most cards of `quiz weak`.
    private static let weak = 50
    /// Room for cards on steps, which no limit holds back.
    private static let steps = 500
}
