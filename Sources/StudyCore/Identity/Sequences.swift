/// The order of the items in a guide of before and in the same guide now.
struct Sequences {
    /// A place among more unmatched items than this says nothing.
    private static let longestGap = 32

    private let new: [Int]
    private let old: [Int]
    private let newPlaces: [Int: Int]
    private let oldPlaces: [Int: Int]

    init(_ pair: GuidePair, of resolver: IdentityResolver) {
        new = pair.sightings
        old = pair.entries.filter { resolver.entries[$0].isPresent }
            .sorted { resolver.entries[$0].ordinal < resolver.entries[$1].ordinal }
        newPlaces = Dictionary(uniqueKeysWithValues: zip(new, new.indices))
        oldPlaces = Dictionary(uniqueKeysWithValues: zip(old, old.indices))
    }

    /// Whether a candidate's two items stand in one gap: between neighbours that are matched with each other,
    /// with as many unmatched items before and after it on both sides.
    ///
    /// The beginning and the end of the guide count as neighbours, but not both.
    func agree(on candidate: SimilarItems.Candidate, _ resolver: IdentityResolver) -> Bool {
        guard let newPlace = newPlaces[candidate.sighting],
            let oldPlace = oldPlaces[candidate.entry]
        else { return false }
        let before = distance(newPlace, oldPlace, step: -1, resolver)
        let after = distance(newPlace, oldPlace, step: 1, resolver)
        guard let before, let after else { return false }
        return new.indices.contains(newPlace - before) || new.indices.contains(newPlace + after)
    }

    /// How far the next matched neighbour is in one direction; nil when it is another on either side.
    private func distance(
        _ newPlace: Int, _ oldPlace: Int, step: Int, _ resolver: IdentityResolver
    ) -> Int? {
        var count = 1
        while count <= Self.longestGap {
            let (newNext, oldNext) = (newPlace + step * count, oldPlace + step * count)
            guard new.indices.contains(newNext), old.indices.contains(oldNext) else {
                return new.indices.contains(newNext) == old.indices.contains(oldNext) ? count : nil
            }
            let match = resolver.decisions[new[newNext]]
            if match != nil || !resolver.isFree(old[oldNext]) {
                return match?.entry == old[oldNext] ? count : nil
            }
            count += 1
        }
        return nil
    }
}
