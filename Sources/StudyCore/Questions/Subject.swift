/// A card with the text it asks for: what a question is made from.
package struct Subject: Hashable, Sendable {
    package let card: Card.ID
    package let item: Item
    package let term: String
    package let names: TermNames

    package init(card: Card.ID, item: Item, term: String, aliases: [String] = []) {
        self.card = card
        self.item = item
        self.term = term
        self.names = TermNames(term: term, aliases: aliases)
    }

    /// The term as it stands above the prompt; nil when it would give the answer away.
    var topic: String? {
        switch card.facet {
        case .meaning, .fact, .answer: return term
        case .term: return nil
        case .hole(let number):
            guard let hole = item.hole(number).map(item.text.plain.slice) else { return term }
            return TermBlanking.blank(names, in: hole) == hole ? term : nil
        }
    }
}
