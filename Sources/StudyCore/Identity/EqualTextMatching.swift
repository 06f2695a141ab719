extension IdentityResolver {
    /// Matches the items of a pair whose words are the same.
    mutating func matchEqualTexts(in pair: GuidePair) {
        var candidates: [Fingerprint: [Int]] = [:]
        for entry in pair.entries where isFree(entry) {
            candidates[entries[entry].fingerprint, default: []].append(entry)
        }
        for (fingerprint, equals) in candidates where equals.count > 1 {
            candidates[fingerprint] = equals.sorted { precedes($0, $1) }
        }
        for sighting in pair.sightings where decisions[sighting] == nil {
            guard let equals = candidates[sightings[sighting].fingerprint],
                let entry = equals.first(where: { isFree($0) })
            else { continue }
            match(sighting, with: entry, as: entries[entry].isPresent ? .exact : .returned)
        }
    }

    /// Matches what is left with equal texts that are gone from any other place.
    ///
    /// Texts under four words are passed over: two items that say "39 %" need not be one.
    ///
    /// - Parameters:
    ///   - pairs: The guides that are known from before.
    ///   - strangersToo: Whether a guide never seen before may take a text out of one that still stands.
    ///     Such a guide is a copy more often than not, and what is gone from the original was reworded
    ///     there: only what is in none of its items may move.
    /// - Throws: What the ledger throws.
    mutating func matchMovedTexts(between pairs: [GuidePair], strangersToo: Bool) throws {
        let found = try ledger.withFingerprints(Set(undecided.map { sightings[$0].fingerprint }))
        // Words are counted only of texts that stand elsewhere: as a rule hardly any do.
        let texts = Set(entries.map(\.fingerprint)).union(found.map(\.fingerprint))
        let moved = undecided.filter {
            texts.contains(sightings[$0].fingerprint) && wordCount(of: sightings[$0]) >= 4
        }
        guard !moved.isEmpty else { return }
        let wanted = Set(moved.map { sightings[$0].fingerprint })
        learn(found.filter { wanted.contains($0.fingerprint) })
        let atHome = Set(pairs.flatMap(\.sightings))
        let standing = Set(pairs.flatMap(\.entries))

        var candidates: [Fingerprint: [Int]] = [:]
        for entry in entries.indices where isFree(entry) {
            candidates[entries[entry].fingerprint, default: []].append(entry)
        }
        // The nearest relation is matched first, so that of two copies the right one keeps the id.
        for relation in Relation.allCases {
            for sighting in moved where decisions[sighting] == nil {
                let equals = candidates[sightings[sighting].fingerprint] ?? []
                let entry = equals.filter {
                    isFree($0) && relation.holds(sightings[sighting].guide, entries[$0].guide)
                        && (strangersToo || atHome.contains(sighting) || !standing.contains($0))
                }.min { precedes($0, $1) }
                if let entry {
                    match(sighting, with: entry, as: entries[entry].isPresent ? .moved : .returned)
                }
            }
        }
    }

    private enum Relation: CaseIterable {
        case sameTerm, sameClass, none

        func holds(_ left: Guide.ID, _ right: Guide.ID) -> Bool {
            switch self {
            case .sameTerm: left.termSlug == right.termSlug
            case .sameClass: left.classSlug == right.classSlug
            case .none: true
            }
        }
    }

    /// Which of two entries with equal texts is found first: one that stood, then by place.
    private func precedes(_ left: Int, _ right: Int) -> Bool {
        let (left, right) = (entries[left], entries[right])
        if left.isPresent != right.isPresent { return left.isPresent }
        return (left.ordinal, left.path, left.id) < (right.ordinal, right.path, right.id)
    }

    private func wordCount(of sighting: Sighting) -> Int {
        NormalisedText(sighting.text).wordCount
            + (sighting.answer.map { NormalisedText($0).wordCount } ?? 0)
    }
}
