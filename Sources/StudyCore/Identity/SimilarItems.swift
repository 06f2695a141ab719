/// The items left in a pair of guides that are alike, with how much.
struct SimilarItems {
    struct Candidate {
        /// 0–1, 1 being equal.
        let score: Double
        let sighting: Int
        let entry: Int
        /// Whether the shorter text is nearly all in the longer: a part, or a whole with an addition.
        let isPart: Bool
    }

    /// The candidates, the most alike first; of two equally alike, the one nearer its old place.
    let bestFirst: [Candidate]
    private let bySighting: [Int: [Candidate]]
    private let byEntry: [Int: [Candidate]]
    private let items: WeighedPair

    /// Compares each sighting with each entry of its kind.
    ///
    /// - Parameters:
    ///   - new: The sightings left.
    ///   - old: The entries left.
    ///   - pair: The guides they stand in; their other items say which words are common here.
    ///   - resolver: Where the texts are.
    init(_ new: [Int], _ old: [Int], in pair: GuidePair, of resolver: IdentityResolver) {
        items = WeighedPair(new, old, in: pair, of: resolver)
        var candidates: [Candidate] = []
        for (sighting, entry) in items.comparable where !resolver.areStrangers(sighting, entry) {
            let score = items.similarity(of: sighting, to: entry)
            // Less is neither accepted nor a rival of what is.
            guard score >= 0.24 else { continue }
            candidates.append(
                Candidate(
                    score: score, sighting: sighting, entry: entry,
                    isPart: items.overlap(of: sighting, with: entry) >= 0.8))
        }
        bestFirst = candidates.sorted { left, right in
            if left.score != right.score { return left.score > right.score }
            let (leftShift, rightShift) = (resolver.shift(left), resolver.shift(right))
            if leftShift != rightShift { return leftShift < rightShift }
            let (leftItem, rightItem) =
                (resolver.sightings[left.sighting], resolver.sightings[right.sighting])
            if leftItem.ordinal != rightItem.ordinal { return leftItem.ordinal < rightItem.ordinal }
            return resolver.entries[left.entry].id < resolver.entries[right.entry].id
        }
        bySighting = Dictionary(grouping: bestFirst, by: \.sighting)
        byEntry = Dictionary(grouping: bestFirst, by: \.entry)
    }

    /// How good the best other candidate for the same sighting or the same entry is.
    ///
    /// A lesser part of the same whole is no rival: of two merged items, and of the halves of a split
    /// one, the longer keeps the history.
    ///
    /// - Parameters:
    ///   - candidate: The one to be compared with its rivals.
    ///   - isOpen: Whether a rival is still to be reckoned with.
    /// - Returns: Its score, 0 when there is none.
    func rival(of candidate: Candidate, where isOpen: (Candidate) -> Bool) -> Double {
        func isRival(_ other: Candidate) -> Bool {
            let isLesserPart = candidate.isPart && other.isPart && other.score <= candidate.score
            return !isLesserPart && isOpen(other)
        }
        let forSighting = bySighting[candidate.sighting]?.first {
            $0.entry != candidate.entry && isRival($0)
        }
        let forEntry = byEntry[candidate.entry]?.first {
            $0.sighting != candidate.sighting && isRival($0)
        }
        return max(forSighting?.score ?? 0, forEntry?.score ?? 0)
    }

    /// How alike two of the items left are, however little that is.
    func score(of sighting: Int, _ entry: Int) -> Double {
        items.similarity(of: sighting, to: entry)
    }
}

extension IdentityResolver {
    /// By how many places an item would have moved in its guide.
    fileprivate func shift(_ candidate: SimilarItems.Candidate) -> Int {
        abs(sightings[candidate.sighting].ordinal - entries[candidate.entry].ordinal)
    }
}
