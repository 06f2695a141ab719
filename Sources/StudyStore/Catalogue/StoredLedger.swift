import BulkSQL
import GRDB
import StudyCore

/// The ledger and the catalogue as the tables hold them before a change: what was asked for is kept.
final class StoredLedger {
    /// An item as the tables know it.
    ///
    /// A class, for of a hundred thousand items of a first load none has one.
    final class Entry {
        let item: Int64
        let row: CatalogueEntry
        /// Of its last ledger line, here and below.
        let classSlug: String
        let termSlug: String
        let guideExplicitID: String?
        let path: String

        /// A row of the columns that `read` asks for.
        init(item: Int64, _ columns: BulkRow) {
            self.item = item
            row = CatalogueEntry(columns, from: 6)
            classSlug = columns.text(1) ?? ""
            termSlug = columns.text(2) ?? ""
            guideExplicitID = columns.text(3)
            path = columns.text(4) ?? ""
        }
    }

    private let names: FileNames
    private let db: Database
    /// Before the first load.
    private let isEmpty: Bool
    /// Whether the learner took any match apart.
    private let hasStrangers: Bool
    private var entries: [Item.ID: Entry] = [:]
    private var guides: [String: [(number: Int64, row: CatalogueGuide)]] = [:]

    init(_ names: FileNames, _ db: Database) throws {
        self.names = names
        self.db = db
        let (hasEntries, hasStrangers) =
            try BulkStatement(
                "SELECT EXISTS (SELECT 1 FROM entry), EXISTS (SELECT 1 FROM parting)", db
            ).first { ($0.number(0) != 0, $0.number(1) != 0) } ?? (false, false)
        isEmpty = !hasEntries
        self.hasStrangers = hasStrangers
    }

    /// The ledger as the finding of identities asks it; entries bear the names of their files.
    var lookup: LedgerLookup {
        if isEmpty { return .empty }
        return LedgerLookup(
            inFiles: { [self] wanted in
                try wanted.flatMap { try guides(inFileNamed: $0) }.flatMap {
                    try placed(in: $0.number)
                }
                    + orphans { wanted.contains($0.path) }
            },
            orphansOfTerms: { [self] terms in
                try orphans { terms.contains($0.guide.termSlug) }
            },
            inGuidesNamed: { [self] names in
                try names.flatMap {
                    try numbers("SELECT number FROM guide WHERE explicit_id = ?", $0)
                }.flatMap { try placed(in: $0) }
                    + orphans { $0.guideExplicitID.map(names.contains) ?? false }
            },
            withFingerprints: { [self] fingerprints in
                try fingerprints.flatMap {
                    try numbers("SELECT item FROM entry WHERE fingerprint = ?", $0.stored)
                }.compactMap { try ledgerEntry(of: $0) }
            },
            withIDs: { [self] ids in
                var found: [Item.ID: LedgerEntry] = [:]
                for id in ids { found[id] = try ledgerEntry(ofHeirOf: id) }
                return found
            })
    }

    /// What is known of an item because it was asked for.
    func entryAsked(_ id: Item.ID) -> Entry? { entries[id] }

    /// What the tables say of an item; nil for one that never stood in a guide.
    func entry(of item: Int64) throws -> Entry? { try read(item)?.entry }

    /// The guides that stood in a file.
    func guides(
        inFileNamed name: String
    ) throws -> [(number: Int64, row: CatalogueGuide)] {
        if let known = guides[name] { return known }
        let (library, path) = names.file(name)
        var found: [(number: Int64, row: CatalogueGuide)] = []
        try BulkStatement(
            cached: """
                SELECT number, \(CatalogueGuide.columns) FROM guide
                WHERE file = (SELECT number FROM file WHERE library = ? AND path = ?)
                """, db
        ).forEach(library, path) { found.append(($0.number(0), CatalogueGuide($0, from: 1))) }
        guides[name] = found
        return found
    }

    /// The numbers of the items that stood in a guide.
    func items(ofGuide number: Int64) throws -> [Int64] {
        try numbers("SELECT item FROM entry WHERE guide = ?", number)
    }

    private func placed(in guide: Int64) throws -> [LedgerEntry] {
        try items(ofGuide: guide).compactMap { try ledgerEntry(of: $0) }
    }

    private func orphans(_ isWanted: (LedgerEntry) -> Bool) throws -> [LedgerEntry] {
        try numbers("SELECT item FROM entry WHERE guide IS NULL AND is_forgotten = 0")
            .compactMap { try ledgerEntry(of: $0) }.filter(isWanted)
    }

    /// The entry of the item that holds this one's history now.
    private func ledgerEntry(ofHeirOf id: Item.ID) throws -> LedgerEntry? {
        guard let item = try numbers("SELECT number FROM item WHERE id = ?", id.text).first
        else { return nil }
        return try ledgerEntry(of: Links.heir(of: Partings.heir(of: item, db), db))
    }

    private func ledgerEntry(of item: Int64) throws -> LedgerEntry? {
        guard let (id, entry, library) = try read(item) else { return nil }
        guard let kind = Item.Kind(rawValue: entry.row.kind) else {
            throw Undecodable("an item of an unknown kind")
        }
        entries[id] = entry
        return LedgerEntry(
            id: id, kind: kind,
            guide: Guide.ID(classSlug: entry.classSlug, termSlug: entry.termSlug),
            guideExplicitID: entry.guideExplicitID,
            path: library.map { names[$0, entry.path] } ?? names.ofOrphan(lastSeenIn: entry.path),
            ordinal: entry.row.ordinal, fingerprint: Fingerprint(stored: entry.row.fingerprint),
            text: entry.row.plain, answer: entry.row.answerPlain,
            holes: try HoleList.ranges(entry.row.holes),
            strangers: hasStrangers ? try Partings.strangers(of: item, db) : [],
            isPresent: library != nil)
    }

    /// The library is that of the item's guide; nil when it stands in none.
    private func read(_ item: Int64) throws -> (id: Item.ID, entry: Entry, library: String?)? {
        try BulkStatement(
            cached: """
                SELECT item.id, ledger.class_slug, ledger.term_slug, ledger.guide_explicit_id,
                    ledger.path, file.library, \(CatalogueEntry.qualifiedColumns)
                FROM entry JOIN item ON item.number = entry.item
                JOIN ledger ON ledger.number = entry.ledger_line
                LEFT JOIN guide ON guide.number = entry.guide
                LEFT JOIN file ON file.number = guide.file
                WHERE entry.item = ?
                """, db
        ).first(item) { row in
            (Item.ID(row.text(0) ?? ""), Entry(item: item, row), row.text(5))
        }
    }

    private func numbers<each Value: BulkValue>(
        _ sql: String, _ values: repeat each Value
    ) throws -> [Int64] {
        var numbers: [Int64] = []
        try BulkStatement(cached: sql, db).forEach(repeat each values) {
            numbers.append($0.number(0))
        }
        return numbers
    }
}
