/// Which item each sighting is, and what became of the others.
package struct IdentityResolution: Hashable, Sendable {
    /// Parallel to the sightings; no id comes twice.
    package var assignments: [Assignment]
    /// Items that stood in the files concerned and are in none of them now, in order.
    package var orphans: [Item.ID]
    /// Histories that a fresh `{#id}` takes over: what was reviewed under the key is read as the value's.
    package var adoptions: [Item.ID: Item.ID]
    package var warnings: [IdentityWarning]

    package init(
        assignments: [Assignment], orphans: [Item.ID] = [],
        adoptions: [Item.ID: Item.ID] = [:], warnings: [IdentityWarning] = []
    ) {
        self.assignments = assignments
        self.orphans = orphans
        self.adoptions = adoptions
        self.warnings = warnings
    }

    /// Which item a sighting is.
    package struct Assignment: Hashable, Sendable {
        package var id: Item.ID
        package var origin: Origin
        /// What may mean something else than in the ledger; nil when nothing does, or the item is new.
        package var changed: MeaningChange?

        package init(id: Item.ID, origin: Origin, changed: MeaningChange? = nil) {
            self.id = id
            self.origin = origin
            self.changed = changed
        }
    }

    /// How the identity was found.
    package enum Origin: Hashable, Sendable {
        /// The author fixed it with `{#id}`.
        case explicit
        /// The same words in the same guide.
        case exact
        /// The same words in another guide, gone from the old one.
        case moved
        /// Similar words in the same guide; the score is 0–1, 1 being equal.
        case similar(score: Double)
        /// An orphan whose text came back.
        case returned
        /// A new item; its id is new.
        case minted
    }
}

/// Something about identities that the author of the guides should know.
package enum IdentityWarning: Hashable, Sendable {
    /// Two items bear the same `{#id}`; the first keeps it, the second is told by its text.
    case duplicateExplicitID(Item.ID, first: Place, second: Place)

    /// Where an item stands.
    package struct Place: Hashable, Sendable {
        package var path: String
        /// From 1; nil when the item is known from the ledger alone.
        package var line: Int?

        package init(path: String, line: Int?) {
            self.path = path
            self.line = line
        }
    }
}
