/// The work in progress of `resolveIdentities`; each step is an extension in a file of its own.
struct IdentityResolver {
    let sightings: [Sighting]
    let changedFiles: Set<String>
    let ledger: LedgerLookup
    /// The guides seen now, in an order that does not depend on that of the sightings.
    let newGuides: [NewGuide]

    /// The part of the ledger that was looked up so far.
    private(set) var entries: [LedgerEntry] = []
    private var positions: [Item.ID: Int] = [:]
    /// The sighting that each entry was found in; parallel to `entries`.
    private(set) var finders: [Int?] = []
    /// What was decided for each sighting; parallel to `sightings`.
    private(set) var decisions: [Decision?]
    /// A fresh `{#id}` that a sighting will get, whatever it is matched with.
    var reservedIDs: [Int: Item.ID] = [:]
    var warnings: [IdentityWarning] = []

    /// A place where items stand together.
    struct Place: Hashable, Comparable {
        let path: String
        let guide: Guide.ID

        static func < (left: Place, right: Place) -> Bool {
            (left.path, left.guide) < (right.path, right.guide)
        }
    }

    /// A guide as it was just read.
    struct NewGuide {
        let place: Place
        let explicitID: String?
        /// Positions of its sightings, in the order of the guide.
        var sightings: [Int]
    }

    struct Decision {
        let id: Item.ID
        let origin: IdentityResolution.Origin
        /// Position of the entry whose history goes on; nil when the item is new.
        let entry: Int?
    }

    init(_ sightings: [Sighting], inFiles changedFiles: Set<String>, against ledger: LedgerLookup) {
        self.sightings = sightings
        self.ledger = ledger
        decisions = Array(repeating: nil, count: sightings.count)
        newGuides = Self.guides(of: sightings)
        self.changedFiles = changedFiles.union(newGuides.map(\.place.path))
    }

    private static func guides(of sightings: [Sighting]) -> [NewGuide] {
        var guides: [NewGuide] = []
        var numbers: [Place: Int] = [:]
        var last: Int?
        for position in sightings.indices {
            let place = Place(path: sightings[position].path, guide: sightings[position].guide)
            // Items of a guide come together, so that the table is rarely asked.
            let number =
                last.flatMap { guides[$0].place == place ? $0 : nil } ?? numbers[place]
                ?? guides.count
            if number == guides.count {
                numbers[place] = number
                guides.append(
                    NewGuide(
                        place: place, explicitID: sightings[position].guideExplicitID,
                        sightings: []))
            }
            guides[number].sightings.append(position)
            last = number
        }
        for number in guides.indices {
            guides[number].sightings.sort {
                (sightings[$0].ordinal, sightings[$0].line, $0)
                    < (sightings[$1].ordinal, sightings[$1].line, $1)
            }
        }
        return guides.sorted { $0.place < $1.place }
    }

    /// All sightings not decided yet, in an order that does not depend on how they were handed in.
    var undecided: [Int] {
        newGuides.flatMap(\.sightings).filter { decisions[$0] == nil }
    }

    /// Takes up what the ledger answered.
    mutating func learn(_ answers: [LedgerEntry]) {
        for entry in answers where positions[entry.id] == nil {
            positions[entry.id] = entries.count
            entries.append(entry)
            finders.append(nil)
        }
    }

    mutating func learnFiles() throws {
        learn(try ledger.inFiles(changedFiles))
    }

    /// The position of a known entry.
    func position(of entry: LedgerEntry) -> Int? { positions[entry.id] }

    /// Whether an entry stands in a file that this load does not touch.
    func standsElsewhere(_ entry: Int) -> Bool {
        entries[entry].isPresent && !changedFiles.contains(entries[entry].path)
    }

    /// Whether an entry may still be found in a sighting.
    func isFree(_ entry: Int) -> Bool {
        finders[entry] == nil && !standsElsewhere(entry)
    }

    /// Whether the learner said that a sighting's text is not the item of an entry.
    func areStrangers(_ sighting: Int, _ entry: Int) -> Bool {
        entries[entry].strangers.contains(sightings[sighting].fingerprint)
    }

    /// Decides that a sighting is the item of an entry.
    mutating func match(_ sighting: Int, with entry: Int, as origin: IdentityResolution.Origin) {
        finders[entry] = sighting
        decisions[sighting] =
            if let id = reservedIDs[sighting] {
                Decision(id: id, origin: .explicit, entry: entry)
            } else {
                Decision(id: entries[entry].id, origin: origin, entry: entry)
            }
    }

    /// Decides that a sighting is an item never seen before.
    mutating func mint(_ id: Item.ID, for sighting: Int, as origin: IdentityResolution.Origin) {
        decisions[sighting] = Decision(id: id, origin: origin, entry: nil)
    }

    /// The finished result.
    func resolution() -> IdentityResolution {
        var adoptions: [Item.ID: Item.ID] = [:]
        let assignments = sightings.indices.compactMap { sighting in
            decisions[sighting].map { decision in
                let entry = decision.entry.map { entries[$0] }
                if let entry, entry.id != decision.id, reservedIDs.values.contains(decision.id) {
                    adoptions[entry.id] = decision.id
                }
                return IdentityResolution.Assignment(
                    id: decision.id, origin: decision.origin,
                    changed: entry.flatMap { MeaningChange(from: $0, to: sightings[sighting]) })
            }
        }
        let orphans = entries.indices.filter { entries[$0].isPresent && isFree($0) }
        return IdentityResolution(
            assignments: assignments, orphans: orphans.map { entries[$0].id }.sorted(),
            adoptions: adoptions, warnings: warnings)
    }
}
