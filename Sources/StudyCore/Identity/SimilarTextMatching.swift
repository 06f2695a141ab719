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
        let neighbours = Neighbours(pair, of: self)
        let isStanding = pair.entries.contains { entries[$0].isPresent }
        accept(candidates) { candidate, resolver in
            if isStanding, !resolver.entries[candidate.entry].isPresent { return false }
            return candidate.score >= 0.4
                || candidate.score >= 0.3
                    && (resolver.sightings[candidate.sighting].kind == .definition
                        || neighbours.agree(on: candidate, resolver))
        }
        matchSoleDefinition(of: pair, candidates)
        accept(candidates) { candidate, _ in candidate.score >= 0.8 }
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
        _ candidates: SimilarItems,
        where isEnough: (SimilarItems.Candidate, IdentityResolver) -> Bool
    ) {
        var hasChanged = true
        while hasChanged {
            hasChanged = false
            for candidate in candidates.bestFirst
            where isOpen(candidate) && isEnough(candidate, self) {
                let rival = candidates.rival(of: candidate) { isOpen($0) }
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

/// Who stands beside whom, in a guide of before and in the same guide now.
private struct Neighbours {
    private var new: [Int: (Int?, Int?)] = [:]
    private var old: [Int: (Int?, Int?)] = [:]

    init(_ pair: GuidePair, of resolver: IdentityResolver) {
        new = Self.table(pair.sightings)
        old = Self.table(
            pair.entries.filter { resolver.entries[$0].isPresent }
                .sorted { resolver.entries[$0].ordinal < resolver.entries[$1].ordinal })
    }

    private static func table(_ order: [Int]) -> [Int: (Int?, Int?)] {
        var table: [Int: (Int?, Int?)] = [:]
        for (place, item) in order.enumerated() {
            table[item] = (
                place > 0 ? order[place - 1] : nil,
                place + 1 < order.count ? order[place + 1] : nil
            )
        }
        return table
    }

    /// Whether the items before and after are matched with those before and after; the beginning
    /// and the end of the guide count, but not both.
    func agree(on candidate: SimilarItems.Candidate, _ resolver: IdentityResolver) -> Bool {
        guard let (newBefore, newAfter) = new[candidate.sighting],
            let (oldBefore, oldAfter) = old[candidate.entry],
            newBefore != nil || newAfter != nil
        else { return false }
        return newBefore.flatMap { resolver.decisions[$0]?.entry } == oldBefore
            && newAfter.flatMap { resolver.decisions[$0]?.entry } == oldAfter
            && (newBefore == nil) == (oldBefore == nil) && (newAfter == nil) == (oldAfter == nil)
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
