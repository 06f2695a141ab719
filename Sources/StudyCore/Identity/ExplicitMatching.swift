extension IdentityResolver {
    /// Gives the items that bear a `{#id}` theirs; of two with the same one, the first keeps it.
    mutating func matchExplicitIDs() throws {
        var claims: [Item.ID: [Int]] = [:]
        var order: [Item.ID] = []
        for sighting in newGuides.flatMap(\.sightings) {
            guard let text = sightings[sighting].explicitID else { continue }
            let id = Item.ID(text)
            if claims[id] == nil { order.append(id) }
            claims[id, default: []].append(sighting)
        }
        guard !order.isEmpty else { return }

        let known = try ledger.withIDs(Set(order))
        learn(order.compactMap { known[$0] })
        for id in order {
            let entry = known[id].flatMap { position(of: $0) }
            settle(id, claimedBy: claims[id] ?? [], holder: entry)
        }
    }

    private mutating func settle(_ id: Item.ID, claimedBy claims: [Int], holder: Int?) {
        if let holder, !isFree(holder) {
            let first =
                finders[holder].map { place(of: $0) }
                ?? .init(path: entries[holder].path, line: nil)
            for claim in claims { warn(id, first: first, second: claim) }
            return
        }
        let incumbent = holder.flatMap { holder in
            claims.first {
                sightings[$0].path == entries[holder].path
                    && sightings[$0].fingerprint == entries[holder].fingerprint
            }
        }
        guard let winner = incumbent ?? claims.first else { return }
        if let holder {
            match(winner, with: holder, as: .explicit)
        } else {
            reservedIDs[winner] = id
        }
        for claim in claims where claim != winner {
            warn(id, first: place(of: winner), second: claim)
        }
    }

    private mutating func warn(
        _ id: Item.ID, first: IdentityWarning.Place, second: Int
    ) {
        warnings.append(.duplicateExplicitID(id, first: first, second: place(of: second)))
    }

    private func place(of sighting: Int) -> IdentityWarning.Place {
        .init(path: sightings[sighting].path, line: sightings[sighting].line)
    }
}
