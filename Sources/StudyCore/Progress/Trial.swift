/// What an answer tells of a lasting memory.
package enum Trial: Int, Hashable, Sendable, CaseIterable {
    /// Nothing: a card on steps, recognition, or a second answer on one study day.
    case practice = 0
    /// An answer from memory to a card in review whose interval was below 21 days.
    case young = 1
    /// An answer from memory to a card in review whose interval was 21 days or more.
    case mature = 2

    /// Days of interval from which a card counts as mature.
    package static let maturity = 21

    /// What an answer in a form tells of a card that stood at `state` before it.
    package init(form: Form, at state: CardState?, on day: StudyDay) {
        guard let state, state.phase == .review, state.lastDay < day, form.evidence == .recall
        else {
            self = .practice
            return
        }
        self = state.interval < Self.maturity ? .young : .mature
    }
}

extension Review {
    /// Seconds that count as study: five minutes at most, after which the learner was elsewhere.
    package var studySeconds: Double { min(seconds, 300) }
}

extension Card.Facet {
    /// What a card that was never recalled is worth: the chance of a right answer by a blind guess.
    ///
    /// One in four where the card can be asked with options, else 0.
    package var blindGuess: Double {
        QuestionMaker.forms(for: self).contains(.multipleChoice) ? Form.multipleChoice.chance : 0
    }
}
