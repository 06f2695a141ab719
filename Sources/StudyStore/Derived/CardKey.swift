import StudyCore

/// A card as the tables name it.
struct CardKey: Hashable {
    /// The item's number in the registry.
    let item: Int64
    let facet: Card.Facet
}
