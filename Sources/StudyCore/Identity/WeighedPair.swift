/// The items left in a pair of guides, made ready for comparing.
struct WeighedPair {
    private var new: [Int: WeighedItem] = [:]
    private var old: [Int: WeighedItem] = [:]
    /// The couples worth comparing, each a sighting and an entry of the same kind.
    let comparable: [(sighting: Int, entry: Int)]

    init(_ new: [Int], _ old: [Int], in pair: GuidePair, of resolver: IdentityResolver) {
        let (sightings, entries) = (resolver.sightings, resolver.entries)
        // Most texts stand on both sides: each is taken to pieces once.
        var profiles: [String: TextProfile] = [:]
        func profile(_ text: String) -> TextProfile {
            if let known = profiles[text] { return known }
            let made = TextProfile(text)
            profiles[text] = made
            return made
        }
        var weights = WordWeights()
        let texts =
            pair.sightings.map { (sightings[$0].parts, sightings[$0].guide) }
            + pair.entries.map { (entries[$0].parts, entries[$0].guide) }
        for (parts, guide) in texts {
            weights.count(Set(parts.flatMap { profile($0).words }))
            weights.lighten(guide.termSlug)
        }
        var weighed: [String: WeighedText] = [:]
        func item(_ parts: [String]) -> WeighedItem? {
            WeighedItem(
                parts.map { text in
                    if let known = weighed[text] { return known }
                    let made = WeighedText(profile(text), weights)
                    weighed[text] = made
                    return made
                })
        }
        for sighting in new { self.new[sighting] = item(sightings[sighting].parts) }
        for entry in old { self.old[entry] = item(entries[entry].parts) }
        comparable = Self.comparable(new, old, of: resolver)
    }

    /// How alike two items are, 0–1; 0 when either is not among those left.
    func similarity(of sighting: Int, to entry: Int) -> Double {
        guard let now = new[sighting], let before = old[entry] else { return 0 }
        return now.similarity(to: before)
    }

    /// How much of the shorter of two items is in the longer, 0–1.
    func overlap(of sighting: Int, with entry: Int) -> Double {
        guard let now = new[sighting], let before = old[entry] else { return 0 }
        return now.overlap(with: before)
    }

    private static func comparable(
        _ new: [Int], _ old: [Int], of resolver: IdentityResolver
    ) -> [(sighting: Int, entry: Int)] {
        let mates =
            new.count * old.count <= exhaustiveLimit
            ? nil : WordIndex(old, of: resolver)
        return new.flatMap { sighting in
            (mates?.entries(like: resolver.sightings[sighting]) ?? old)
                .filter { resolver.entries[$0].kind == resolver.sightings[sighting].kind }
                .map { (sighting, $0) }
        }
    }
}

/// Up to so many couples are all compared; beyond, only those that share a telling word.
private let exhaustiveLimit = 40_000

/// Which entries hold a word, for tables and card files of thousands of items.
private struct WordIndex {
    private var holders: [UInt64: [Int]] = [:]

    init(_ entries: [Int], of resolver: IdentityResolver) {
        for entry in entries {
            for word in TextProfile.words(in: resolver.entries[entry].parts) {
                holders[word, default: []].append(entry)
            }
        }
    }

    func entries(like sighting: Sighting) -> [Int] {
        let telling = TextProfile.words(in: sighting.parts)
            .compactMap { holders[$0] }
            .filter { $0.count <= 20 }
        return Set(telling.joined()).sorted()
    }
}
