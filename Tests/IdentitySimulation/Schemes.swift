package import StudyCore

/// A way to tell which item is which.
package struct Scheme: Sendable {
    package let name: String
    /// Identities of the items of the first and of the last day, for each machine; equal ones share a
    /// memory.
    let identify: @Sendable (_ machines: [[SimulatedLibrary]]) throws -> [Identities]

    struct Identities: Equatable {
        let first: [String]
        let last: [String]
    }

    package static let all = [ledger, textHash, fileAndIndex]

    package static let ledger = Scheme(name: "ledger") { machines in
        let days = try machines.enumerated().map { number, versions in
            try Ledger.loading(versions, on: number, of: machines.count)
        }
        let merged = mergeLedgers(days.flatMap(\.ledger.lines))
        return zip(machines, days).map { versions, day in
            Identities(
                first: day.first.map { (merged.aliases[$0] ?? $0).text },
                last: merged.ids(day.last, of: versions.last?.sightings ?? []).map(\.text))
        }
    }

    /// What hashcards and repeater do.
    static let textHash = stateless("text-hash") { library in
        library.allItems.map { "\($0.kind)\u{1F}\($0.text)\u{1F}\($0.answer ?? "")" }
    }

    /// What ankdown does.
    static let fileAndIndex = stateless("file+index") { library in
        library.guides.flatMap { guide in guide.items.indices.map { "\(guide.path)#\($0)" } }
    }

    private static func stateless(
        _ name: String, _ identities: @escaping @Sendable (SimulatedLibrary) -> [String]
    ) -> Scheme {
        Scheme(name: name) { machines in
            machines.map { versions in
                Identities(
                    first: versions.first.map(identities) ?? [],
                    last: versions.last.map(identities) ?? [])
            }
        }
    }
}

extension MergedLedgers {
    /// What the items of a library are, whatever the device took them for.
    ///
    /// - Parameters:
    ///   - own: The identities that the device gave; parallel to the sightings.
    ///   - sightings: The whole library, in reading order.
    /// - Returns: Parallel to the sightings.
    package func ids(_ own: [Item.ID], of sightings: [Sighting]) -> [Item.ID] {
        var copies: [TextPlace: Int] = [:]
        return zip(own, sightings).map { id, sighting in
            let copy = copies[sighting.place, default: 0]
            copies[sighting.place] = copy + 1
            return self.id(of: id, at: sighting.place, copy: copy)
        }
    }
}

extension Ledger {
    /// Loads the versions of a library one after another, in turn with the other machines.
    fileprivate static func loading(
        _ versions: [SimulatedLibrary], on machine: Int, of machines: Int
    ) throws -> (ledger: Ledger, first: [Item.ID], last: [Item.ID]) {
        var ledger = Ledger(device: "machine \(machine)")
        var files: Set<String> = []
        var identities: [[Item.ID]] = []
        for (number, version) in versions.enumerated() {
            let resolution = try ledger.load(
                version.sightings, inFiles: files.union(version.files),
                at: Int64(number * machines + machine))
            identities.append(resolution.assignments.map(\.id))
            files = version.files
        }
        return (ledger, identities.first ?? [], identities.last ?? [])
    }
}
