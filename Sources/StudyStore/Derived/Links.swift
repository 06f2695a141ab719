import GRDB
import StudyCore

/// Histories that go over from one item to another.
///
/// A link hands on what was reviewed up to its moment; later reviews of the item are its own again.
/// Time only goes forward along a chain of links, so there are no cycles.
enum Links {
    /// Reviews of an item after one moment and up to another, in milliseconds since 1970.
    struct Stretch {
        let item: Int64
        let after: Int64
        let through: Int64
    }

    /// Whose reviews make up an item's history now.
    static func stretches(of item: Int64, _ db: Database) throws -> [Stretch] {
        try stretches(of: item, through: .max, db)
    }

    private static func stretches(
        of item: Int64, through end: Int64, _ db: Database
    ) throws -> [Stretch] {
        let handedOn = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT max(time) FROM link WHERE item = ? AND time < ?"),
            arguments: [item, end])
        let start = handedOn ?? .min
        var stretches = [Stretch(item: item, after: start, through: end)]
        let sources = try Row.fetchAll(
            db.cachedStatement(
                sql: "SELECT item, time FROM link WHERE target = ? AND time > ? AND time <= ?"),
            arguments: [item, start, end])
        for row in sources {
            stretches += try self.stretches(of: row[0], through: row[1], db)
        }
        return stretches
    }

    /// The item that holds another one's history now: the end of its chain of links.
    static func heir(of item: Int64, _ db: Database) throws -> Int64 {
        var heir = item
        var time = Int64.min
        while let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT target, time FROM link WHERE item = ? AND time > ?
                    ORDER BY time DESC LIMIT 1
                    """),
            arguments: [heir, time])
        {
            heir = row[0]
            time = row[1]
        }
        return heir
    }

    /// The items whose histories may touch those of the given ones, themselves included.
    static func component(of items: Set<Int64>, _ db: Database) throws -> Set<Int64> {
        var found = items
        var queue = Array(items)
        while let item = queue.popLast() {
            let neighbours = try Int64.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT target FROM link WHERE item = ?1
                        UNION SELECT item FROM link WHERE target = ?1
                        UNION SELECT owner FROM parting WHERE item = ?1
                        UNION SELECT item FROM parting WHERE owner = ?1
                        """),
                arguments: [item])
            for neighbour in neighbours where found.insert(neighbour).inserted {
                queue.append(neighbour)
            }
        }
        return found
    }

    /// The items that share histories with others now.
    static func sharing(_ db: Database) throws -> Set<Int64> {
        try Set(
            Int64.fetchAll(
                db,
                sql: """
                    SELECT item FROM link UNION SELECT target FROM link
                    UNION SELECT item FROM parting UNION SELECT owner FROM parting
                    """))
    }

    /// All items that any link ever named: those whose histories a change of links may touch.
    static func everNamed(_ db: Database) throws -> Set<Int64> {
        try Set(
            Int64.fetchAll(
                db,
                sql: """
                    SELECT item FROM action WHERE deed = 'link'
                    UNION SELECT other_item FROM action WHERE deed = 'link'
                    UNION SELECT item FROM ledger WHERE adopts IS NOT NULL
                    UNION SELECT adopts FROM ledger WHERE adopts IS NOT NULL
                    """))
    }

    /// Derives all links anew: the learner's, less those taken apart, and the ledger's adoptions.
    static func rebuild(_ db: Database) throws {
        var links = Set<[Int64]>()
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT action.deed, action.item, action.other_item, event.time
                FROM action JOIN event ON event.number = action.event
                JOIN device ON device.number = event.device
                WHERE action.deed IN ('link', 'unlink') AND event.number NOT IN undone
                UNION ALL
                SELECT 'link', ledger.adopts, ledger.item, ledger.time
                FROM ledger WHERE ledger.adopts IS NOT NULL
                ORDER BY 4, 1
                """)
        while let row = try rows.next() {
            let item: Int64 = row[1]
            if row[0] as String == "link" {
                links.insert([item, row[2], row[3]])
            } else {
                links = links.filter { $0[0] != item && $0[1] != item }
            }
        }
        try db.execute(sql: "DELETE FROM link")
        for link in links {
            try db.execute(
                sql: "INSERT INTO link (item, target, time) VALUES (?, ?, ?)",
                arguments: [link[0], link[1], link[2]])
        }
    }
}
