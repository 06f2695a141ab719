/// Items seen now and entries of before that belong together, as positions in the resolver's lists.
struct GuidePair {
    var sightings: [Int]
    var entries: [Int]
}

extension IdentityResolver {
    /// Finds for the guides seen now those they were before.
    ///
    /// In this order: the same `{#id}`; the same place; the most equal texts; the same class and
    /// term; the same file; the most phrases in common; the same term. Guides that vanished in earlier loads come into question
    /// when those of this load do not suffice.
    ///
    /// - Returns: The pairs; a guide is in one at most.
    /// - Throws: What the ledger's look-ups throw.
    mutating func pairGuides() throws -> [GuidePair] {
        let names = Set(newGuides.compactMap(\.explicitID))
        if !names.isEmpty { learn(try ledger.inGuidesNamed(names)) }

        var pairing = GuidePairing(newGuides)
        pairing.add(freeEntries, of: self)
        pairing.pairByExplicitID()
        pairing.pairByPlace()
        pairing.pairByEqualTexts(sightings)
        if pairing.isUnfinished {
            try learnVanishedGuides(like: pairing.unpairedSightings)
            pairing.add(freeEntries, of: self)
            pairing.pairByExplicitID()
            pairing.pairByPlace()
            pairing.pairByEqualTexts(sightings)
            pairing.pairByClassAndTerm()
            pairing.pairByFile()
            pairing.pairBySimilarTexts(of: self)
            pairing.pairByTerm()
        }
        return pairing.pairs
    }

    private var freeEntries: [Int] { entries.indices.filter { isFree($0) } }

    /// Looks up the orphans that stood under the same terms or have the same texts, with all that
    /// stood beside them.
    private mutating func learnVanishedGuides(like unpaired: [Int]) throws {
        let terms = Set(unpaired.map { sightings[$0].guide.termSlug })
        let texts = Set(unpaired.map { sightings[$0].fingerprint })
        let orphans =
            try ledger.orphansOfTerms(terms)
            + ledger.withFingerprints(texts).filter { !$0.isPresent }
        learn(orphans)
        let files = Set(orphans.map(\.path)).subtracting(changedFiles)
        if !files.isEmpty { learn(try ledger.inFiles(files).filter { !$0.isPresent }) }
    }
}

/// The guides of before and of now while they are being paired.
private struct GuidePairing {
    typealias Place = IdentityResolver.Place

    private struct OldGuide {
        let place: Place
        var explicitID: String?
        var entries: [Int] = []
        var fingerprints: Set<Fingerprint> = []
        /// Whether any of it stood until this load.
        var isStanding = false
    }

    private(set) var pairs: [GuidePair] = []
    private let newGuides: [IdentityResolver.NewGuide]
    private var unpairedNew: [Int]
    private var oldGuides: [OldGuide] = []
    private var numbers: [Place: Int] = [:]
    private var known: Set<Int> = []
    private var pairOfOld: [Int: Int] = [:]

    init(_ newGuides: [IdentityResolver.NewGuide]) {
        self.newGuides = newGuides
        unpairedNew = Array(newGuides.indices)
    }

    var isUnfinished: Bool { !unpairedNew.isEmpty }

    var unpairedSightings: [Int] { unpairedNew.flatMap { newGuides[$0].sightings } }

    /// Files entries under the guides they stood in; those of a guide paired already join its pair.
    mutating func add(_ entries: [Int], of resolver: IdentityResolver) {
        for position in entries where known.insert(position).inserted {
            let entry = resolver.entries[position]
            let place = Place(path: entry.path, guide: entry.guide)
            let number = numbers[place] ?? oldGuides.count
            if number == oldGuides.count {
                numbers[place] = number
                oldGuides.append(OldGuide(place: place))
            }
            oldGuides[number].entries.append(position)
            oldGuides[number].fingerprints.insert(entry.fingerprint)
            oldGuides[number].explicitID = entry.guideExplicitID ?? oldGuides[number].explicitID
            if entry.isPresent { oldGuides[number].isStanding = true }
            if let pair = pairOfOld[number] { pairs[pair].entries.append(position) }
        }
    }

    /// Old guides not paired yet: those that stood until now before those long gone, then by place.
    private var unpairedOld: [Int] {
        oldGuides.indices.filter { pairOfOld[$0] == nil }.sorted {
            if oldGuides[$0].isStanding != oldGuides[$1].isStanding {
                return oldGuides[$0].isStanding
            }
            return oldGuides[$0].place < oldGuides[$1].place
        }
    }

    private mutating func pair(_ new: [Int], with old: [Int]) {
        for number in old { pairOfOld[number] = pairs.count }
        pairs.append(
            GuidePair(
                sightings: new.flatMap { newGuides[$0].sightings },
                entries: old.flatMap { oldGuides[$0].entries }))
        let paired = Set(new)
        unpairedNew.removeAll { paired.contains($0) }
    }

    /// Pairs guides one to one that have the same key; a nil key pairs with nothing.
    private mutating func pair<Key: Hashable>(
        by newKey: (IdentityResolver.NewGuide) -> Key?, _ oldKey: (OldGuide) -> Key?
    ) {
        var candidates: [Key: [Int]] = [:]
        for number in unpairedOld.reversed() {
            if let key = oldKey(oldGuides[number]) { candidates[key, default: []].append(number) }
        }
        var couples: [(new: Int, old: Int)] = []
        for number in unpairedNew {
            if let key = newKey(newGuides[number]), let old = candidates[key]?.popLast() {
                couples.append((number, old))
            }
        }
        pair(couples)
    }

    private mutating func pair(_ couples: [(new: Int, old: Int)]) {
        for (new, old) in couples {
            pairOfOld[old] = pairs.count
            pairs.append(
                GuidePair(sightings: newGuides[new].sightings, entries: oldGuides[old].entries))
        }
        let paired = Set(couples.map(\.new))
        unpairedNew.removeAll { paired.contains($0) }
    }

    mutating func pairByExplicitID() { pair(by: \.explicitID, \.explicitID) }
    mutating func pairByPlace() { pair(by: \.place, \.place) }
    mutating func pairByClassAndTerm() { pair(by: \.place.guide, \.place.guide) }
    mutating func pairByTerm() { pair(by: \.place.guide.termSlug, \.place.guide.termSlug) }

    /// Pairs what is left in a file: one guide with one, or all the guides of a table together.
    mutating func pairByFile() {
        let old = Dictionary(grouping: unpairedOld) { oldGuides[$0].place.path }
        let new = Dictionary(grouping: unpairedNew) { newGuides[$0].place.path }
        for path in new.keys.sorted() {
            if let old = old[path], let new = new[path] { pair(new, with: old) }
        }
    }

    /// Pairs guides that share at least 40 % of the texts of the smaller one, best first.
    ///
    /// A sentence that many guides share says nothing about which of them one is.
    mutating func pairByEqualTexts(_ sightings: [Sighting]) {
        pairByShare(
            of: { guide in Set(guide.sightings.map { sightings[$0].fingerprint }) },
            { $0.fingerprints }, commonAbove: 50)
    }

    /// Pairs guides that share at least 40 % of the phrases of the smaller one, best first: they
    /// were moved, renamed and reworded at once.
    mutating func pairBySimilarTexts(of resolver: IdentityResolver) {
        pairByShare(
            of: { guide in
                TextProfile.phrases(in: guide.sightings.flatMap { resolver.sightings[$0].parts })
            },
            { guide in
                TextProfile.phrases(in: guide.entries.flatMap { resolver.entries[$0].parts })
            }, commonAbove: 8)
    }

    /// Pairs guides one to one by the traits they share, from 40 % of the smaller one's on, best first.
    ///
    /// - Parameters:
    ///   - newTraits: What a guide seen now is known by.
    ///   - oldTraits: What a guide of before is known by.
    ///   - limit: A trait that more of the old guides have does not count.
    private mutating func pairByShare<Trait: Hashable>(
        of newTraits: (IdentityResolver.NewGuide) -> Set<Trait>,
        _ oldTraits: (OldGuide) -> Set<Trait>, commonAbove limit: Int
    ) {
        var holders: [Trait: [Int]] = [:]
        for number in unpairedOld {
            for trait in oldTraits(oldGuides[number]) { holders[trait, default: []].append(number) }
        }
        if holders.isEmpty { return }
        var sizes: [Int: Int] = [:]
        for guides in holders.values where guides.count <= limit {
            for number in guides { sizes[number, default: 0] += 1 }
        }

        var candidates: [Candidate] = []
        for new in unpairedNew {
            let traits = newTraits(newGuides[new])
            var size = 0
            var counts: [Int: Int] = [:]
            for trait in traits {
                let guides = holders[trait] ?? []
                guard guides.count <= limit else { continue }
                size += 1
                for number in guides { counts[number, default: 0] += 1 }
            }
            for (old, count) in counts {
                let share = Double(count) / Double(min(size, sizes[old] ?? size))
                guard share >= 0.4 else { continue }
                candidates.append(
                    Candidate(share: share, kinship: kinship(new, old), new: new, old: old))
            }
        }
        candidates.sort { left, right in
            if left.share != right.share { return left.share > right.share }
            if left.kinship != right.kinship { return left.kinship > right.kinship }
            if left.new != right.new { return left.new < right.new }
            return oldGuides[left.old].place < oldGuides[right.old].place
        }
        var free = Set(unpairedNew)
        var taken: Set<Int> = []
        var couples: [(new: Int, old: Int)] = []
        for candidate in candidates
        where free.contains(candidate.new) && !taken.contains(candidate.old) {
            free.remove(candidate.new)
            taken.insert(candidate.old)
            couples.append((candidate.new, candidate.old))
        }
        pair(couples)
    }

    private struct Candidate {
        let share: Double
        let kinship: Int
        let new: Int
        let old: Int
    }

    /// How much speaks for two guides being one besides their texts.
    private func kinship(_ new: Int, _ old: Int) -> Int {
        let (now, before) = (newGuides[new].place, oldGuides[old].place)
        return (oldGuides[old].isStanding ? 8 : 0)
            + (now.guide.termSlug == before.guide.termSlug ? 4 : 0)
            + (now.path == before.path ? 2 : 0)
            + (now.guide.classSlug == before.guide.classSlug ? 1 : 0)
    }
}
