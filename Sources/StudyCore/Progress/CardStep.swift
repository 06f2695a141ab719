/// One answer of a card's history, with what the model made of it.
package struct CardStep: Hashable, Sendable {
    package let review: Review
    /// Taken back: it changed nothing.
    package let isUndone: Bool
    /// The predicted probability of recall just before; nil where nothing was remembered yet.
    package let recall: Double?
    /// The card's state after it; that before for an answer that was taken back, nil for a new card.
    package let state: CardState?
    /// Another text was asked than in the answer before.
    package let isTextChanged: Bool

    /// Goes through a history, oldest first.
    ///
    /// - Parameters:
    ///   - history: The answers, with those taken back.
    ///   - replay: The state after an answer.
    ///   - recall: The probability of recall of a state just before an answer; nil without a memory.
    /// - Returns: A step for each answer.
    package static func steps(
        of history: [(review: Review, isUndone: Bool)],
        replay: (CardState?, Review) -> CardState, recall: (CardState, Review) -> Double?
    ) -> [CardStep] {
        var state: CardState?
        var text: Fingerprint?
        return history.map { review, isUndone in
            let before = state
            if !isUndone { state = replay(before, review) }
            defer { text = review.fingerprint }
            return CardStep(
                review: review, isUndone: isUndone, recall: before.flatMap { recall($0, review) },
                state: state, isTextChanged: text.map { $0 != review.fingerprint } ?? false)
        }
    }
}
