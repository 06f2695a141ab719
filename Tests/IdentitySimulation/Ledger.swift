package import StudyCore

/// A ledger in memory: what a store keeps, as one value.
package struct Ledger {
    package let device: String
    package private(set) var entries: [Item.ID: LedgerEntry] = [:]
    /// All that was ever written, in order.
    package private(set) var lines: [LedgerLine] = []

    package init(device: String = "here") {
        self.device = device
    }

    /// Loads the files as they stand and brings the ledger up to date.
    @discardableResult
    package mutating func load(
        _ sightings: [Sighting], inFiles files: Set<String>, at time: Int64 = 0
    )
        throws -> IdentityResolution
    {
        let resolution = try resolveIdentities(of: sightings, inFiles: files, against: lookup)
        for old in resolution.adoptions.keys { entries[old] = nil }
        for id in resolution.orphans { entries[id]?.isPresent = false }
        for (sighting, assignment) in zip(sightings, resolution.assignments) {
            write(assignment.id, sighting, at: time)
            entries[assignment.id] = LedgerEntry(id: assignment.id, sighting)
        }
        return resolution
    }

    private mutating func write(_ id: Item.ID, _ sighting: Sighting, at time: Int64) {
        if let known = entries[id], known.guide == sighting.guide,
            known.fingerprint == sighting.fingerprint
        {
            return
        }
        lines.append(
            LedgerLine(
                id: id, kind: sighting.kind, guide: sighting.guide,
                fingerprint: sighting.fingerprint, time: Timestamp(milliseconds: time),
                event: EventID(device: device, sequence: lines.count + 1)))
    }

    /// Notes that the learner said that an item is not a text.
    package mutating func estrange(_ id: Item.ID, from text: Fingerprint) {
        entries[id]?.strangers.insert(text)
    }

    package var lookup: LedgerLookup {
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
            withIDs: { ids in
                ids.reduce(into: [:]) { $0[$1] = entries[$1] }
            })
    }
}
