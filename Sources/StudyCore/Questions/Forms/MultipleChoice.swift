/// Shows four options of which one is right: terms, definitions or facts, as the card's direction asks.
enum MultipleChoice {
    /// How many options there are.
    static let options = 4

    static func question(
        _ subject: Subject, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        switch subject.card.facet {
        case .term: term(for: subject, using: &generator)
        case .meaning: definition(for: subject, using: &generator)
        case .fact: fact(for: subject, using: &generator)
        case .answer, .hole: nil
        }
    }

    /// Asks which term is defined so.
    private static func term(
        for subject: Subject, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        guard let definition = subject.topic.definition, definition.item == subject.card.item else {
            return nil
        }
        let passage = Passage(definition.text.plain)
        let prompt = subject.names.pattern.blank(passage)
        guard
            let choice = OptionChoice(
                right: .init(text: subject.topic.term, term: subject.topic.term), prompt: prompt
            ).choice(among: Distractors(for: subject, own: passage).terms(), using: &generator)
        else { return nil }
        return subject.question(
            .multipleChoice, topic: nil, .chooseTerm(prompt), .choice(choice),
            answer: Prose(plain: subject.topic.term))
    }

    /// Asks what the term means.
    private static func definition(
        for subject: Subject, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        guard let definition = subject.topic.definition, definition.item == subject.card.item else {
            return nil
        }
        let passage = Passage(definition.text.plain)
        return choice(
            for: subject, passage,
            among: Distractors(for: subject, own: passage).definitions(), .chooseDefinition,
            using: &generator)
    }

    /// Asks which fact is true of the term.
    private static func fact(
        for subject: Subject, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        guard let fact = subject.topic.facts.first(where: { $0.item == subject.card.item }) else {
            return nil
        }
        let passage = Passage(fact.text.plain)
        return choice(
            for: subject, passage,
            among: Distractors(for: subject, own: passage).facts(using: &generator), .chooseFact,
            using: &generator)
    }

    private static func choice(
        for subject: Subject, _ statement: Passage, among distractors: [Distractor],
        _ prompt: Question.Prompt, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        let right = Question.Choice.Option(
            text: subject.names.pattern.blank(statement), term: subject.topic.term)
        guard
            let choice = OptionChoice(right: right, prompt: subject.topic.term)
                .choice(among: distractors, using: &generator)
        else { return nil }
        return subject.question(
            .multipleChoice, topic: subject.topic.term, prompt, .choice(choice))
    }
}
