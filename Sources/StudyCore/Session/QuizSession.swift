package import FSRS

/// One run through a queue of cards.
///
/// A value: it decides which card comes next and counts what happened, and knows neither a terminal
/// nor the store. Cards on steps come back as soon as their step is over, and at the latest when
/// nothing else is left.
package struct QuizSession: Sendable {
    /// Why a session is over.
    package enum End: Hashable, Sendable {
        /// Everything that was to be asked has been asked.
        case finished
        /// As many cards as were wanted have been answered.
        case limit
        /// The minutes are over.
        case time
    }

    package enum Turn: Hashable, Sendable {
        case ask(QueueCandidate)
        case end(End)
    }

    /// Which cards on steps come back in the same session.
    package enum Repeats: Hashable, Sendable {
        /// All, as their steps say.
        case bySteps
        /// Those not known yet, so many times at most: before an exam, more repeats buy little.
        case untilKnown(most: Int)
    }

    /// Cards not asked yet, in order.
    package private(set) var queue: [QueueCandidate]
    /// Cards on steps that come back in this session, by the time their step is over.
    package private(set) var onSteps: [QueueCandidate] = []
    /// The card whose answer was taken back last: it comes before all others.
    package private(set) var takenBack: QueueCandidate?
    package private(set) var tally = Tally()

    private let start: Timestamp
    private let limit: Int?
    private let seconds: Double?
    private let repeats: Repeats

    /// How far ahead of its time a card on steps is asked when nothing else is left, in seconds.
    package static let learnAhead = 20.0 * 60

    /// Begins a session.
    ///
    /// - Parameters:
    ///   - queue: The cards in the order in which they are asked.
    ///   - start: Now.
    ///   - limit: Answers after which the session ends; nil for no end.
    ///   - minutes: Minutes after which no further question is asked; nil for no end.
    ///   - repeats: Which cards on steps come back.
    package init(
        queue: [QueueCandidate], start: Timestamp, limit: Int? = nil, minutes: Double? = nil,
        repeats: Repeats = .bySteps
    ) {
        self.queue = queue
        self.start = start
        self.limit = limit
        self.seconds = minutes.map { $0 * 60 }
        self.repeats = repeats
    }

    /// Questions still to come, as far as is known now.
    package var remaining: Int {
        let known = queue.count + onSteps.count + (takenBack == nil ? 0 : 1)
        guard let limit else { return known }
        return min(known, max(0, limit - tally.answers))
    }

    /// What comes now; asking twice gives the same.
    package func turn(at now: Timestamp) -> Turn {
        if let limit, tally.answers >= limit { return .end(.limit) }
        if let seconds, now.seconds - start.seconds >= seconds { return .end(.time) }
        if let takenBack { return .ask(takenBack) }
        if let step = onSteps.first, step.isOver(at: now) { return .ask(step) }
        if let next = queue.first { return .ask(next) }
        if let step = onSteps.first, step.isOver(at: now.adding(seconds: Self.learnAhead)) {
            return .ask(step)
        }
        return .end(.finished)
    }

    /// Notes an answer; the card comes back if its new state is on steps.
    ///
    /// - Parameters:
    ///   - candidate: The card that was asked.
    ///   - rating: How it went.
    ///   - state: Its state after the answer.
    ///   - seconds: How long it took.
    package mutating func answered(
        _ candidate: QueueCandidate, rating: Rating, state: CardState, seconds: Double
    ) {
        remove(candidate.card)
        tally.count(candidate, rating: rating, state: state, seconds: seconds)
        guard case .moment = state.due, comesBack(candidate.card, after: rating, state) else {
            return
        }
        insertOnSteps(
            QueueCandidate(card: candidate.card, guide: candidate.guide, state: state))
    }

    private func comesBack(_ card: Card.ID, after rating: Rating, _ state: CardState) -> Bool {
        guard case .untilKnown(let most) = repeats else { return true }
        let isKnown = state.memory != nil && rating >= .good
        return !isKnown && tally.entries.count(where: { $0.card == card }) <= most
    }

    /// Leaves a card out of the rest of the session; it stays due.
    package mutating func skipped(_ candidate: QueueCandidate) {
        remove(candidate.card)
        tally.skip(candidate.card)
    }

    /// Takes a card out of the session: suspended, buried or gone from its guide.
    package mutating func removed(_ card: Card.ID) {
        remove(card)
    }

    /// Takes an answer back, of this session or an earlier one: the card is asked again next.
    ///
    /// To do the answer again is to call `answered` with what it was.
    ///
    /// - Parameter candidate: The card as it was before the answer.
    package mutating func undone(_ candidate: QueueCandidate) {
        remove(candidate.card)
        tally.takeBack(candidate.card)
        if let earlier = takenBack { putBack(earlier) }
        takenBack = candidate
    }

    /// Puts a card where it was before it was asked.
    private mutating func putBack(_ candidate: QueueCandidate) {
        if case .moment = candidate.state?.due {
            insertOnSteps(candidate)
        } else {
            queue.insert(candidate, at: 0)
        }
    }

    private mutating func remove(_ card: Card.ID) {
        queue.removeAll { $0.card == card }
        onSteps.removeAll { $0.card == card }
        if takenBack?.card == card { takenBack = nil }
    }

    private mutating func insertOnSteps(_ candidate: QueueCandidate) {
        let moment = candidate.stepEnd
        let place = onSteps.firstIndex { $0.stepEnd > moment } ?? onSteps.endIndex
        onSteps.insert(candidate, at: place)
    }
}

extension QueueCandidate {
    /// When the card's step is over; the distant past when it is on none.
    fileprivate var stepEnd: Timestamp {
        guard case .moment(let moment) = state?.due else { return Timestamp(milliseconds: .min) }
        return moment
    }

    fileprivate func isOver(at now: Timestamp) -> Bool { stepEnd <= now }
}
