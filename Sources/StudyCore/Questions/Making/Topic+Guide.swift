extension Topic {
    /// The topic of a guide whose items have their identities.
    ///
    /// - Parameters:
    ///   - guide: The guide.
    ///   - ids: An identity for each of its items, in their order.
    package init(_ guide: Guide, ids: [Item.ID]) {
        let items = zip(guide.items, ids)
        self.init(
            guide: guide.id, term: guide.term, aliases: guide.aliases, unit: guide.unit,
            confusedWith: guide.confusedWith,
            definition: items.first { $0.0.kind == .definition }
                .map { Statement(item: $0.1, text: $0.0.text) },
            facts: items.filter { $0.0.kind == .fact }
                .map { Statement(item: $0.1, text: $0.0.text) })
    }
}
