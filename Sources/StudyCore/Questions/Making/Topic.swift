/// A term with what is said of it: what questions and their wrong options are made from.
package struct Topic: Hashable, Sendable {
    /// A definition or a fact.
    package struct Statement: Hashable, Sendable {
        package let item: Item.ID
        package let text: Prose

        package init(item: Item.ID, text: Prose) {
            self.item = item
            self.text = text
        }
    }

    package let guide: Guide.ID
    package let term: String
    package let names: TermNames
    package let unit: String?
    /// Slugs of the terms it is mistaken for, most likely first.
    package let confusedWith: [String]
    /// Nil when the guide has none.
    package let definition: Statement?
    package let facts: [Statement]

    package init(
        guide: Guide.ID, term: String, aliases: [String] = [], unit: String? = nil,
        confusedWith: [String] = [], definition: Statement? = nil, facts: [Statement] = []
    ) {
        self.guide = guide
        self.term = term
        self.names = TermNames(term: term, aliases: aliases)
        self.unit = unit
        self.confusedWith = confusedWith
        self.definition = definition
        self.facts = facts
    }

    /// Everything that is said of the term.
    package var statements: [Statement] { (definition.map { [$0] } ?? []) + facts }
}
