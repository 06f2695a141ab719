import StudyCore

/// A way to tell which item is which.
struct Scheme: Sendable {
    let name: String
    /// Identities of the items of each day, in order; equal ones share a memory.
    let identify: @Sendable ([SimulatedLibrary]) throws -> [[String]]

    static let all = [ledger, textHash, fileAndIndex]

    static let ledger = Scheme(name: "ledger") { days in
        var ledger = Ledger()
        var files: Set<String> = []
        return try days.map { day in
            let resolution = try ledger.load(day.sightings, inFiles: files.union(day.files))
            files = day.files
            return resolution.assignments.map(\.id.text)
        }
    }

    /// What hashcards and repeater do.
    static let textHash = Scheme(name: "text hash") { days in
        days.map { day in day.items.map { "\($0.kind)\u{1F}\($0.text)\u{1F}\($0.answer ?? "")" } }
    }

    /// What ankdown does.
    static let fileAndIndex = Scheme(name: "file + index") { days in
        days.map { day in
            day.guides.flatMap { guide in guide.items.indices.map { "\(guide.path)#\($0)" } }
        }
    }
}

/// What became of the memories of a library, in items.
struct Tally {
    var kept = 0
    var lost = 0
    /// Items that inherited another item's memory, or one though they are new.
    var mistaken = 0

    static func + (left: Tally, right: Tally) -> Tally {
        Tally(
            kept: left.kept + right.kept, lost: left.lost + right.lost,
            mistaken: left.mistaken + right.mistaken)
    }

    private var all: Double { Double(max(1, kept + lost + mistaken)) }
    var keptPercent: Double { 100 * Double(kept) / all }
    var lostPercent: Double { 100 * Double(lost) / all }
    var mistakenPercent: Double { 100 * Double(mistaken) / all }

    init(kept: Int = 0, lost: Int = 0, mistaken: Int = 0) {
        self.kept = kept
        self.lost = lost
        self.mistaken = mistaken
    }

    /// Compares the identities after some edits with those of the first day.
    init(
        _ first: SimulatedLibrary, _ firstIDs: [String], _ last: SimulatedLibrary,
        _ lastIDs: [String]
    ) {
        var owners: [String: Set<Int>] = [:]
        for (item, id) in zip(first.items, firstIDs) {
            owners[id, default: []].formUnion(item.truths)
        }
        let found = Dictionary(grouping: zip(last.items, lastIDs)) { $0.0.truths }
        let inherited = Set(lastIDs)
        self.init()
        for (item, id) in zip(last.items, lastIDs) {
            if let owner = owners[id] {
                if owner.isDisjoint(with: item.truths) { mistaken += 1 } else { kept += 1 }
            } else if !item.truths.isEmpty {
                // The lesser part of an item that was split is rightly new.
                let parts = found[item.truths] ?? []
                let isSpoken = parts.contains {
                    owners[$0.1]?.isDisjoint(with: item.truths) == false
                }
                if !isSpoken || inherited.isEmpty { lost += 1 }
            }
        }
    }
}
