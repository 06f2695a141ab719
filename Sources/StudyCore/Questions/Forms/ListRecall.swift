/// Asks for all key facts of a guide at once; each fact's own card gets what it earned.
enum ListRecall {
    /// Facts below this number are no list.
    static let fewest = 2

    static func question(_ subject: Subject) -> Question? {
        let facts = subject.topic.facts
        guard facts.count >= fewest, facts.contains(where: { $0.item == subject.card.item }) else {
            return nil
        }
        let points = facts.map {
            Question.Point(card: Card.ID(item: $0.item, facet: .fact), text: $0.text)
        }
        let markdown = facts.enumerated().map { index, fact in
            "\(index + 1). \(fact.text.markdown)"
        }
        let plain = facts.enumerated().map { index, fact in "\(index + 1). \(fact.text.plain)" }
        return subject.question(
            .listRecall, topic: subject.topic.term, .listFacts, .list(points),
            answer: Prose(
                markdown: markdown.joined(separator: "\n"), plain: plain.joined(separator: "\n")))
    }
}
