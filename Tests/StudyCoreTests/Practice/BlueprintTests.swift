import FSRS
import StudyCore
import Testing

@Suite("The blueprint of a practice test")
struct BlueprintTests {
    static let cards: [QueueCandidate] = (0..<6).flatMap { guide in
        let id = Guide.ID(classSlug: "c", termSlug: "g\(guide)")
        let facets: [(String, Card.Facet)] =
            [("d", .meaning), ("d", .term)] + (0..<4).map { ("f\($0)", .fact) }
            + [("q", .answer)]
        return facets.map { item, facet in
            QueueCandidate(
                card: Card.ID(item: Item.ID("\(guide)\(item)"), facet: facet), guide: id, state: nil
            )
        }
    }

    static func draw(_ seed: UInt64) -> [Blueprint.Slot] {
        var generator = SeededGenerator(seed: seed)
        return Blueprint.draw(cards, using: &generator)
    }

    @Test("takes each guide once before any twice, and each item once", arguments: 1...20)
    func spread(seed: UInt64) {
        let slots = Self.draw(seed)
        #expect(slots.count == 6 * 6)
        for round in 0..<6 {
            #expect(Set(slots[(round * 6)..<(round * 6 + 6)].map(\.guide)).count == 6)
        }
        #expect(Set(slots.map(\.card.item)).count == slots.count)
    }

    @Test("has a form for each card that can be marked, and many forms", arguments: 1...20)
    func forms(seed: UInt64) {
        let slots = Self.draw(seed)
        for slot in slots {
            #expect(!slot.forms.isEmpty)
            #expect(slot.forms.allSatisfy(QuestionMaker.forms(for: slot.card.facet).contains))
            #expect(slot.forms.allSatisfy(Blueprint.forms.contains))
            #expect(Set(slot.forms).count == slot.forms.count)
        }
        #expect(Set(slots.prefix(12).compactMap(\.forms.first)).count >= 4)
    }

    @Test("is the same for the same seed, another one for another")
    func seeds() {
        #expect(Self.draw(1) == Self.draw(1))
        #expect(Self.draw(1) != Self.draw(2))
    }

    @Test("expects what is recalled, and of the rest what is guessed")
    func expectation() {
        #expect(Form.typedTerm.expectedScore(nil) == 0)
        #expect(Form.cloze.expectedScore(0.8) == 0.8)
        #expect(Form.multipleChoice.expectedScore(nil) == 0.25)
        #expect(Form.trueFalse.expectedScore(0.5) == 0.75)
    }
}
