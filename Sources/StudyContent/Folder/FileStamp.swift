internal import StudyCore

/// What tells a file's state without reading it: a file whose stamp is the same is the same.
package struct FileStamp: Hashable, Sendable {
    /// Relative to the library's folder, with `/` between folders.
    package let path: String
    /// Bytes.
    package let size: Int64
    /// Time of the last change, nanoseconds since 1970.
    package let modified: Int64
    package let inode: UInt64
    /// A digest of the stamp of the class's `class.md`, on which a guide's class name depends; 0 without one.
    package internal(set) var classDigest: UInt64
    private let pathDigest: UInt64

    package init(
        path: String, size: Int64, modified: Int64, inode: UInt64, classDigest: UInt64 = 0
    ) {
        self.path = path
        self.size = size
        self.modified = modified
        self.inode = inode
        self.classDigest = classDigest
        pathDigest = Self.digest(of: path)
    }

    /// Which bucket of a `CatalogueDigest` the file belongs to: the same one wherever the library lies.
    package var bucket: Int { Int(pathDigest % UInt64(CatalogueDigest.bucketCount)) }

    /// A 64-bit digest that is the same in every run and on every machine; no defence against malice.
    var digest: UInt64 {
        var digest = mixed(pathDigest ^ UInt64(bitPattern: size))
        digest = mixed(digest ^ UInt64(bitPattern: modified))
        digest = mixed(digest ^ inode)
        return mixed(digest ^ classDigest)
    }

    private static func digest(of path: String) -> UInt64 {
        // FNV-1a, and a last step, since its low bits hang on the last bytes more than on the first.
        var path = path
        return path.withUTF8 { bytes in
            mixed(
                bytes.reduce(0xCBF2_9CE4_8422_2325) { digest, byte in
                    (digest ^ UInt64(byte)) &* 0x100_0000_01B3
                })
        }
    }
}
