/// Turns a card into a question.
package enum QuestionMaker {
    /// The forms in which a direction can be asked, the preferred one first.
    package static func forms(for facet: Card.Facet) -> [Form] {
        switch facet {
        case .meaning: [.flashcard]
        case .term: [.typedTerm, .flashcard]
        case .fact: [.cloze, .flashcard]
        case .answer: [.flashcard]
        case .hole: [.cloze, .flashcard]
        }
    }

    /// Makes a question of a card.
    ///
    /// - Parameters:
    ///   - subject: The card and its text.
    ///   - form: The form wanted; nil for the preferred one that the text allows.
    ///   - generator: Decides where the text leaves a choice, such as which word to blank out.
    /// - Returns: The question; nil when the text cannot be asked in the form wanted, or has no such card.
    package static func question(
        _ subject: Subject, form: Form? = nil, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        guard subject.item.facets.contains(subject.card.facet) else { return nil }
        if case .hole(let number) = subject.card.facet, subject.item.hole(number) == nil {
            return nil
        }
        let possible = forms(for: subject.card.facet).filter { form == nil || $0 == form }
        for form in possible {
            switch form {
            case .flashcard: return Flashcard.question(subject)
            case .typedTerm: return TypedTerm.question(subject)
            case .cloze:
                if let question = Cloze.question(subject, using: &generator) { return question }
            default: continue
            }
        }
        return nil
    }
}
