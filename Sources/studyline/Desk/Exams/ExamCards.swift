import StudyCore
import StudyStore

/// A card that an exam asks.
struct ExamCard {
    let candidate: QueueCandidate
    /// How much it counts, above 0.
    let weight: Double
}

extension Desk {
    /// The cards of an exam that count, in the order of their guides; suspended ones are left out.
    func cards(of exam: Exam) throws -> [ExamCard] {
        var weights: [Guide.ID: Double] = [:]
        var seen: Set<Card.ID> = []
        var cards: [ExamCard] = []
        for part in exam.parts {
            for head in try store.guideHeads(in: part.scope.inStore) {
                weights[head.id] = exam.weight(of: head.id, unit: head.unit)
            }
            for candidate in try store.allCards(in: part.scope.inStore, limit: .max)
            where seen.insert(candidate.card).inserted {
                guard let weight = weights[candidate.guide], weight > 0 else { continue }
                cards.append(ExamCard(candidate: candidate, weight: weight))
            }
        }
        return cards
    }
}
