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
