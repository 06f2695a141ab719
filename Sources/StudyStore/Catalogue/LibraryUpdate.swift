import GRDB
import StudyCore

/// The taking up of what changed in one library; part of a transaction.
struct LibraryUpdate {
    let store: Store
    let db: Database
    let library: String
    let now: Timestamp
    let files: [(file: CatalogueFile, guides: [Guide])]
    let removed: [String]

    /// Numbers of the guides that stood in the files before and were not met again yet.
    private var oldGuides: [Guide.ID: [Int64]] = [:]
    /// The last number given to a ledger line; those of fresh items are written later than given.
    private var ledgerLine: Int64 = 0

    init(
        store: Store, db: Database, library: String, now: Timestamp,
        files: [(file: CatalogueFile, guides: [Guide])], removed: [String]
    ) {
        self.store = store
        self.db = db
        self.library = library
        self.now = now
        self.files = files
        self.removed = removed
    }

    mutating func run(_ report: inout CatalogueReport) throws {
        let sightings = files.flatMap { $0.guides.flatMap(\.sightings) }
        let paths = Set(files.map(\.file.path)).union(removed)
        let ledger = try LedgerLookup(library, db)
        let resolution = try resolveIdentities(of: sightings, inFiles: paths, against: ledger)
        let items = try number(resolution)
        try report.add(resolution, sightings, old: items.map { $0.previous })

        try store.redrive(touched(by: resolution, items, sightings), db) {
            oldGuides = try guides(in: paths)
            let detached = try detach()
            ledgerLine = try Int64.fetchOne(db, sql: "SELECT max(number) FROM ledger") ?? 0
            var fresh = try FreshItems(db)
            var next = 0
            for (file, guides) in files {
                let fileNumber = try save(file)
                for guide in guides {
                    let number = try save(guide, in: fileNumber)
                    for item in guide.items {
                        let assignment = resolution.assignments[next]
                        if items[next].isFresh {
                            ledgerLine += 1
                            try fresh.insert(
                                item, sightings[next], in: number, as: items[next].number,
                                line: ledgerLine)
                        } else {
                            try place(
                                item, sightings[next], of: guide, in: number, as: assignment,
                                items[next])
                        }
                        next += 1
                    }
                }
            }
            try fresh.finish(device: store.device(at: now, db), at: now)
            try removeOldGuides()
            try adopt(resolution.adoptions)
            for item in detached {
                try db.cachedStatement(
                    sql: "DELETE FROM card_state WHERE item = ? AND \(CardRow.isEmpty)"
                ).execute(arguments: [item])
            }
        }
    }

    // MARK: - Items

    /// An item with its number and its entry as it was before.
    private struct NumberedItem {
        let number: Int64
        var previous: Previous?
        /// Registered just now: no table says anything of it.
        var isFresh = false
    }

    /// What the tables said of an item before.
    struct Previous {
        let classSlug: String
        let termSlug: String
        let guideExplicitID: String?
        let path: String
        let fingerprint: Int64
        let text: String
        let ledgerLine: Int64
        let isOrphan: Bool
    }

    private func number(_ resolution: IdentityResolution) throws -> [NumberedItem] {
        let insert = try db.makeStatement(
            sql: "INSERT INTO item (id) VALUES (?) ON CONFLICT (id) DO NOTHING")
        // First those with an id of their own: from the first fresh number on, all must be fresh.
        for assignment in resolution.assignments where assignment.origin != .minted {
            _ = try store.registeredItem(assignment.id, db)
        }
        return try resolution.assignments.map { assignment in
            if assignment.origin == .minted || assignment.origin == .explicit {
                insert.setUncheckedArguments([assignment.id.text])
                try insert.execute()
                if db.changesCount == 1 {
                    return NumberedItem(number: db.lastInsertedRowID, isFresh: true)
                }
            }
            let number = try store.registeredItem(assignment.id, db)
            return NumberedItem(number: number, previous: try previous(of: number))
        }
    }

    private func previous(of item: Int64) throws -> Previous? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT ledger.class_slug, ledger.term_slug, ledger.guide_explicit_id,
                        ledger.path, entry.fingerprint, entry.plain, entry.ledger_line,
                        entry.guide IS NULL
                    FROM entry JOIN ledger ON ledger.number = entry.ledger_line
                    WHERE entry.item = ?
                    """),
            arguments: [item]
        ).map {
            Previous(
                classSlug: $0[0], termSlug: $0[1], guideExplicitID: $0[2], path: $0[3],
                fingerprint: $0[4], text: $0[5], ledgerLine: $0[6], isOrphan: $0[7])
        }
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

    private mutating func place(
        _ item: Item, _ sighting: Sighting, of guide: Guide, in guideNumber: Int64,
        as assignment: IdentityResolution.Assignment, _ known: NumberedItem
    ) throws {
        let ordinal = sighting.ordinal
        let fingerprint = sighting.fingerprint.stored
        var line = known.previous?.ledgerLine
        if !isRecorded(known.previous, guide, fingerprint) {
            line = try record(
                item, ordinal: ordinal, of: guide, fingerprint, known.number,
                changed: assignment.changed)
        }
        let changedAt = assignment.changed == nil ? nil : now.milliseconds
        try db.cachedStatement(
            sql: """
                INSERT INTO entry (item, guide, ledger_line, ordinal, line, kind, markdown, plain,
                    answer_markdown, answer_plain, holes, explicit_id, fingerprint, changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (item) DO UPDATE SET guide = excluded.guide,
                    ledger_line = excluded.ledger_line, ordinal = excluded.ordinal,
                    line = excluded.line, kind = excluded.kind, markdown = excluded.markdown,
                    plain = excluded.plain, answer_markdown = excluded.answer_markdown,
                    answer_plain = excluded.answer_plain, holes = excluded.holes,
                    explicit_id = excluded.explicit_id, fingerprint = excluded.fingerprint,
                    changed_at = coalesce(excluded.changed_at, changed_at), is_forgotten = 0
                """
        ).execute(arguments: [
            known.number, guideNumber, line, ordinal, item.line, item.kind.rawValue,
            item.text.storedMarkdown, item.text.plain, item.answer?.storedMarkdown,
            item.answer?.plain, HoleList.text(item.holes), item.explicitID, fingerprint, changedAt,
        ])
        let insertion = try Placement.insertion(db)
        for (index, facet) in item.facets.enumerated() {
            let rank = Placement.rank(kind: item.kind, ordinal: ordinal, facetIndex: index)
            try insertion.execute(arguments: [known.number, facet.rawValue, guideNumber, rank])
        }
        if let changedAt {
            try db.execute(
                sql: """
                    UPDATE card_state SET is_changed = (last_time < ?)
                    WHERE item = ? AND phase > 0
                    """,
                arguments: [changedAt, known.number])
        }
    }

    /// Whether the ledger's last line says what is so now.
    private func isRecorded(_ previous: Previous?, _ guide: Guide, _ fingerprint: Int64) -> Bool {
        guard let previous else { return false }
        return previous.fingerprint == fingerprint && previous.path == guide.path
            && previous.classSlug == guide.id.classSlug && previous.termSlug == guide.id.termSlug
            && previous.guideExplicitID == guide.explicitID && !previous.isOrphan
    }

    private mutating func record(
        _ item: Item, ordinal: Int, of guide: Guide, _ fingerprint: Int64, _ number: Int64,
        changed: MeaningChange?
    ) throws -> Int64 {
        let device = try store.device(at: now, db)
        ledgerLine += 1
        try db.cachedStatement(
            sql: """
                INSERT INTO ledger (number, device, time, item, kind, class_slug, term_slug,
                    guide_explicit_id, path, ordinal, fingerprint, text, answer, changed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            ledgerLine, device.number, now.milliseconds, number, item.kind.rawValue,
            guide.id.classSlug,
            guide.id.termSlug, guide.explicitID, guide.path, ordinal, fingerprint,
            item.text.plain, item.answer?.plain, changed?.rawValue ?? 0,
        ])
        return ledgerLine
    }

    /// Writes down whose history a freshly fixed id takes over.
    private func adopt(_ adoptions: [Item.ID: Item.ID]) throws {
        guard !adoptions.isEmpty else { return }
        for (old, new) in adoptions.sorted(by: { $0.key < $1.key }) {
            try db.execute(
                sql: """
                    INSERT INTO ledger (device, time, item, kind, class_slug, term_slug,
                        guide_explicit_id, path, ordinal, fingerprint, text, answer, changed, adopts)
                    SELECT device, time, item, kind, class_slug, term_slug, guide_explicit_id,
                        path, ordinal, fingerprint, text, answer, 0,
                        (SELECT number FROM item WHERE id = ?)
                    FROM ledger WHERE number = (
                        SELECT ledger_line FROM entry
                        WHERE item = (SELECT number FROM item WHERE id = ?))
                    """,
                arguments: [old.text, new.text])
        }
        try Links.rebuild(db)
    }

    // MARK: - Files and guides

    private func guides(in paths: Set<String>) throws -> [Guide.ID: [Int64]] {
        var guides: [Guide.ID: [Int64]] = [:]
        let statement = try db.cachedStatement(
            sql: """
                SELECT guide.number, guide.class_slug, guide.term_slug
                FROM file JOIN guide ON guide.file = file.number
                WHERE file.library = ? AND file.path = ?
                """)
        for path in paths {
            let rows = try Row.fetchCursor(statement, arguments: [library, path])
            while let row = try rows.next() {
                guides[Guide.ID(classSlug: row[1], termSlug: row[2]), default: []].append(row[0])
            }
        }
        return guides
    }

    /// Takes the items out of the old guides; they are put back as far as they are still there.
    private func detach() throws -> [Int64] {
        var items: [Int64] = []
        for guide in oldGuides.values.joined() {
            items += try Int64.fetchAll(
                db.cachedStatement(sql: "SELECT item FROM entry WHERE guide = ?"),
                arguments: [guide])
            try db.cachedStatement(sql: "UPDATE entry SET guide = NULL WHERE guide = ?")
                .execute(arguments: [guide])
            try db.cachedStatement(
                sql: "UPDATE card_state SET guide = NULL, rank = 0 WHERE guide = ?"
            ).execute(arguments: [guide])
            try db.cachedStatement(sql: "DELETE FROM guide_name WHERE guide = ?")
                .execute(arguments: [guide])
        }
        return items
    }

    private func removeFiles() throws {
        for path in removed {
            try db.cachedStatement(sql: "DELETE FROM file WHERE library = ? AND path = ?")
                .execute(arguments: [library, path])
        }
    }

    private func save(_ file: CatalogueFile) throws -> Int64 {
        try db.cachedStatement(
            sql: """
                INSERT INTO file (library, path, size, modified, inode, problems)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (library, path) DO UPDATE SET size = excluded.size,
                    modified = excluded.modified, inode = excluded.inode,
                    problems = excluded.problems
                """
        ).execute(arguments: [
            library, file.path, file.size, file.modified, Int64(bitPattern: file.inode),
            file.problems,
        ])
        let number = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT number FROM file WHERE library = ? AND path = ?"),
            arguments: [library, file.path])
        guard let number else { throw Undecodable("a file that was not inserted") }
        return number
    }

    /// Writes a guide, under the number that it or its namesake had in the files before.
    private mutating func save(_ guide: Guide, in file: Int64) throws -> Int64 {
        let namesake = oldGuides[guide.id]?.popLast()
        try db.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO guide (number, file, class_slug, term_slug, class_name, unit,
                    term, aliases, confused_with, sources, explicit_id, line)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            namesake, file, guide.id.classSlug, guide.id.termSlug, guide.className, guide.unit,
            guide.term, TextList.text(guide.aliases), TextList.text(guide.confusedWith),
            TextList.text(guide.sources), guide.explicitID, guide.line,
        ])
        let number = db.lastInsertedRowID
        let insert = try db.cachedStatement(
            sql: "INSERT OR IGNORE INTO guide_name (slug, guide, is_alias) VALUES (?, ?, ?)")
        try insert.execute(arguments: [guide.id.termSlug, number, false])
        for alias in guide.aliases {
            try insert.execute(arguments: [slug(alias), number, true])
        }
        return number
    }

    /// Removes the guides that are gone, and only then the files: a guide may have moved to another.
    private func removeOldGuides() throws {
        for guide in oldGuides.values.joined() {
            try db.cachedStatement(sql: "DELETE FROM guide WHERE number = ?")
                .execute(arguments: [guide])
        }
        try removeFiles()
    }
}

extension Prose {
    /// The Markdown, or nil when it is the plain text: what the entry table holds.
    var storedMarkdown: String? { markdown == plain ? nil : markdown }
}

extension CatalogueReport {
    fileprivate mutating func add(
        _ resolution: IdentityResolution, _ sightings: [Sighting],
        old: [LibraryUpdate.Previous?]
    ) throws {
        for (index, assignment) in resolution.assignments.enumerated() {
            switch assignment.origin {
            case .minted: new.append(assignment.id)
            case .explicit:
                if old[index] == nil { new.append(assignment.id) } else { unchanged += 1 }
            case .exact: unchanged += 1
            case .moved, .returned: moved.append(assignment.id)
            case .similar(let score):
                matched.append(
                    Likeness(
                        item: assignment.id, guide: sightings[index].guide,
                        oldText: old[index]?.text ?? "", newText: sightings[index].text,
                        score: score, changed: assignment.changed))
            }
        }
        orphaned += resolution.orphans
        warnings += resolution.warnings
    }
}
