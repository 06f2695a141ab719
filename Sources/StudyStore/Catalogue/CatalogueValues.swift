package import StudyCore

/// A file of guides as the catalogue knows it: enough to see whether it changed.
package struct CatalogueFile: Hashable, Sendable {
    /// The folder of the library it lies in.
    package var library: String
    /// Relative to the library, with `/` between folders.
    package var path: String
    /// Bytes.
    package var size: Int
    /// Nanoseconds since 1970 of the last change.
    package var modified: Int64
    package var inode: UInt64
    /// The bucket of the catalogue's digest that it belongs to.
    package var bucket: Int
    /// How many problems it had when it was read.
    package var problems: Int

    package init(
        library: String, path: String, size: Int, modified: Int64, inode: UInt64, bucket: Int,
        problems: Int = 0
    ) {
        self.library = library
        self.path = path
        self.size = size
        self.modified = modified
        self.inode = inode
        self.bucket = bucket
        self.problems = problems
    }
}

/// What a sweep of the libraries found to be other than in the catalogue.
package struct CatalogueChange: Sendable {
    /// Files that are new or changed, each with its guides, in the order they are to be introduced.
    package var read: [(file: CatalogueFile, guides: [Guide])]
    /// Files that are gone.
    package var removed: [(library: String, path: String)]
    /// The digest of all files as they were found.
    package var digest: CatalogueDigest
    /// The digest of the catalogue that they were compared with; nil without one.
    package var known: CatalogueDigest?
    /// How the classes of the files order their guides; nil leaves guides in the order of first sight.
    package var order: TeachingOrder?

    package init(
        read: [(file: CatalogueFile, guides: [Guide])] = [],
        removed: [(library: String, path: String)] = [],
        digest: CatalogueDigest, from known: CatalogueDigest? = nil, order: TeachingOrder? = nil
    ) {
        self.read = read
        self.removed = removed
        self.digest = digest
        self.known = known
        self.order = order
    }
}

/// What became of the items of a change.
package struct CatalogueReport: Hashable, Sendable {
    /// An item whose text was found again by likeness.
    package struct Likeness: Hashable, Sendable {
        package var item: Item.ID
        package var guide: Guide.ID
        package var oldText: String
        package var newText: String
        /// 0–1, 1 being equal.
        package var score: Double
        /// In what it may mean something else now; nil when nothing does.
        package var changed: MeaningChange?
    }

    /// Items with their words as they were.
    package var unchanged = 0
    package var matched: [Likeness] = []
    /// Items found again in another guide, or back after they had been gone.
    package var moved: [Item.ID] = []
    package var new: [Item.ID] = []
    /// Items that are in no guide any more; their histories are kept.
    package var orphaned: [Item.ID] = []
    package var warnings: [IdentityWarning] = []

    package init() {}
}
