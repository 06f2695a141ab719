import BulkSQL
import GRDB
import StudyCore

/// The taking up of what changed in the libraries; part of a transaction.
///
/// All libraries at once: what left one of them may have gone to another.
struct LibraryUpdate {
    let store: Store
    let db: Database
    let now: Timestamp
    let files: [(file: CatalogueFile, guides: [Guide])]
    let removed: [(library: String, path: String)]
    private let order: TeachingOrder?

    /// The guides that stood in the files before and were not met again yet.
    var oldGuides: [Guide.ID: [(number: Int64, row: CatalogueGuide)]] = [:]
    /// Classes in which a guide is new, or came to another unit or line.
    var unsettled: Set<TeachingOrder.ClassFolder> = []
    /// The last number given to a ledger line; those of fresh items are written later than given.
    var ledgerLine: Int64 = 0
    /// This one, once something was written down for it.
    var device: Device?

    init(store: Store, db: Database, now: Timestamp, _ change: CatalogueChange) {
        self.store = store
        self.db = db
        self.now = now
        files = change.read
        removed = change.removed
        order = change.order
    }

    mutating func run(_ report: inout CatalogueReport) throws {
        let changed = files.map { ($0.file.library, $0.file.path) } + removed
        guard let home = changed.first?.0 else { return }
        let names = FileNames(of: changed, home: home)
        let sightings = self.sightings(names)
        let changedNames = Set(changed.map { names[$0.0, $0.1] })
        let ledger = try StoredLedger(names, db)
        let resolution = try resolveIdentities(
            of: sightings, inFiles: changedNames, against: ledger.lookup)
        let items = try number(resolution, ledger)
        report.add(resolution, sightings, items)

        try store.redrive(touched(by: resolution, items, sightings), db) {
            for guide in try changedNames.flatMap(ledger.guides) {
                oldGuides[guide.row.id, default: []].append(guide)
            }
            let before = try oldGuides.values.joined().flatMap { guide in
                try ledger.items(ofGuide: guide.number)
            }
            ledgerLine = try Int64.fetchOne(db, sql: "SELECT max(number) FROM ledger") ?? 0
            var fresh = FreshItems(
                db, device: { [store, db, now] in try store.device(at: now, db) }, at: now)
            var next = 0
            for (file, guides) in files {
                let fileNumber = try save(file)
                for guide in guides {
                    let number = try save(guide, of: file, in: fileNumber)
                    for item in guide.items {
                        let assignment = resolution.assignments[next]
                        if items[next].isFresh {
                            ledgerLine += 1
                            let row = CatalogueEntry(
                                item, sightings[next], in: number, ledgerLine: ledgerLine)
                            try fresh.insert(item, row, as: items[next].number)
                        } else {
                            try place(
                                item, sightings[next], of: guide, in: number, as: assignment,
                                items[next])
                        }
                        next += 1
                    }
                }
            }
            try fresh.finish()
            let placed = Set(items.map(\.number))
            for item in before where !placed.contains(item) { try detach(item) }
            try removeOldGuides()
            if let order {
                for folder in unsettled { try Introduction(order: order, db: db).settle(folder) }
            }
            try adopt(resolution.adoptions)
        }
    }

    /// All items as they stand now, in files that are called by these names.
    private func sightings(_ names: FileNames) -> [Sighting] {
        let found = concurrently(files.count) { [files] number in
            let (file, guides) = files[number]
            return guides.flatMap { $0.sightings(inFileNamed: names[file.library, $0.path]) }
        }
        var sightings: [Sighting] = []
        sightings.reserveCapacity(found.reduce(0) { $0 + $1.count })
        for some in found { sightings += some }
        return sightings
    }

    /// An item with its number and its entry as it was before.
    struct NumberedItem {
        let number: Int64
        var previous: StoredLedger.Entry?
        /// Registered just now: no table says anything of it.
        var isFresh = false
    }

    private func number(
        _ resolution: IdentityResolution, _ ledger: StoredLedger
    ) throws -> [NumberedItem] {
        // First those with an id of their own: from the first fresh number on, all must be fresh.
        for assignment in resolution.assignments
        where assignment.origin != .minted && ledger.entryAsked(assignment.id) == nil {
            _ = try store.registeredItem(assignment.id, db)
        }
        let last = try Int64.fetchOne(db, sql: "SELECT max(number) FROM item") ?? 0
        let unasked = resolution.assignments.map(\.id).filter { ledger.entryAsked($0) == nil }
        // As a rule all of these are new, and get their numbers in their order.
        var next = try register(unasked) ? last : nil
        return try resolution.assignments.map { assignment in
            if let known = ledger.entryAsked(assignment.id) {
                return NumberedItem(number: known.item, previous: known)
            }
            next? += 1
            let number = try next ?? store.registeredItem(assignment.id, db)
            return number > last
                ? NumberedItem(number: number, isFresh: true)
                : NumberedItem(number: number, previous: try ledger.entry(of: number))
        }
    }

    /// Registers items that are not yet, and says whether none was.
    private func register(_ items: [Item.ID]) throws -> Bool {
        if items.isEmpty { return true }
        try BulkRows("unasked", columns: ["id"], db).holding(items.count) { row, _, result in
            result.set(items[row].text)
        } _: {
            try db.execute(
                sql:
                    "INSERT INTO item (id) SELECT id FROM unasked WHERE true ON CONFLICT DO NOTHING"
            )
        }
        return db.changesCount == items.count
    }

    /// Items whose past is seen otherwise after the change: of another class, or heirs of a history.
    private func touched(
        by resolution: IdentityResolution, _ items: [NumberedItem], _ sightings: [Sighting]
    ) throws -> Set<Int64> {
        var touched = Set<Int64>()
        for (item, sighting) in zip(items, sightings) {
            if let previous = item.previous, previous.classSlug != sighting.guide.classSlug {
                touched.insert(item.number)
            }
        }
        guard !resolution.adoptions.isEmpty else { return touched }
        touched.formUnion(try Links.everNamed(db))
        for (old, new) in resolution.adoptions {
            touched.insert(try store.registeredItem(old, db))
            touched.insert(try store.registeredItem(new, db))
        }
        return touched
    }

    /// Writes down whose history a freshly fixed id takes over.
    private func adopt(_ adoptions: [Item.ID: Item.ID]) throws {
        guard !adoptions.isEmpty else { return }
        for (old, new) in adoptions.sorted(by: { $0.key < $1.key }) {
            try db.execute(
                sql: """
                    INSERT INTO ledger (device, time, item, kind, class_slug, term_slug,
                        guide_explicit_id, path, ordinal, fingerprint, text, answer, holes,
                        changed, adopts)
                    SELECT device, time, item, kind, class_slug, term_slug, guide_explicit_id,
                        path, ordinal, fingerprint, text, answer, holes, 0,
                        (SELECT number FROM item WHERE id = ?)
                    FROM ledger WHERE number = (
                        SELECT ledger_line FROM entry
                        WHERE item = (SELECT number FROM item WHERE id = ?))
                    """,
                arguments: [old.text, new.text])
        }
        try Links.rebuild(db)
    }
}

extension CatalogueReport {
    fileprivate mutating func add(
        _ resolution: IdentityResolution, _ sightings: [Sighting],
        _ items: [LibraryUpdate.NumberedItem]
    ) {
        for (index, assignment) in resolution.assignments.enumerated() {
            switch assignment.origin {
            case .minted: new.append(assignment.id)
            case .explicit:
                if items[index].previous == nil {
                    new.append(assignment.id)
                } else {
                    unchanged += 1
                }
            case .exact: unchanged += 1
            case .moved, .returned: moved.append(assignment.id)
            case .similar(let score):
                matched.append(
                    Likeness(
                        item: assignment.id, guide: sightings[index].guide,
                        oldText: items[index].previous?.row.plain ?? "",
                        newText: sightings[index].text,
                        score: score, changed: assignment.changed))
            }
        }
        orphaned += resolution.orphans
        warnings += resolution.warnings
    }
}
