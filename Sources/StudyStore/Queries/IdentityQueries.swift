internal import GRDB
package import StudyCore

extension Store {
    /// An item whose words changed, or what it leaves out of them, with what it was before.
    package struct Rewording: Hashable, Sendable {
        package let item: Item.ID
        package let kind: Item.Kind
        package let guide: Guide.ID
        package let time: Timestamp
        package let oldText: String
        package let oldAnswer: String?
        package let newText: String
        package let newAnswer: String?
        /// How alike the two are by the measure that matched them, 0–1; nil when something else told,
        /// such as an id that the author fixed.
        package let likeness: Double?
        /// In what it may mean something else now; empty when nothing does.
        package let changed: MeaningChange
    }

    /// An item seen for the first time.
    package struct NewItem: Hashable, Sendable {
        package let item: Item.ID
        package let kind: Item.Kind
        package let guide: Guide.ID
        package let time: Timestamp
        package let text: String
    }

    /// Items that were found again with other words, the latest first.
    ///
    /// - Parameters:
    ///   - start: From when on.
    ///   - limit: How many at most.
    /// - Returns: Each with its words before and now.
    /// - Throws: When the store cannot be read.
    package func rewordings(
        since start: Timestamp, limit: Int
    ) throws(StoreError) -> [Rewording] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    WITH owned AS (
                        SELECT number, time, \(Partings.owner(of: "ledger")) AS item
                        FROM ledger WHERE adopts IS NULL),
                    step AS (
                        SELECT number, time, item,
                            lag(number) OVER (PARTITION BY item ORDER BY number) AS earlier
                        FROM owned)
                    SELECT item.id, now.kind, now.class_slug, now.term_slug, now.time,
                        before.text, before.answer, now.text, now.answer, now.changed, now.likeness
                    FROM step
                    JOIN ledger AS now ON now.number = step.number
                    JOIN ledger AS before ON before.number = step.earlier
                    JOIN item ON item.number = step.item
                    WHERE step.time >= ? AND (now.fingerprint <> before.fingerprint OR now.changed <> 0)
                    ORDER BY now.number DESC LIMIT ?
                    """,
                arguments: [start.milliseconds, limit])
            return try rows.map { row in
                Rewording(
                    item: Item.ID(row[0]), kind: try Self.kind(row[1]),
                    guide: Guide.ID(classSlug: row[2], termSlug: row[3]),
                    time: Timestamp(milliseconds: row[4]), oldText: row[5], oldAnswer: row[6],
                    newText: row[7], newAnswer: row[8], likeness: row[10],
                    changed: MeaningChange(rawValue: row[9]))
            }
        }
    }

    /// Items seen for the first time after the first look at their library, the latest first.
    ///
    /// One that took over a history when its author fixed its id is not new.
    ///
    /// - Parameters:
    ///   - start: From when on.
    ///   - limit: How many at most.
    /// - Returns: Each with its words.
    /// - Throws: When the store cannot be read.
    package func newItems(since start: Timestamp, limit: Int) throws(StoreError) -> [NewItem] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    WITH first AS (
                        SELECT min(number) AS number, \(Partings.owner(of: "ledger")) AS item
                        FROM ledger WHERE adopts IS NULL GROUP BY 2)
                    SELECT item.id, ledger.kind, ledger.class_slug, ledger.term_slug, ledger.time,
                        ledger.text
                    FROM first JOIN ledger ON ledger.number = first.number
                    JOIN item ON item.number = first.item
                    WHERE ledger.time >= ? AND ledger.time > (SELECT min(time) FROM ledger)
                        AND NOT EXISTS (SELECT 1 FROM ledger AS taking
                            WHERE taking.adopts IS NOT NULL AND taking.item = first.item)
                    ORDER BY ledger.number DESC LIMIT ?
                    """,
                arguments: [start.milliseconds, limit])
            return try rows.map { row in
                NewItem(
                    item: Item.ID(row[0]), kind: try Self.kind(row[1]),
                    guide: Guide.ID(classSlug: row[2], termSlug: row[3]),
                    time: Timestamp(milliseconds: row[4]), text: row[5])
            }
        }
    }

    /// Whether an item of this identity was ever seen.
    package func knows(_ item: Item.ID) throws(StoreError) -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM item WHERE id = ?)", arguments: [item.text]
            ) ?? false
        }
    }

    /// The item under which the history of an item is read now: itself, unless it was handed on.
    package func holder(of item: Item.ID) throws(StoreError) -> Item.ID {
        try read { db in
            let number = try Int64.fetchOne(
                db, sql: "SELECT number FROM item WHERE id = ?", arguments: [item.text])
            guard let number else { return item }
            let heir = try Links.heir(of: Partings.heir(of: number, db), db)
            return try String.fetchOne(
                db, sql: "SELECT id FROM item WHERE number = ?", arguments: [heir]
            ).map { Item.ID($0) } ?? item
        }
    }

    private static func kind(_ name: String) throws -> Item.Kind {
        guard let kind = Item.Kind(rawValue: name) else {
            throw Undecodable("an item of an unknown kind")
        }
        return kind
    }
}
