extension SimulatedLibrary {
    /// What a merge of two versions gives, line by line, as version control merges texts.
    ///
    /// Where both changed the same line, ours stands.
    static func merging(
        _ ours: SimulatedLibrary, _ theirs: SimulatedLibrary, since base: SimulatedLibrary
    ) -> SimulatedLibrary {
        let old = Dictionary(uniqueKeysWithValues: base.guides.map { ($0.key, $0) })
        let other = Dictionary(uniqueKeysWithValues: theirs.guides.map { ($0.key, $0) })
        let merged = ours.guides.map { guide in
            guard let other = other[guide.key], let old = old[guide.key] else { return guide }
            return SimulatedGuide.merging(guide, other, since: old)
        }
        let known = Set(ours.guides.map(\.key))
        return SimulatedLibrary(guides: merged + theirs.guides.filter { !known.contains($0.key) })
    }
}

extension SimulatedGuide {
    fileprivate static func merging(
        _ ours: SimulatedGuide, _ theirs: SimulatedGuide, since base: SimulatedGuide
    ) -> SimulatedGuide {
        var merged = ours
        merged.className = changed(\.className, ours, theirs, since: base)
        merged.term = changed(\.term, ours, theirs, since: base)
        merged.path = changed(\.path, ours, theirs, since: base)
        let old = Dictionary(uniqueKeysWithValues: base.items.map { ($0.key, $0) })
        let our = Dictionary(uniqueKeysWithValues: ours.items.map { ($0.key, $0) })
        let their = Dictionary(uniqueKeysWithValues: theirs.items.map { ($0.key, $0) })
        merged.items = mergedOrder(ours, theirs, since: base).compactMap { key in
            guard let our = our[key] else { return their[key] }
            guard let their = their[key], let old = old[key] else { return our }
            return our == old ? their : our
        }
        return merged
    }

    /// The lines that are left, in the order of the version that moved any.
    private static func mergedOrder(
        _ ours: SimulatedGuide, _ theirs: SimulatedGuide, since base: SimulatedGuide
    ) -> [Int] {
        let (old, our, their) = (base.items.keys, ours.items.keys, theirs.items.keys)
        let (order, other) = our == old ? (their, our) : (our, their)
        var merged = order.filter { other.contains($0) || !old.contains($0) }
        for (place, key) in other.enumerated() where !order.contains(key) && !old.contains(key) {
            let before = other[..<place].last { merged.contains($0) }
            let after = before.flatMap { merged.firstIndex(of: $0) }
            merged.insert(key, at: after.map { $0 + 1 } ?? 0)
        }
        return merged
    }

    private static func changed(
        _ part: KeyPath<SimulatedGuide, String>, _ ours: SimulatedGuide, _ theirs: SimulatedGuide,
        since base: SimulatedGuide
    ) -> String {
        ours[keyPath: part] == base[keyPath: part] ? theirs[keyPath: part] : ours[keyPath: part]
    }
}

extension [SimulatedItem] {
    fileprivate var keys: [Int] { map(\.key) }
}
