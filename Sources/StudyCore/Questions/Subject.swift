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
}
