/// Where cards stand, and how much of them would be recalled today.
///
/// For one guide, a unit, a class or everything: sums add up.
package struct Mastery: Hashable, Sendable {
    /// Cards in guides, suspended ones too.
    package var cards = 0
    /// Never answered.
    package var new = 0
    /// On learning or relearning steps.
    package var learning = 0
    /// In review with an interval below 21 days.
    package var young = 0
    /// In review with an interval of 21 days or more.
    package var mature = 0
    package var suspended = 0
    /// Not suspended, not hidden, and their step is over or their day has come.
    package var due = 0
    /// Times that cards were forgotten after they had reached review.
    package var lapses = 0
    /// What cards with a memory are worth: the sum of their probabilities of recall.
    package var recalled = Sum()
    /// What cards are worth that were never recalled: a blind guess each.
    package var guessed = Sum()
    /// How much recall is missing from cards that were answered, a sum of probabilities for each `Weakness`.
    package var missing = SIMD4<Double>(repeating: 0)

    /// Probabilities added up.
    ///
    /// Suspended cards are left out.
    package struct Sum: Hashable, Sendable {
        package var cards = 0
        package var value = 0.0

        fileprivate mutating func add(_ value: Double) {
            cards += 1
            self.value += value
        }
    }

    package init() {}

    /// The share of cards that would be recalled today if all were asked.
    ///
    /// The mean probability of recall, cards without a memory at a blind guess. Nil without cards, or when all are suspended.
    package var predicted: Double? {
        let cards = recalled.cards + guessed.cards
        return cards > 0 ? (recalled.value + guessed.value) / Double(cards) : nil
    }

    /// The same of cards with a memory alone.
    package var predictedOfKnown: Double? {
        recalled.cards > 0 ? recalled.value / Double(recalled.cards) : nil
    }

    /// The same of cards that were answered before, those only recognised at a blind guess.
    package var predictedOfSeen: Double? {
        let seen = cards - new - suspended
        return seen > 0 ? max(0, 1 - missing.sum() / Double(seen)) : nil
    }

    package mutating func add(_ other: Mastery) {
        cards += other.cards
        new += other.new
        learning += other.learning
        young += other.young
        mature += other.mature
        suspended += other.suspended
        due += other.due
        lapses += other.lapses
        recalled.cards += other.recalled.cards
        recalled.value += other.recalled.value
        guessed.cards += other.guessed.cards
        guessed.value += other.guessed.value
        missing += other.missing
    }

    /// Counts a card.
    ///
    /// - Parameters:
    ///   - card: The card as it stands.
    ///   - now: The present.
    ///   - today: The present study day.
    package mutating func count(_ card: StandingCard, at now: Timestamp, on today: StudyDay) {
        cards += 1
        lapses += card.past?.lapses ?? 0
        guard !card.marks.isSuspended else {
            suspended += 1
            return
        }
        if let recall = card.past?.recall {
            recalled.add(recall)
        } else {
            guessed.add(card.blindGuess)
        }
        guard let past = card.past else {
            new += 1
            return
        }
        switch past.phase {
        case .learning, .relearning: learning += 1
        case .review:
            if past.interval < Trial.maturity { young += 1 } else { mature += 1 }
        }
        let isDue = past.due.hasCome(at: now, on: today)
        if isDue, !card.marks.isHidden(on: today) { due += 1 }
        missing[Weakness(past, isDue: isDue).rawValue] += 1 - (past.recall ?? card.blindGuess)
    }
}
