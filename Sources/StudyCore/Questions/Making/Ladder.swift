internal import FSRS

/// Which form teaches most at a moment: recognising first, then producing, then explaining.
package struct Ladder: Hashable, Sendable {
    /// How high a card's memory has come.
    package enum Rung: Int, Comparable, Hashable, Sendable, CaseIterable {
        /// The answer is recognised among others.
        case recognise
        /// A word, a figure or the term is produced.
        case produce
        /// The whole is told in the learner's own words.
        case explain

        package static func < (left: Rung, right: Rung) -> Bool { left.rawValue < right.rawValue }
    }

    /// Why a card stands on its rung.
    package enum Reason: Hashable, Sendable {
        /// Never answered.
        case new
        /// Answered once, and not rightly.
        case missedAtFirst
        /// Recognised, not yet recalled.
        case recognised
        /// On learning steps.
        case learning
        /// Forgotten after it had been known.
        case forgotten
        /// In memory for so many days, which is not long.
        case young(days: Double)
        /// In memory for so many days.
        case known(days: Double)
        /// Taken for another term lately.
        case mixedUp
    }

    package let rung: Rung
    package let reason: Reason
    /// The forms to try, the first one possible to be asked; the rest of the ladder stands behind.
    package let forms: [Form]

    /// Stability, in days, from which a memory counts as known: it outlives a week.
    package static let knownStability = 7.0

    /// Finds the forms for a card.
    ///
    /// - Parameters:
    ///   - facet: The direction in which it is asked.
    ///   - state: What is remembered of it; nil for a new card.
    ///   - isMixedUp: Whether the learner took its term for another one lately.
    ///   - isListKnown: Whether all facts of its guide are known, so that they can be asked at once.
    ///   - generator: Decides among equals.
    package init(
        _ facet: Card.Facet, state: CardState?, isMixedUp: Bool = false, isListKnown: Bool = false,
        using generator: inout some RandomNumberGenerator
    ) {
        var (rung, reason) = Self.rung(of: state)
        var forms: [Form] = []
        if isMixedUp, rung > .recognise, facet == .term {
            reason = .mixedUp
            forms.append(.contrast)
        }
        self.reason = reason
        self.rung = rung
        while true {
            for form in Self.forms(on: rung, for: facet, using: &generator)
            where form != .listRecall || isListKnown { forms.append(form) }
            guard let lower = Rung(rawValue: rung.rawValue - 1) else { break }
            // What cannot be recognised is produced: a new card may have no other form.
            rung = lower
        }
        let rest: [Form] = [.typedTerm, .cloze, .freeResponse, .flashcard]
        if self.rung == .recognise {
            forms += rest
        } else {
            forms = forms.filter { $0.evidence == .recall } + rest
        }
        var seen: Set<Form> = []
        let possible = Set(QuestionMaker.forms(for: facet))
        self.forms = forms.filter { possible.contains($0) && seen.insert($0).inserted }
    }

    /// The forms in which the answer comes from memory, in the same order.
    package var formsFromMemory: [Form] { forms.filter { $0.evidence == .recall } }

    /// The rung of a memory, and why.
    package static func rung(of state: CardState?) -> (rung: Rung, reason: Reason) {
        guard let state else { return (.recognise, .new) }
        guard let memory = state.memory else { return (.produce, .recognised) }
        switch state.phase {
        case .learning where state.reviews == 1 && state.step == 0:
            return (.recognise, .missedAtFirst)
        case .learning: return (.produce, .learning)
        case .relearning: return (.produce, .forgotten)
        case .review where memory.stability < knownStability:
            return (.produce, .young(days: memory.stability))
        case .review: return (.explain, .known(days: memory.stability))
        }
    }

    /// The forms of one rung; those of recognition in any order, since they teach alike.
    private static func forms(
        on rung: Rung, for facet: Card.Facet, using generator: inout some RandomNumberGenerator
    ) -> [Form] {
        switch (rung, facet) {
        case (.recognise, .meaning), (.recognise, .term):
            [.multipleChoice, .trueFalse, .matching].shuffled(using: &generator)
        case (.recognise, .fact): [.multipleChoice, .trueFalse].shuffled(using: &generator)
        case (.recognise, .answer), (.recognise, .hole): []
        case (.produce, .meaning), (.produce, .fact), (.produce, .hole): [.cloze]
        case (.produce, .term): [.typedTerm]
        case (.produce, .answer): [.freeResponse]
        case (.explain, .meaning), (.explain, .answer): [.freeResponse]
        case (.explain, .term): [.typedTerm]
        case (.explain, .fact): [.listRecall]
        case (.explain, .hole): [.cloze]
        }
    }
}
