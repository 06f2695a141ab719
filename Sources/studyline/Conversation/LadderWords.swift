import StudyCore

/// Why a card is asked in one form and not another, in words.
enum LadderWords {
    /// The end of a sentence that begins with the form.
    static func reason(for form: Form, _ ladder: Ladder?) -> String {
        guard let ladder else { return "you chose this form" }
        let wanted: String =
            switch ladder.rung {
            case .recognise: "its answer is to be recognised first"
            case .produce: "its answer is to be produced from memory"
            case .explain: "it is to be told whole"
            }
        return switch ladder.reason {
        case .mixedUp where form == .contrast: "you took this term for another one lately"
        case .mixedUp: "you took this term for another one lately, and \(wanted)"
        case .new: "the card is new, so \(wanted)\(otherwise(form, ladder))"
        case .missedAtFirst:
            "the first answer was not sure, so \(wanted) again\(otherwise(form, ladder))"
        case .recognised: "the card has been recognised but not recalled yet, so \(wanted)"
        case .learning: "the card is being learned, so \(wanted)"
        case .forgotten: "the card was forgotten, so \(wanted)"
        case .young(let days):
            "the memory is young (\(Phrases.span(days: days))), so \(wanted)\(otherwise(form, ladder))"
        case .known(let days):
            "the memory is strong (\(Phrases.span(days: days))), so \(wanted)\(otherwise(form, ladder))"
        }
    }

    /// What is added when the text allows no form of the rung.
    private static func otherwise(_ form: Form, _ ladder: Ladder) -> String {
        let fits: Bool =
            switch ladder.rung {
            case .recognise: form.evidence == .recognition
            case .produce: [.cloze, .typedTerm, .freeResponse].contains(form)
            case .explain: [.freeResponse, .listRecall, .typedTerm].contains(form)
            }
        return fits ? "" : ", but the guide allows no such question here"
    }
}
