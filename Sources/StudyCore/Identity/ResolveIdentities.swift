/// Finds out which item each sighting is.
///
/// Guides are paired first, then items: by `{#id}`, by equal text inside the pair, by equal text
/// anywhere, by similar text inside the pair. What is left is new. The result does not depend on
/// the order of the sightings, on the clock or on chance.
///
/// - Parameters:
///   - sightings: All items of the files that changed or appeared, as they stand now.
///   - changedFiles: The files that changed, appeared or vanished. Whatever the ledger holds in any
///     other file is taken to stand there still.
///   - ledger: What was known before.
/// - Returns: An identity for each sighting, and what became of the items that are gone.
/// - Throws: What the ledger's look-ups throw.
package func resolveIdentities(
    of sightings: [Sighting], inFiles changedFiles: Set<String>, against ledger: LedgerLookup
) throws -> IdentityResolution {
    var resolver = IdentityResolver(sightings, inFiles: changedFiles, against: ledger)
    try resolver.learnFiles()
    try resolver.matchExplicitIDs()
    if !ledger.isEmpty {
        let pairs = try resolver.pairGuides()
        for pair in pairs { resolver.matchEqualTexts(in: pair) }
        try resolver.matchMovedTexts(between: pairs, strangersToo: false)
        for pair in pairs { resolver.matchSimilarTexts(in: pair) }
        try resolver.matchMovedTexts(between: pairs, strangersToo: true)
        for pair in resolver.relatedGuides() { resolver.matchSimilarTexts(in: pair) }
    }
    try resolver.mintIDs()
    return resolver.resolution()
}
