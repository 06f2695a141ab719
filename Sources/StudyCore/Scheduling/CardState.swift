package import FSRS

/// Where a card stands: what is remembered of it and when it comes next.
///
/// Derived from the card's reviews alone. A card never answered has no state: it is *new*.
package struct CardState: Hashable, Sendable {
    /// The raw value is stored.
    package enum Phase: Int, Hashable, Sendable {
        /// On its first steps, minutes apart.
        case learning = 1
        /// Asked when its memory has faded to the desired retention, days apart.
        case review = 2
        /// Forgotten after it had been known: on steps again.
        case relearning = 3
    }

    /// When a card is to be asked again.
    package enum Due: Hashable, Sendable {
        /// At a moment: cards on steps.
        case moment(Timestamp)
        /// At any time of a study day: cards in review.
        case day(StudyDay)

        /// Whether the card may be asked now.
        package func hasCome(at time: Timestamp, on day: StudyDay) -> Bool {
            switch self {
            case .moment(let moment): moment <= time
            case .day(let dueDay): dueDay <= day
            }
        }
    }

    /// What the model believes; nil while the card has only been recognised, never recalled.
    package var memory: MemoryState?
    package var phase: Phase
    /// Index of the learning step the card is on; 0 in review.
    package var step: Int
    package var due: Due
    package var lastTime: Timestamp
    package var lastDay: StudyDay
    /// Whole days that the last answer gave the card; 0 on steps.
    package var interval: Int
    /// Answers given so far.
    package var reviews: Int
    /// Times forgotten after it had reached review.
    package var lapses: Int

    package init(
        memory: MemoryState?, phase: Phase, step: Int, due: Due, lastTime: Timestamp,
        lastDay: StudyDay, interval: Int, reviews: Int, lapses: Int
    ) {
        self.memory = memory
        self.phase = phase
        self.step = step
        self.due = due
        self.lastTime = lastTime
        self.lastDay = lastDay
        self.interval = interval
        self.reviews = reviews
        self.lapses = lapses
    }

    /// Whether the card may be asked now.
    package func isDue(at time: Timestamp, on day: StudyDay) -> Bool {
        due.hasCome(at: time, on: day)
    }
}
