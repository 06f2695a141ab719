internal import GRDB
package import StudyCore

extension Store {
    /// The digest of the files that the catalogue is as of; nil before the first sweep.
    ///
    /// Equal to that of a new sweep when no file changed: one look-up instead of ten thousand.
    package func catalogueDigest() throws(StoreError) -> CatalogueDigest? {
        do {
            return try queue.inDatabase { try Self.digest($0) }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private static func digest(_ db: Database) throws -> CatalogueDigest? {
        CatalogueDigest(
            buckets: try Int64.fetchAll(
                db, sql: "SELECT digest FROM catalogue_digest ORDER BY bucket"
            ).map { UInt64(bitPattern: $0) })
    }

    /// The files of the catalogue.
    ///
    /// - Parameter buckets: Only those in these buckets of its digest; nil for all.
    /// - Returns: The files, in no order.
    /// - Throws: Why the file cannot be read.
    package func files(inBuckets buckets: Set<Int>? = nil) throws(StoreError) -> [CatalogueFile] {
        try read { db in
            let columns = "library, path, size, modified, inode, bucket, problems"
            guard let buckets else {
                return try CatalogueFile.all(
                    Row.fetchCursor(db, sql: "SELECT \(columns) FROM file"))
            }
            let statement = try db.makeStatement(
                sql: "SELECT \(columns) FROM file WHERE bucket = ?")
            return try buckets.flatMap {
                try CatalogueFile.all(Row.fetchCursor(statement, arguments: [$0]))
            }
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
        try writeFromFiles { db in
            // Of a first index most pages stay in memory, so that few are written twice; the words that the
            // ledger's checks would look for at each row are those of types.
            let isLarge = change.read.count > 500
            if isLarge {
                try db.execute(
                    sql: "PRAGMA cache_size = -32000; PRAGMA ignore_check_constraints = ON")
            }
            defer {
                if isLarge {
                    try? db.execute(
                        sql: "PRAGMA cache_size = -16000; PRAGMA ignore_check_constraints = OFF")
                }
            }
            var report = CatalogueReport()
            var update = LibraryUpdate(store: self, db: db, now: now, change)
            try update.run(&report)
            try save(change.digest, db)
            return report
        }
    }

    private func save(_ digest: CatalogueDigest, _ db: Database) throws {
        let changed = try Self.digest(db).map { digest.buckets(differingFrom: $0) }
        let insertion = try db.makeStatement(
            sql: "INSERT OR REPLACE INTO catalogue_digest (bucket, digest) VALUES (?, ?)")
        for bucket in changed ?? Array(digest.buckets.indices) {
            insertion.setUncheckedArguments([bucket, Int64(bitPattern: digest.buckets[bucket])])
            try insertion.execute()
        }
    }
}

extension CatalogueFile {
    /// Those in rows of library, path, size, time, inode, bucket and number of problems.
    fileprivate static func all(_ rows: RowCursor) throws -> [CatalogueFile] {
        var files: [CatalogueFile] = []
        while let row = try rows.next() {
            files.append(
                CatalogueFile(
                    library: row[0], path: row[1], size: row[2], modified: row[3],
                    inode: UInt64(bitPattern: row[4]), bucket: row[5], problems: row[6]))
        }
        return files
    }
}
