import GRDB
import StudyCore

extension LedgerLookup {
    /// Asks the ledger of a store; entries bear the names of their files.
    init(_ names: FileNames, _ db: Database) throws {
        let isEmpty = try Int.fetchOne(db, sql: "SELECT 1 FROM entry LIMIT 1") == nil
        if isEmpty {
            self.init(
                inFiles: { _ in [] }, orphansOfTerms: { _ in [] }, inGuidesNamed: { _ in [] },
                withFingerprints: { _ in [] }, withIDs: { _ in [:] })
            return
        }
        let ledger = try StoredLedger(names, db)
        self.init(
            inFiles: { wanted in
                try wanted.map { names.file($0) }.flatMap {
                    try ledger.placed("file.library = ? AND file.path = ?", [$0.library, $0.path])
                }
                    + ledger.orphans { wanted.contains($0.path) }
            },
            orphansOfTerms: { terms in
                try ledger.orphans { terms.contains($0.guide.termSlug) }
            },
            inGuidesNamed: { names in
                try names.flatMap { try ledger.placed("guide.explicit_id = ?", [$0]) }
                    + ledger.orphans { $0.guideExplicitID.map(names.contains) ?? false }
            },
            withFingerprints: { fingerprints in
                try fingerprints.flatMap {
                    try ledger.entries("entry.fingerprint = ?", [$0.stored])
                }
            },
            withIDs: { ids in
                var found: [Item.ID: LedgerEntry] = [:]
                for id in ids { found[id] = try ledger.entry(of: id) }
                return found
            })
    }
}

/// The ledger as the tables hold it.
private struct StoredLedger {
    let names: FileNames
    let db: Database
    /// Whether the learner took any match apart.
    private let hasStrangers: Bool

    init(_ names: FileNames, _ db: Database) throws {
        self.names = names
        self.db = db
        hasStrangers = try Int.fetchOne(db, sql: "SELECT 1 FROM parting LIMIT 1") != nil
    }

    private static let columns = """
        item.id, entry.kind, ledger.class_slug, ledger.term_slug, ledger.guide_explicit_id, \
        ledger.path, entry.ordinal, entry.fingerprint, entry.plain, entry.answer_plain, \
        file.library, entry.holes, entry.item
        """
    private static let joined = """
        entry JOIN item ON item.number = entry.item \
        JOIN ledger ON ledger.number = entry.ledger_line \
        LEFT JOIN guide ON guide.number = entry.guide LEFT JOIN file ON file.number = guide.file
        """

    func entries(_ condition: String, _ arguments: StatementArguments) throws -> [LedgerEntry] {
        let statement = try db.cachedStatement(
            sql: "SELECT \(Self.columns) FROM \(Self.joined) WHERE \(condition)")
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var entries: [LedgerEntry] = []
        while let row = try rows.next() { entries.append(try entry(row)) }
        return entries
    }

    /// Entries that stand in guides; a form of `entries` that begins at the file.
    func placed(_ condition: String, _ arguments: StatementArguments) throws -> [LedgerEntry] {
        let guides = try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT guide.number FROM guide JOIN file ON file.number = guide.file
                    WHERE \(condition)
                    """),
            arguments: arguments)
        return try guides.flatMap { try entries("entry.guide = ?", [$0]) }
    }

    func orphans(_ isWanted: (LedgerEntry) -> Bool) throws -> [LedgerEntry] {
        try entries("entry.guide IS NULL AND entry.is_forgotten = 0", []).filter(isWanted)
    }

    /// The entry of the item that holds this one's history now.
    func entry(of id: Item.ID) throws -> LedgerEntry? {
        guard
            let item = try Int64.fetchOne(
                db.cachedStatement(sql: "SELECT number FROM item WHERE id = ?"),
                arguments: [id.text])
        else { return nil }
        let heir = try Links.heir(of: Partings.heir(of: item, db), db)
        return try entries("entry.item = ?", [heir]).first
    }

    private func entry(_ row: Row) throws -> LedgerEntry {
        guard let kind = Item.Kind(rawValue: row[1]) else {
            throw Undecodable("an item of an unknown kind")
        }
        let owner: String? = row[10]
        let path: String = row[5]
        return LedgerEntry(
            id: Item.ID(row[0]), kind: kind, guide: Guide.ID(classSlug: row[2], termSlug: row[3]),
            guideExplicitID: row[4],
            path: owner.map { names[$0, path] } ?? names.ofOrphan(lastSeenIn: path),
            ordinal: row[6], fingerprint: Fingerprint(stored: row[7]), text: row[8],
            answer: row[9], holes: try HoleList.ranges(row[11]),
            strangers: hasStrangers ? try Partings.strangers(of: row[12], db) : [],
            isPresent: owner != nil)
    }
}
