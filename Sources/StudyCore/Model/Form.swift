/// How a card is asked; the raw value is stored with each review.
package enum Form: String, Hashable, Sendable, CaseIterable {
    case flashcard
    case typedTerm = "typed-term"
    case cloze
    case multipleChoice = "multiple-choice"
    case trueFalse = "true-false"
    case matching
    case listRecall = "list-recall"
    case freeResponse = "free-response"
    case contrast

    /// What a right answer in this form proves.
    package var evidence: Evidence {
        switch self {
        case .multipleChoice, .trueFalse, .matching: .recognition
        case .flashcard, .typedTerm, .cloze, .listRecall, .freeResponse, .contrast: .recall
        }
    }
}

/// What a right answer proves about a memory.
package enum Evidence: Hashable, Sendable {
    /// The answer was produced from memory.
    case recall
    /// The answer was picked among options: practice, no proof.
    case recognition
}
