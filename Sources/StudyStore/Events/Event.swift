package import StudyCore

/// Anything in the log.
package enum Event: Hashable, Sendable {
    case review(Review)
    case action(Action)

    package var id: EventID {
        switch self {
        case .review(let review): review.id
        case .action(let action): action.id
        }
    }

    package var time: Timestamp {
        switch self {
        case .review(let review): review.time
        case .action(let action): action.time
        }
    }
}

/// A review as it stands in a history.
package struct ReviewRecord: Hashable, Sendable {
    package let review: Review
    /// Taken back: it counts for nothing.
    package let isUndone: Bool
}
