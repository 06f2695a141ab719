package import StudyCore

/// Writes guides in a format of others, one guide after another.
package protocol GuideText {
    /// What stands above the first guide; `classes` are those of all guides, in order.
    func opening(classes: [String]) -> String
    /// A guide; `ids` are its items' lasting identities, in their order.
    mutating func text(of guide: Guide, ids: [Item.ID]) -> String
}

extension GuideText {
    package func opening(classes: [String]) -> String { "" }
}

/// The two sides of a card, plain text both.
struct CardSides: Hashable {
    /// Tells the card from all others: its item, and the hole for a cloze.
    var id: String
    var front: String
    var back: String

    /// All cards of a guide: a definition by its term, a question by its answer, a fact by its place among
    /// the facts, a cloze by each of its holes.
    static func cards(of guide: Guide, ids: [Item.ID]) -> [CardSides] {
        let facts = guide.items.count { $0.kind == .fact }
        var fact = 0
        return zip(guide.items, ids).flatMap { item, id -> [CardSides] in
            let text = item.text.plain
            switch item.kind {
            case .definition: return [CardSides(id: id.text, front: guide.term, back: text)]
            case .question:
                return item.answer.map { [CardSides(id: id.text, front: text, back: $0.plain)] }
                    ?? []
            case .fact:
                fact += 1
                let front = "\(guide.term): key fact \(fact) of \(facts)"
                return [CardSides(id: id.text, front: front, back: text)]
            case .cloze:
                return item.holes.indices.compactMap { number in
                    hole(number + 1, of: item).map {
                        CardSides(
                            id: "\(id.text)/hole\(number + 1)", front: $0.front, back: $0.back)
                    }
                }
            }
        }
    }

    /// The sentence without what a hole hides, and what it hides.
    private static func hole(_ number: Int, of item: Item) -> (front: String, back: String)? {
        guard let range = item.hole(number) else { return nil }
        let bytes = Array(item.text.plain.utf8)
        let before = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
        let after = String(decoding: bytes[range.upperBound...], as: UTF8.self)
        return (before + "[…]" + after, String(decoding: bytes[range], as: UTF8.self))
    }
}
