import StudyCore
import StudyStore

extension Desk {
    /// Terms that stand around a question.
    private static let neighbours = 12

    /// A card with its text and the terms around it, as a question is made from it.
    func subject(_ record: CardRecord, in guide: GuideHead) throws -> Subject {
        guard let topics = try store.topics(around: guide.id) else {
            return Subject(
                card: record.id, item: record.item,
                topic: Topic(guide: guide.id, term: guide.term, aliases: guide.aliases))
        }
        let mixedUp = try mixedUp(record, in: guide)
        var others = topics.others
        let missing = mixedUp.subtracting(others.map(\.guide))
        for other in missing {
            if let topic = try store.topics(around: other)?.own { others.append(topic) }
        }
        return Subject(
            card: record.id, item: record.item, topic: topics.own,
            neighbours: Neighbour.nearest(
                others, to: topics.own, mixedUp: mixedUp, limit: Self.neighbours))
    }

    /// The forms for a card by its memory, and why.
    func ladder(for record: CardRecord, in guide: GuideHead) throws -> Ladder {
        let facet = record.id.facet
        return Ladder(
            facet, state: record.state,
            isMixedUp: facet == .term ? try !mixedUp(record, in: guide).isEmpty : false,
            isListKnown: facet == .fact ? try areFactsKnown(guide, besides: record) : false,
            using: &generator)
    }

    private func mixedUp(_ record: CardRecord, in guide: GuideHead) throws -> Set<Guide.ID> {
        guard record.item.kind == .definition else { return [] }
        return Set(try store.mixedUp(with: record.id.item, of: guide.id))
    }

    /// Whether every fact of the guide is known, so that all can be asked at once.
    private func areFactsKnown(_ guide: GuideHead, besides record: CardRecord) throws -> Bool {
        guard Ladder.rung(of: record.state).rung == .explain else { return false }
        let facts = try store.guide(guide.id)?.items.filter { $0.item.kind == .fact } ?? []
        return facts.count > 1
            && facts.allSatisfy { fact in
                fact.cards.allSatisfy { card in
                    !card.marks.isHidden(on: today)
                        && Ladder.rung(of: card.state).rung == .explain
                }
            }
    }
}
