package import StudyCore

/// What a look over a library's folder finds.
package struct Sweep: Hashable, Sendable {
    /// The guides' files, in the order of their paths' bytes, folder by folder.
    package var files: [FileStamp] = []
    /// The `class.md` files.
    package var classFiles: [FileStamp] = []
    /// Folders and names that could not be read.
    package var problems: [ContentProblem] = []

    package init() {}

    /// The guides' files in some buckets of the digest.
    ///
    /// Nearly all of many files are passed over, without a copy of each.
    ///
    /// - Parameter buckets: Ascending; nil for all.
    /// - Returns: In the order of `files`.
    package func files(inBuckets buckets: [Int]?) -> [FileStamp] {
        guard let buckets else { return files }
        var isWanted = [Bool](repeating: false, count: CatalogueDigest.bucketCount)
        for bucket in buckets { isWanted[bucket] = true }
        return files.indices.filter { isWanted[files[$0].bucket] }.map { files[$0] }
    }

    /// Equal when no guide was added, removed or changed.
    ///
    /// The `class.md` files have a part in the stamps of their guides.
    package var digest: CatalogueDigest {
        var digest = CatalogueDigest()
        for file in files { digest.add(file.digest, toBucket: file.bucket) }
        return digest
    }
}
