/// Shows what a guide says as said of its own term, or of one that is mistaken for it.
///
/// The text is never changed: what makes it false is the term it is said of.
enum TrueFalse {
    static func question(
        _ subject: Subject, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        let isDefinition = subject.item.kind == .definition
        guard
            let statement = subject.topic.statements.first(where: { $0.item == subject.card.item })
        else { return nil }
        let passage = Passage(statement.text.plain)
        guard isDefinition || Fairness.tells(passage, of: subject.topic) else { return nil }
        let others = Distractors(for: subject, own: passage).falseTopics(isDefinition: isDefinition)
        guard let nearest = others.first?.closeness else { return nil }
        let isTrue = Bool.random(using: &generator)
        let other = others.filter { $0.closeness == nearest }.randomElement(using: &generator)
        let shown = isTrue ? subject.topic : other?.topic ?? subject.topic
        let pattern = TermNames(joining: [subject.names, shown.names]).pattern
        return subject.question(
            .trueFalse, topic: shown.term,
            .isTrue(pattern.blank(passage), isDefinition: isDefinition),
            .choice(
                Question.Choice(
                    options: [
                        .init(text: "True", term: shown.term),
                        .init(text: "False", term: "not \(shown.term)"),
                    ], right: isTrue ? 0 : 1)),
            answer: Prose(plain: "It is about \(subject.topic.term).")
        )
    }
}
