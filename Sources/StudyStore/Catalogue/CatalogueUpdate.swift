internal import GRDB
package import StudyCore

extension Store {
    /// The digest of the sweep that the catalogue is as of; nil before the first one.
    ///
    /// Equal to that of a new sweep when no file changed: one look-up instead of ten thousand.
    package func catalogueDigest() throws(StoreError) -> UInt64? {
        do {
            return try queue.inDatabase { db in
                try Setting.number(.catalogueDigest, db).map { UInt64(bitPattern: $0) }
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// All files of the catalogue, by library and path, to find out which of them changed.
    package func files() throws(StoreError) -> [CatalogueFile] {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT library, path, size, modified, inode, problems FROM file
                    ORDER BY library, path
                    """)
            var files: [CatalogueFile] = []
            while let row = try rows.next() {
                files.append(
                    CatalogueFile(
                        library: row[0], path: row[1], size: row[2], modified: row[3],
                        inode: UInt64(bitPattern: row[4]), problems: row[5]))
            }
            return files
        }
    }

    /// Takes up what changed in the files, and finds out which item each text is.
    ///
    /// One step: it is done whole or not at all.
    ///
    /// - Parameters:
    ///   - change: What the sweep found and the loader read.
    ///   - now: The present.
    /// - Returns: What became of the items.
    /// - Throws: Why it could not be saved; the catalogue is as it was before.
    package func update(
        _ change: CatalogueChange, at now: Timestamp
    ) throws(StoreError) -> CatalogueReport {
        try write { db in
            // A first index is some 90 MB of pages: kept in memory, none is written twice.
            let isLarge = change.read.count > 500
            if isLarge { try db.execute(sql: "PRAGMA cache_size = -200000") }
            defer { if isLarge { try? db.execute(sql: "PRAGMA cache_size = -16000") } }
            var report = CatalogueReport()
            let libraries = Set(change.read.map(\.file.library))
                .union(change.removed.map(\.library))
            for library in libraries.sorted() {
                var update = LibraryUpdate(
                    store: self, db: db, library: library, now: now,
                    files: change.read.filter { $0.file.library == library },
                    removed: change.removed.filter { $0.library == library }.map(\.path))
                try update.run(&report)
            }
            try Setting.set(.catalogueDigest, to: Int64(bitPattern: change.digest), db)
            return report
        }
    }
}
