import GRDB
import StudyCore

/// Whose a text is after matches by likeness were taken apart.
///
/// A parting gives a text of an item, with all answers to it, to an item made for it. Once that is
/// undone, whatever the made item came to have is the first one's. Ledger and answers stay as they
/// were written; what changes is under which item they are read.
enum Partings {
    /// The item under which a row is read that has an item and a fingerprint: SQL for its number.
    static func owner(of table: String) -> String {
        """
        coalesce(
            (SELECT owner FROM parting WHERE parting.item = \(table).item
                AND parting.fingerprint = \(table).fingerprint),
            (SELECT owner FROM parting WHERE parting.item = \(table).item
                AND parting.fingerprint IS NULL),
            \(table).item)
        """
    }

    /// The items of which rows may be read under an item: SQL, for the SQL of its number.
    static func sources(_ item: String) -> String {
        "SELECT \(item) UNION SELECT item FROM parting WHERE owner = \(item)"
    }

    /// The item that an answer to a text counts for.
    static func owner(of item: Int64, text: Fingerprint, _ db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT \(owner(of: "answer"))
                    FROM (SELECT ? AS item, ? AS fingerprint) AS answer
                    """),
            arguments: [item, text.stored]) ?? item
    }

    /// The item that is meant by one made for a text that was given back; else itself.
    static func heir(of item: Int64, _ db: Database) throws -> Int64 {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: "SELECT owner FROM parting WHERE item = ? AND fingerprint IS NULL"),
            arguments: [item]) ?? item
    }

    /// Texts that an item was parted from.
    static func strangers(of item: Int64, _ db: Database) throws -> Set<Fingerprint> {
        let stored = try Int64.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT fingerprint FROM parting WHERE item = ?1 AND fingerprint IS NOT NULL
                    UNION SELECT entry.fingerprint FROM parting
                        JOIN entry ON entry.item = parting.item
                    WHERE parting.owner = ?1 AND parting.fingerprint IS NOT NULL
                    """),
            arguments: [item])
        return Set(stored.map(Fingerprint.init(stored:)))
    }

    /// Derives anew whose each parted text is, from the partings that hold and those undone.
    static func rebuild(_ db: Database) throws {
        var texts = PartedTexts()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT item, fingerprint, other_item, event IN undone FROM action
                WHERE deed = 'part'
                """)
        while let row = try rows.next() {
            texts.add(
                PartedTexts.Text(item: row[0], fingerprint: row[1]), of: row[2], isUndone: row[3])
        }
        try db.execute(sql: "DELETE FROM parting")
        let insert = try db.makeStatement(
            sql: "INSERT INTO parting (item, fingerprint, owner) VALUES (?, ?, ?)")
        for (text, owner) in texts.owners {
            try insert.execute(arguments: [text.item, text.fingerprint, owner])
        }
    }
}

/// The texts that were taken from items, and the made items whose texts were given back.
private struct PartedTexts {
    struct Text: Hashable {
        let item: Int64
        /// Nil for all texts.
        let fingerprint: Int64?
    }

    private var taken: [Text: Int64] = [:]
    private var givenBack: [Int64: Int64] = [:]

    mutating func add(_ text: Text, of made: Int64, isUndone: Bool) {
        if !isUndone {
            taken[text] = made
            givenBack[made] = nil
        } else if !taken.values.contains(made) {
            // Two devices may have taken the same match apart: then both must have undone it.
            givenBack[made] = text.item
        }
    }

    /// Each text that is not its item's own, with the item it is read under.
    var owners: [Text: Int64] {
        var owners: [Text: Int64] = [:]
        let fingerprints = Set(taken.keys.map(\.fingerprint))
        for item in Set(taken.keys.map(\.item)).union(givenBack.keys) {
            let usual = owner(of: item, nil)
            if usual != item { owners[Text(item: item, fingerprint: nil)] = usual }
            for fingerprint in fingerprints {
                let owner = owner(of: item, fingerprint)
                if owner != usual { owners[Text(item: item, fingerprint: fingerprint)] = owner }
            }
        }
        return owners
    }

    /// Follows a text from item to item; where that leads in a ring, it ends before it closes.
    private func owner(of item: Int64, _ fingerprint: Int64?) -> Int64 {
        var owner = item
        var seen: Set<Int64> = [item]
        while let next = next(after: owner, fingerprint), seen.insert(next).inserted {
            owner = next
        }
        return owner
    }

    private func next(after item: Int64, _ fingerprint: Int64?) -> Int64? {
        givenBack[item] ?? fingerprint.flatMap { taken[Text(item: item, fingerprint: $0)] }
    }
}
