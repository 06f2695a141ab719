extension IdentityResolver {
    /// Gives everything still undecided an identity of its own.
    ///
    /// An orphan that bears the identity this very text is minted to began with this text, and comes
    /// back with it.
    mutating func mintIDs() throws {
        var given = Set(decisions.compactMap { $0?.id })
        given.reserveCapacity(decisions.count)
        given.formUnion(reservedIDs.values)
        var waiting: [(sighting: Int, stem: Item.ID, number: Int)] = []
        for sighting in undecided {
            if let id = reservedIDs[sighting] {
                mint(id, for: sighting, as: .explicit)
                continue
            }
            let stem = mintID(
                kind: sightings[sighting].kind, guide: sightings[sighting].guide,
                fingerprint: sightings[sighting].fingerprint)
            waiting.append((sighting, stem, 1))
        }
        while !waiting.isEmpty {
            let known =
                ledger.isEmpty
                ? [:] : try ledger.withIDs(Set(waiting.map { $0.stem.numbered($0.number) }))
            var refused: [(sighting: Int, stem: Item.ID, number: Int)] = []
            for (sighting, stem, number) in waiting {
                let id = stem.numbered(number)
                if let entry = known[id] {
                    learn([entry])
                    if let position = position(of: entry), isFree(position),
                        entry.kind == sightings[sighting].kind, given.insert(entry.id).inserted
                    {
                        match(sighting, with: position, as: .returned)
                        continue
                    }
                } else if given.insert(id).inserted {
                    mint(id, for: sighting, as: .minted)
                    continue
                }
                refused.append((sighting, stem, number + 1))
            }
            waiting = refused
        }
    }
}
