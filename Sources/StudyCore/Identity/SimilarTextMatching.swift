extension IdentityResolver {
    /// Matches what is left in a pair by similar texts, the most similar first.
    ///
    /// Orphans of a guide that still stands come last and must be nearly equal: whoever writes a new
    /// fact on the same topic does not mean the one deleted last month.
    mutating func matchSimilarTexts(in pair: GuidePair) {
        let new = pair.sightings.filter { decisions[$0] == nil }
        if new.isEmpty { return }
        let old = pair.entries.filter { isFree($0) }
        if old.isEmpty { return }

        let candidates = SimilarItems(new, old, in: pair, of: self)
        let sequences = Sequences(pair, of: self)
        let isStanding = pair.entries.contains { entries[$0].isPresent }
        accept(candidates, sequences) { candidate, resolver in
            if isStanding, !resolver.entries[candidate.entry].isPresent { return false }
            return candidate.score >= 0.4
                || candidate.score >= 0.25
                    && (resolver.sightings[candidate.sighting].kind == .definition
                        || sequences.agree(on: candidate, resolver))
        }
        matchSoleDefinition(of: pair, candidates)
        accept(candidates, sequences) { candidate, _ in candidate.score >= 0.8 }
    }

    /// Matches the one definition of a term with the one it had, however little they have in common:
    /// what is to be known is still what this term means.
    private mutating func matchSoleDefinition(of pair: GuidePair, _ candidates: SimilarItems) {
        let new = pair.sightings.filter { sightings[$0].kind == .definition }
        let old = pair.entries.filter { entries[$0].kind == .definition && entries[$0].isPresent }
        guard new.count == 1, old.count == 1, decisions[new[0]] == nil, isFree(old[0]),
            sightings[new[0]].guide == entries[old[0]].guide, !areStrangers(new[0], old[0])
        else { return }
        let score = candidates.score(of: new[0], old[0])
        match(new[0], with: old[0], as: .similar(score: score))
    }

    /// Matches the candidates that are good enough and clearly better than their rivals.
    ///
    /// What is not clear at first may be once others are matched, so this goes on until nothing
    /// changes.
    private mutating func accept(
        _ candidates: SimilarItems, _ sequences: Sequences,
        where isEnough: (SimilarItems.Candidate, IdentityResolver) -> Bool
    ) {
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for candidate in candidates.bestFirst
            where isOpen(candidate) && isEnough(candidate, self) {
                let isInPlace = sequences.agree(on: candidate, self)
                let rival = candidates.rival(of: candidate) {
                    isOpen($0) && (!isInPlace || sequences.agree(on: $0, self))
                }
                guard candidate.score >= 0.8 || candidate.score - rival >= 0.06 else { continue }
                match(
                    candidate.sighting, with: candidate.entry,
                    as: .similar(score: candidate.score))
                hasChanged = true
            }
        }
    }

    private func isOpen(_ candidate: SimilarItems.Candidate) -> Bool {
        decisions[candidate.sighting] == nil && isFree(candidate.entry)
    }
}

extension IdentityResolver {
    /// Guides that were not paired but between which items demonstrably moved: one that was split,
    /// or merged into another.
    ///
    /// - Returns: Pairs of what now stands in a guide and what stood in those its items came from.
    func relatedGuides() -> [GuidePair] {
        var pairs: [GuidePair] = []
        var entriesOfPlace: [Place: [Int]]?
        for guide in newGuides where guide.sightings.contains(where: { decisions[$0] == nil }) {
            let sources = Set(
                guide.sightings.compactMap { sighting -> Place? in
                    guard let decision = decisions[sighting], let entry = decision.entry,
                        decision.origin == .moved
                    else { return nil }
                    return Place(path: entries[entry].path, guide: entries[entry].guide)
                })
            if sources.isEmpty { continue }
            let table =
                entriesOfPlace
                ?? Dictionary(grouping: entries.indices) {
                    Place(path: entries[$0].path, guide: entries[$0].guide)
                }
            entriesOfPlace = table
            pairs.append(
                GuidePair(
                    sightings: guide.sightings,
                    entries: sources.sorted().flatMap { table[$0] ?? [] }))
        }
        return pairs
    }
}
