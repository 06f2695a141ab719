/// Turns a card into a question.
package enum QuestionMaker {
    /// The forms in which a direction can be asked, if the text and the terms around it allow.
    package static func forms(for facet: Card.Facet) -> [Form] {
        switch facet {
        case .meaning:
            [.multipleChoice, .trueFalse, .matching, .cloze, .freeResponse, .flashcard]
        case .term:
            [.multipleChoice, .trueFalse, .matching, .typedTerm, .contrast, .flashcard]
        case .fact: [.multipleChoice, .trueFalse, .cloze, .listRecall, .flashcard]
        case .answer: [.freeResponse, .flashcard]
        case .hole: [.cloze, .flashcard]
        }
    }

    /// Makes a question of a card in one form.
    ///
    /// - Parameters:
    ///   - subject: The card, its text, and the terms around it.
    ///   - form: The form wanted.
    ///   - generator: Decides where there is a choice, such as which word to blank out.
    /// - Returns: The question; nil when the text or the terms around it do not allow the form, or
    ///   the text has no such card.
    package static func question(
        _ subject: Subject, form: Form, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        guard exists(subject), forms(for: subject.card.facet).contains(form) else { return nil }
        return switch form {
        case .flashcard: Flashcard.question(subject)
        case .typedTerm: TypedTerm.question(subject)
        case .cloze: Cloze.question(subject, using: &generator)
        case .multipleChoice: MultipleChoice.question(subject, using: &generator)
        case .trueFalse: TrueFalse.question(subject, using: &generator)
        case .matching: Matching.question(subject, using: &generator)
        case .listRecall: ListRecall.question(subject)
        case .freeResponse: FreeResponse.question(subject)
        case .contrast: Contrast.question(subject, using: &generator)
        }
    }

    /// Makes a question in the first form of several that is possible.
    package static func question(
        _ subject: Subject, forms: [Form], using generator: inout some RandomNumberGenerator
    ) -> Question? {
        for form in forms {
            if let question = question(subject, form: form, using: &generator) { return question }
        }
        return nil
    }

    /// Whether the text has such a card.
    private static func exists(_ subject: Subject) -> Bool {
        guard subject.item.facets.contains(subject.card.facet) else { return false }
        guard case .hole(let number) = subject.card.facet else { return true }
        return subject.item.hole(number) != nil
    }
}
