import StudyCore

/// What became of the memories of a library, in items.
package struct Tally: Hashable, Sendable {
    package private(set) var kept = 0
    package private(set) var lost = 0
    /// Items that inherited another item's memory, or one though they are new.
    package private(set) var mistaken = 0

    package static func + (left: Tally, right: Tally) -> Tally {
        Tally(
            kept: left.kept + right.kept, lost: left.lost + right.lost,
            mistaken: left.mistaken + right.mistaken)
    }

    private var all: Double { Double(max(1, kept + lost + mistaken)) }
    package var keptPercent: Double { 100 * Double(kept) / all }
    package var lostPercent: Double { 100 * Double(lost) / all }
    package var mistakenPercent: Double { 100 * Double(mistaken) / all }

    package init(kept: Int = 0, lost: Int = 0, mistaken: Int = 0) {
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
        for (item, id) in zip(first.allItems, firstIDs) {
            owners[id, default: []].formUnion(item.truths)
        }
        let standing = Set(last.allItems.flatMap(\.truths))
        let found = Dictionary(grouping: zip(last.allItems, lastIDs)) { $0.0.truths }
        self.init()
        for (item, id) in zip(last.allItems, lastIDs) {
            if let owner = owners[id] {
                let rightful = item.truths.union(item.originals.subtracting(standing))
                if owner.isDisjoint(with: rightful) { mistaken += 1 } else { kept += 1 }
            } else if !item.truths.isEmpty {
                // The lesser part of an item that was split is rightly new.
                let parts = found[item.truths] ?? []
                let isInherited = parts.contains {
                    owners[$0.1]?.isDisjoint(with: item.truths) == false
                }
                if !isInherited { lost += 1 }
            }
        }
    }
}

extension Tally: CustomStringConvertible {
    package var description: String {
        [keptPercent, lostPercent, mistakenPercent].map(hundredths).joined(separator: "/")
    }

    private func hundredths(_ percent: Double) -> String {
        let value = Int((percent * 100).rounded())
        return value % 100 == 0
            ? "\(value / 100)" : "\(value / 100).\(value % 100 < 10 ? "0" : "")\(value % 100)"
    }
}
