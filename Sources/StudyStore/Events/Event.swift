package import StudyCore

/// Anything in the log.
package enum Event: Hashable, Sendable {
    case review(Review)
    case action(Action)
    case intake(Intake)

    package var id: EventID {
        switch self {
        case .review(let review): review.id
        case .action(let action): action.id
        case .intake(let intake): intake.id
        }
    }

    package var time: Timestamp {
        switch self {
        case .review(let review): review.time
        case .action(let action): action.time
        case .intake(let intake): intake.time
        }
    }

    /// Minutes that the learner's local time was ahead of UTC then.
    package var utcOffset: Int {
        switch self {
        case .review(let review): review.utcOffset
        case .action(let action): action.utcOffset
        case .intake(let intake): intake.utcOffset
        }
    }
}

/// A review as it stands in a history.
package struct ReviewRecord: Hashable, Sendable {
    package let review: Review
    /// Taken back: it counts for nothing.
    package let isUndone: Bool
}
