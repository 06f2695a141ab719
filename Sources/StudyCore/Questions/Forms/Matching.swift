/// Shows terms beside the definitions of all of them in another order.
enum Matching {
    /// How many terms there are.
    static let sizes = 4...6

    static func question(
        _ subject: Subject, using generator: inout some RandomNumberGenerator
    ) -> Question? {
        guard subject.topic.definition?.item == subject.card.item else { return nil }
        let wanted = Int.random(in: sizes, using: &generator)
        var chosen = [subject.topic]
        var rules = [Fairness(of: subject.topic)]
        for neighbour in subject.neighbours where chosen.count < wanted {
            let topic = neighbour.topic
            if topic.definition != nil, rules.allSatisfy({ $0.differs(from: topic) }) {
                chosen.append(topic)
                rules.append(Fairness(of: topic))
            }
        }
        guard chosen.count >= sizes.lowerBound else { return nil }
        chosen.shuffle(using: &generator)
        let order = chosen.indices.shuffled(using: &generator)
        let pattern = TermNames(joining: chosen.map(\.names)).pattern
        let pairs = Question.Pairs(
            terms: chosen.map(\.term),
            definitions: order.map {
                pattern.blank(Passage(chosen[$0].definition?.text.plain ?? ""))
            },
            key: chosen.indices.map { term in order.firstIndex(of: term) ?? 0 },
            cards: chosen.map {
                Card.ID(item: $0.definition?.item ?? subject.card.item, facet: subject.card.facet)
            })
        let answer = pairs.terms.indices.map { "\($0 + 1)\(Question.letter(pairs.key[$0]))" }
        return subject.question(
            .matching, topic: nil, .match, .pairs(pairs),
            answer: Prose(plain: answer.joined(separator: " ")))
    }
}
