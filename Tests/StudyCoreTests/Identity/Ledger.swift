import StudyCore

/// A ledger in memory: what a store keeps, as one value.
struct Ledger {
    private(set) var entries: [Item.ID: LedgerEntry] = [:]

    /// Loads the files as they stand and brings the ledger up to date.
    @discardableResult
    mutating func load(_ sightings: [Sighting], inFiles files: Set<String>) throws
        -> IdentityResolution
    {
        let resolution = try resolveIdentities(of: sightings, inFiles: files, against: lookup)
        for old in resolution.adoptions.keys { entries[old] = nil }
        for id in resolution.orphans { entries[id]?.isPresent = false }
        for (sighting, assignment) in zip(sightings, resolution.assignments) {
            entries[assignment.id] = LedgerEntry(id: assignment.id, sighting)
        }
        return resolution
    }

    var lookup: LedgerLookup {
        let entries = entries
        var byFile: [String: [LedgerEntry]] = [:]
        var orphansByTerm: [String: [LedgerEntry]] = [:]
        var byGuideName: [String: [LedgerEntry]] = [:]
        var byFingerprint: [Fingerprint: [LedgerEntry]] = [:]
        for entry in entries.values {
            byFile[entry.path, default: []].append(entry)
            if !entry.isPresent { orphansByTerm[entry.guide.termSlug, default: []].append(entry) }
            if let name = entry.guideExplicitID { byGuideName[name, default: []].append(entry) }
            byFingerprint[entry.fingerprint, default: []].append(entry)
        }
        let (files, terms, names, texts) = (byFile, orphansByTerm, byGuideName, byFingerprint)
        return LedgerLookup(
            inFiles: { $0.flatMap { files[$0] ?? [] } },
            orphansOfTerms: { $0.flatMap { terms[$0] ?? [] } },
            inGuidesNamed: { $0.flatMap { names[$0] ?? [] } },
            withFingerprints: { $0.flatMap { texts[$0] ?? [] } },
            withIDs: { ids in entries.filter { ids.contains($0.key) } })
    }
}
