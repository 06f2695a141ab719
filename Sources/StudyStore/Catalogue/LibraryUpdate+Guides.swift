import GRDB
import StudyCore

/// Files and guides.
extension LibraryUpdate {
    func guides(in paths: Set<String>) throws -> [Guide.ID: [Int64]] {
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
    func detach() throws -> [Int64] {
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

    func save(_ file: CatalogueFile) throws -> Int64 {
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
    mutating func save(_ guide: Guide, in file: Int64) throws -> Int64 {
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
    func removeOldGuides() throws {
        for guide in oldGuides.values.joined() {
            try db.cachedStatement(sql: "DELETE FROM guide WHERE number = ?")
                .execute(arguments: [guide])
        }
        try removeFiles()
    }

    private func removeFiles() throws {
        for path in removed {
            try db.cachedStatement(sql: "DELETE FROM file WHERE library = ? AND path = ?")
                .execute(arguments: [library, path])
        }
    }
}
