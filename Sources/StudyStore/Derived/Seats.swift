import GRDB
import StudyCore

/// Who stands where a text stands, when the text goes over from one item to another.
enum Seats {
    /// Seats the item made for a text in the place of the one it was taken from, which becomes an
    /// orphan with the text it had before.
    static func part(_ text: Fingerprint, of item: Int64, to made: Int64, _ db: Database) throws {
        let standing = try Int64.fetchOne(
            db, sql: "SELECT fingerprint FROM entry WHERE item = ?", arguments: [item])
        if standing == text.stored {
            try move(item, to: made, db)
            try Orphanage.take(item, db)
        } else {
            try Orphanage.take(made, db)
        }
    }

    /// Gives back the place of an item whose parting is undone.
    static func rejoin(_ made: Int64, with item: Int64, _ db: Database) throws {
        if try stands(made, db) {
            try db.execute(sql: "DELETE FROM entry WHERE item = ?", arguments: [item])
            try move(made, to: item, db)
        } else {
            try db.execute(sql: "DELETE FROM entry WHERE item = ?", arguments: [made])
            if try !stands(item, db) { try Orphanage.take(item, db) }
        }
    }

    static func stands(_ item: Int64, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT guide IS NOT NULL FROM entry WHERE item = ?", arguments: [item])
            ?? false
    }

    private static func move(_ item: Int64, to other: Int64, _ db: Database) throws {
        try db.execute(
            sql: """
                UPDATE entry SET item = ?2, changed_at = \(Orphanage.changedAt("?2"))
                WHERE item = ?1
                """,
            arguments: [item, other])
        try db.execute(
            sql: "UPDATE card_state SET guide = NULL, rank = 0 WHERE item = ?", arguments: [item])
        try db.execute(
            sql: "DELETE FROM card_state WHERE item = ? AND \(CardRow.isEmpty)", arguments: [item])
        try Placement.placeCards(ofItems: other...other, db)
    }
}
