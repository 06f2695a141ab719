package import StudyCore

/// A ledger in memory: what a store keeps, as one value.
package struct Ledger {
    package let device: String
    package private(set) var entries: [Item.ID: LedgerEntry] = [:]
    /// All that was ever written here, in order.
    package private(set) var lines: [LedgerLine] = []
    /// What is read as another item.
    package private(set) var links = IdentityLinks()

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
        for (old, new) in resolution.adoptions {
            write(old, nil, at: time)
            entries[old] = nil
            links = links.merging([old: new])
        }
        for id in resolution.orphans { orphan(id, at: time) }
        for (sighting, assignment) in zip(sightings, resolution.assignments) {
            put(assignment.id, sighting, at: time)
        }
        return resolution
    }

    private mutating func orphan(_ id: Item.ID, at time: Int64) {
        write(id, nil, at: time)
        entries[id]?.isPresent = false
    }

    private mutating func put(_ id: Item.ID, _ sighting: Sighting, at time: Int64) {
        let known = entries[id].flatMap { $0.isPresent ? $0 : nil }
        if known?.guide != sighting.guide || known?.fingerprint != sighting.fingerprint {
            write(id, sighting.place, at: time, kind: sighting.kind)
        }
        entries[id] = LedgerEntry(id: id, sighting)
    }

    private mutating func write(
        _ id: Item.ID, _ text: TextPlace?, at time: Int64, kind: Item.Kind? = nil
    ) {
        guard let kind = kind ?? entries[id]?.kind else { return }
        lines.append(
            LedgerLine(
                id: id, kind: kind, text: text, time: Timestamp(milliseconds: time),
                event: EventID(device: device, sequence: lines.count + 1)))
    }

    /// Calls every item what all devices together call it.
    ///
    /// - Parameters:
    ///   - merged: What all ledgers say together, this one among them.
    ///   - time: The present.
    package mutating func adopt(_ merged: MergedLedgers, at time: Int64) {
        links = links.merging(merged.aliases)
        var copies: [TextPlace: Int] = [:]
        let renamed = entries.values.filter(\.isPresent)
            .sorted { ($0.path, $0.ordinal) < ($1.path, $1.ordinal) }
            .map { entry in
                let place = TextPlace(guide: entry.guide, fingerprint: entry.fingerprint)
                let copy = copies[place, default: 0]
                copies[place] = copy + 1
                return (entry, place, id: merged.id(of: entry.id, at: place, copy: copy))
            }
            .filter { $0.0.id != $0.id }
        for (entry, _, _) in renamed { orphan(entry.id, at: time) }
        for old in merged.aliases.keys { entries[old] = nil }
        for (entry, place, id) in renamed {
            write(id, place, at: time, kind: entry.kind)
            entries[id] = entry
            entries[id]?.id = id
        }
    }

    /// The items that stand, each text under the guide it is in.
    package var standing: [(id: Item.ID, text: TextPlace)] {
        entries.values.filter(\.isPresent).map {
            ($0.id, TextPlace(guide: $0.guide, fingerprint: $0.fingerprint))
        }
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
