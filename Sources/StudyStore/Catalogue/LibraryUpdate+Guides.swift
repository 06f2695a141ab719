import BulkSQL
import GRDB
import StudyCore

/// Files and guides.
extension LibraryUpdate {
    /// Takes an item out of its guide.
    func detach(_ item: Int64) throws {
        try db.cachedStatement(sql: "UPDATE entry SET guide = NULL WHERE item = ?")
            .execute(arguments: [item])
        try detachCards(of: item, but: [])
    }

    /// Takes the cards of an item out of its guide; those that nothing is known of are gone.
    func detachCards(of item: Int64, but kept: [Card.Facet]) throws {
        let others =
            "item = ? AND facet NOT IN (\(kept.map { "'\($0.rawValue)'" }.joined(separator: ", ")))"
        try db.cachedStatement(
            sql: "UPDATE card_state SET guide = NULL, rank = 0 WHERE \(others)"
        ).execute(arguments: [item])
        try db.cachedStatement(sql: "DELETE FROM card_state WHERE \(others) AND \(CardRow.isEmpty)")
            .execute(arguments: [item])
    }

    func save(_ file: CatalogueFile) throws -> Int64 {
        let number = try BulkStatement(
            cached: """
                INSERT INTO file (library, path, size, modified, inode, bucket, problems)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (library, path) DO UPDATE SET size = excluded.size,
                    modified = excluded.modified, inode = excluded.inode,
                    bucket = excluded.bucket, problems = excluded.problems
                RETURNING number
                """, db
        ).first(
            file.library, file.path, file.size, file.modified, Int64(bitPattern: file.inode),
            file.bucket, file.problems
        ) { $0.number(0) }
        guard let number else { throw Undecodable("a file that was not inserted") }
        return number
    }

    /// Writes a guide, under the number that it or its namesake had in the files before.
    mutating func save(
        _ guide: Guide, of catalogueFile: CatalogueFile, in file: Int64
    ) throws -> Int64 {
        let namesake = oldGuides[guide.id]?.popLast()
        let row = CatalogueGuide(guide, in: file)
        if row != namesake?.row || files.count > 1 {
            unsettled.insert(
                TeachingOrder.ClassFolder(
                    library: catalogueFile.library, path: catalogueFile.path))
        }
        if let namesake, namesake.row == row { return namesake.number }
        let number = try row.save(as: namesake?.number, db)
        try save(namesOf: guide, as: number, isNew: namesake == nil)
        return number
    }

    private func save(namesOf guide: Guide, as number: Int64, isNew: Bool) throws {
        var names = [guide.id.termSlug: false]
        for alias in guide.aliases.map({ slug($0) }) where names[alias] == nil {
            names[alias] = true
        }
        if !isNew {
            var old: [String: Bool] = [:]
            let rows = try Row.fetchCursor(
                db.cachedStatement(sql: "SELECT slug, is_alias FROM guide_name WHERE guide = ?"),
                arguments: [number])
            while let row = try rows.next() { old[row[0]] = row[1] }
            if old == names { return }
            try removeNames(of: number)
        }
        let insert = try db.cachedStatement(
            sql: "INSERT INTO guide_name (slug, guide, is_alias) VALUES (?, ?, ?)")
        for (name, isAlias) in names.sorted(by: { $0.key < $1.key }) {
            try insert.execute(arguments: [name, number, isAlias])
        }
    }

    private func removeNames(of guide: Int64) throws {
        try db.cachedStatement(sql: "DELETE FROM guide_name WHERE guide = ?")
            .execute(arguments: [guide])
    }

    /// Removes the guides that are gone, and only then the files: a guide may have moved to another.
    func removeOldGuides() throws {
        for guide in oldGuides.values.joined() {
            try removeNames(of: guide.number)
            try db.cachedStatement(sql: "DELETE FROM guide WHERE number = ?")
                .execute(arguments: [guide.number])
        }
        try removeFiles()
    }

    private func removeFiles() throws {
        for file in removed {
            try db.cachedStatement(sql: "DELETE FROM file WHERE library = ? AND path = ?")
                .execute(arguments: [file.library, file.path])
        }
    }
}
