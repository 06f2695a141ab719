package import FSRS

/// What happened in a session, for its last screen.
package struct Tally: Hashable, Sendable {
    /// One answer, as the session saw it.
    package struct Entry: Hashable, Sendable {
        package let card: Card.ID
        package let guide: Guide.ID
        package let rating: Rating
        package let seconds: Double
        /// The card's state before the answer; nil when it was new.
        package let before: CardState?
        package let after: CardState
    }

    /// The answers in the order in which they were given, without those taken back.
    package private(set) var entries: [Entry] = []
    /// Cards put off without an answer.
    package private(set) var skipped: Set<Card.ID> = []

    package init() {}

    package var answers: Int { entries.count }

    /// Answers that were not *again*.
    package var right: Int { entries.count { $0.rating != .again } }

    /// Cards answered for the first time ever.
    package var introduced: Int { entries.count { $0.before == nil } }

    /// Seconds spent on answers.
    package var seconds: Double { entries.reduce(0) { $0 + $1.seconds } }

    /// The last state of each card answered, in the order of first answers.
    package var outcomes: [(card: Card.ID, guide: Guide.ID, state: CardState)] {
        var last: [Card.ID: CardState] = [:]
        for entry in entries { last[entry.card] = entry.after }
        var seen: Set<Card.ID> = []
        return entries.compactMap { entry in
            guard seen.insert(entry.card).inserted, let state = last[entry.card] else { return nil }
            return (entry.card, entry.guide, state)
        }
    }

    mutating func count(
        _ candidate: QueueCandidate, rating: Rating, state: CardState, seconds: Double
    ) {
        skipped.remove(candidate.card)
        entries.append(
            Entry(
                card: candidate.card, guide: candidate.guide, rating: rating, seconds: seconds,
                before: candidate.state, after: state))
    }

    mutating func skip(_ card: Card.ID) {
        skipped.insert(card)
    }

    /// Takes the card's last answer out, and a skip after it.
    mutating func takeBack(_ card: Card.ID) {
        skipped.remove(card)
        guard let index = entries.lastIndex(where: { $0.card == card }) else { return }
        entries.remove(at: index)
    }
}
