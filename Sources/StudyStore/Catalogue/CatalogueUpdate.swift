internal import BulkSQL
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
                var files: [CatalogueFile] = []
                try BulkStatement("SELECT \(columns) FROM file", db)
                    .forEach { files.append(CatalogueFile($0)) }
                return files
            }
            let statement = try BulkStatement("SELECT \(columns) FROM file WHERE bucket = ?", db)
            var files: [CatalogueFile] = []
            for bucket in buckets {
                try statement.forEach(bucket) { files.append(CatalogueFile($0)) }
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
        let isLarge = change.read.count > 500
        return try writeFromFiles(trusted: isLarge) { db in
            // Of a first index most pages stay in memory, so that few are written twice.
            if isLarge { try db.execute(sql: "PRAGMA cache_size = -32000") }
            defer { if isLarge { try? db.execute(sql: "PRAGMA cache_size = -16000") } }
            var report = CatalogueReport()
            var update = LibraryUpdate(store: self, db: db, now: now, change)
            try update.run(&report)
            try save(change.digest, from: change.known, db)
            return report
        }
    }

    /// Writes what is other than in the digest that was known.
    ///
    /// What another program wrote meanwhile stays: it looked at those files later.
    private func save(
        _ digest: CatalogueDigest, from known: CatalogueDigest?, _ db: Database
    ) throws {
        let changed = known.map { digest.buckets(differingFrom: $0) }
        let insertion = try BulkStatement(
            cached: "INSERT OR REPLACE INTO catalogue_digest (bucket, digest) VALUES (?, ?)", db)
        for bucket in changed ?? Array(digest.buckets.indices) {
            try insertion.run(bucket, Int64(bitPattern: digest.buckets[bucket]))
        }
    }
}

extension CatalogueFile {
    /// That in a row of library, path, size, time, inode, bucket and number of problems.
    fileprivate init(_ row: BulkRow) {
        self.init(
            library: row.text(0) ?? "", path: row.text(1) ?? "", size: Int(row.number(2)),
            modified: row.number(3), inode: UInt64(bitPattern: row.number(4)),
            bucket: Int(row.number(5)), problems: Int(row.number(6)))
    }
}
