/// What the files of all libraries amount to: equal when none was added, removed or changed.
///
/// Every file belongs to one of 256 buckets, by its path, and each bucket has a digest of its own: where
/// two differ, only the files in those buckets need to be compared.
package struct CatalogueDigest: Hashable, Sendable {
    package static let bucketCount = 256

    /// A digest a bucket; sums, so that the order of the files is no matter.
    package private(set) var buckets: [UInt64]

    /// Of no files.
    package init() {
        buckets = Array(repeating: 0, count: Self.bucketCount)
    }

    /// The digest of stored buckets; nil when they are not as many as there must be.
    package init?(buckets: [UInt64]) {
        guard buckets.count == Self.bucketCount else { return nil }
        self.buckets = buckets
    }

    /// Takes in a file.
    ///
    /// - Parameters:
    ///   - digest: Of all that tells the file's state, its path included.
    ///   - bucket: The one it belongs to, below `bucketCount`.
    package mutating func add(_ digest: UInt64, toBucket bucket: Int) {
        buckets[bucket] &+= digest
    }

    /// Takes in the files of a library, which count as others when the library lies elsewhere.
    package mutating func add(_ library: CatalogueDigest, at path: String) {
        let place = xxh64(Array(path.utf8))
        for bucket in buckets.indices {
            buckets[bucket] &+= mixed(library.buckets[bucket] ^ place)
        }
    }

    /// The buckets in which this one and another are not the same.
    package func buckets(differingFrom other: CatalogueDigest) -> [Int] {
        buckets.indices.filter { buckets[$0] != other.buckets[$0] }
    }
}

/// The finishing step of SplitMix64: every bit of a word reaches every bit of the result.
package func mixed(_ word: UInt64) -> UInt64 {
    var mixed = word
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
}
