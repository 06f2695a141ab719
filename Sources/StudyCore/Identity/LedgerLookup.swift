/// How the ledger is asked, so that no load has to read all of it.
///
/// Each question is put for many keys at once, a few times a load, and may be answered in any order.
/// Orphans are part of the answers. The entries are what stood before the load.
package struct LedgerLookup {
    /// Entries last seen in any of these files.
    package var inFiles: (Set<String>) throws -> [LedgerEntry]
    /// Orphans last seen in a guide with any of these term slugs, in any class.
    package var orphansOfTerms: (Set<String>) throws -> [LedgerEntry]
    /// Entries last seen in a guide with any of these explicit ids.
    package var inGuidesNamed: (Set<String>) throws -> [LedgerEntry]
    /// Entries whose last text has any of these fingerprints.
    package var withFingerprints: (Set<Fingerprint>) throws -> [LedgerEntry]
    /// Entries by the id asked for; the entry of a merged id carries the id it was merged into.
    package var withIDs: (Set<Item.ID>) throws -> [Item.ID: LedgerEntry]

    /// Whether nothing is known yet, so that nothing need be asked for.
    package private(set) var isEmpty = false

    /// Before anything was ever seen.
    package static var empty: LedgerLookup {
        var lookup = LedgerLookup(
            inFiles: { _ in [] }, orphansOfTerms: { _ in [] }, inGuidesNamed: { _ in [] },
            withFingerprints: { _ in [] }, withIDs: { _ in [:] })
        lookup.isEmpty = true
        return lookup
    }

    package init(
        inFiles: @escaping (Set<String>) throws -> [LedgerEntry],
        orphansOfTerms: @escaping (Set<String>) throws -> [LedgerEntry],
        inGuidesNamed: @escaping (Set<String>) throws -> [LedgerEntry],
        withFingerprints: @escaping (Set<Fingerprint>) throws -> [LedgerEntry],
        withIDs: @escaping (Set<Item.ID>) throws -> [Item.ID: LedgerEntry]
    ) {
        self.inFiles = inFiles
        self.orphansOfTerms = orphansOfTerms
        self.inGuidesNamed = inGuidesNamed
        self.withFingerprints = withFingerprints
        self.withIDs = withIDs
    }
}
