/// What a practice test asks: spread evenly over guides and, as far as the texts allow, over forms.
package enum Blueprint {
    /// The forms of a practice test in the order in which they take turns.
    ///
    /// All can be marked without asking the learner how it went.
    package static let forms: [Form] = [
        .multipleChoice, .cloze, .typedTerm, .trueFalse, .multipleChoice, .cloze, .matching,
        .typedTerm, .freeResponse,
    ]

    /// A card to be asked, with the forms in the order in which they are to be tried.
    package struct Slot: Hashable, Sendable {
        package let card: Card.ID
        package let guide: Guide.ID
        package let forms: [Form]
    }

    /// Puts cards in the order in which a test draws on them.
    ///
    /// Each round takes one card of every guide, guides in a random order, so that the first N cards
    /// are of as many guides as can be. Of an item only one card is taken, since the other direction
    /// would give it away. Cards that can be asked in no form of a test are left out.
    ///
    /// - Parameters:
    ///   - cards: The cards of the scope.
    ///   - generator: Decides the order.
    /// - Returns: The slots; whoever asks takes as many as can be made into questions.
    package static func draw(
        _ cards: [QueueCandidate], using generator: inout some RandomNumberGenerator
    ) -> [Slot] {
        var byGuide: [Guide.ID: [Card.ID]] = [:]
        var order: [Guide.ID] = []
        for card in cards.shuffled(using: &generator)
        where !Set(QuestionMaker.forms(for: card.card.facet)).isDisjoint(with: forms) {
            if byGuide[card.guide] == nil { order.append(card.guide) }
            byGuide[card.guide, default: []].append(card.card)
        }
        var slots: [Slot] = []
        var items: Set<Item.ID> = []
        var turn = 0
        while !order.isEmpty {
            for guide in order {
                let wanted = forms[turn % forms.count]
                guard
                    let card = take(from: &byGuide[guide, default: []], for: wanted, besides: items)
                else { continue }
                items.insert(card.item)
                let possible = QuestionMaker.forms(for: card.facet)
                slots.append(
                    Slot(
                        card: card, guide: guide,
                        forms: ([wanted] + rotated(by: turn)).reduce(into: []) { list, form in
                            if possible.contains(form), !list.contains(form) { list.append(form) }
                        }))
                turn += 1
            }
            order.removeAll { byGuide[$0]?.contains { !items.contains($0.item) } != true }
        }
        return slots
    }

    /// A card of an item that is not used yet, one that allows the form if there is one.
    private static func take(
        from cards: inout [Card.ID], for form: Form, besides items: Set<Item.ID>
    ) -> Card.ID? {
        cards.removeAll { items.contains($0.item) }
        let index =
            cards.firstIndex { QuestionMaker.forms(for: $0.facet).contains(form) }
            ?? cards.indices.first
        return index.map { cards.remove(at: $0) }
    }

    private static func rotated(by turn: Int) -> [Form] {
        let start = turn % forms.count
        return Array(forms[start...] + forms[..<start])
    }
}

extension Form {
    /// The share of answers that are right without knowing anything.
    package var chance: Double {
        switch self {
        case .multipleChoice: 1.0 / Double(MultipleChoice.options)
        case .trueFalse: 0.5
        case .matching: 1.0 / Double(Matching.sizes.lowerBound)
        case .flashcard, .typedTerm, .cloze, .listRecall, .freeResponse, .contrast: 0
        }
    }

    /// The share of points to be expected in this form: who does not recall it may still guess.
    ///
    /// - Parameter retrievability: Probability of recall; nil for a card without a memory.
    /// - Returns: The share; 0–1.
    package func expectedScore(_ retrievability: Double?) -> Double {
        let recall = retrievability ?? 0
        return recall + (1 - recall) * chance
    }
}
