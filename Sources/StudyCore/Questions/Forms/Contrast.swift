/// Asks two terms that were mixed up, in contrast: both definitions are shown, both terms typed.
enum Contrast {
    /// How near a term must be to be worth telling apart.
    private static let farthest = Neighbour.Closeness.confusedWith

    static func question(
        _ subject: Subject, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        let fairness = Fairness(of: subject.topic)
        guard let own = subject.topic.definition, own.item == subject.card.item,
            let other = subject.neighbours.lazy.filter({ $0.closeness <= farthest })
                .first(where: { $0.topic.definition != nil && fairness.differs(from: $0.topic) })?
                .topic,
            let definition = other.definition
        else { return nil }
        let pattern = TermNames(joining: [subject.names, other.names]).pattern
        var sides = [
            (topic: subject.topic, statement: own), (topic: other, statement: definition),
        ]
        sides.shuffle(using: &generator)
        let blanks = sides.map {
            Question.Blank(
                card: Card.ID(item: $0.statement.item, facet: .term),
                accepted: $0.topic.names.names)
        }
        let answer = sides.enumerated().map { "(\($0 + 1)) \($1.topic.term)" }
        return subject.question(
            .contrast, topic: nil,
            .tellApart(sides.map { pattern.blank(Passage($0.statement.text.plain)) }),
            .typed(blanks), answer: Prose(plain: answer.joined(separator: ", ")))
    }
}
