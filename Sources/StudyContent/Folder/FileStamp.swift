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
    package let classDigest: UInt64

    package init(
        path: String, size: Int64, modified: Int64, inode: UInt64, classDigest: UInt64 = 0
    ) {
        self.path = path
        self.size = size
        self.modified = modified
        self.inode = inode
        self.classDigest = classDigest
    }
}

/// A 64-bit digest that is the same in every run and on every machine; no defence against malice.
struct StampDigest {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ stamp: FileStamp) {
        var path = stamp.path
        path.withUTF8 { bytes in
            // FNV-1a.
            for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        add(UInt64(bitPattern: stamp.size))
        add(UInt64(bitPattern: stamp.modified))
        add(stamp.inode)
        add(stamp.classDigest)
    }

    private mutating func add(_ word: UInt64) {
        // The finalising step of SplitMix64, so that every bit of the word reaches every bit of the digest.
        var mixed = value ^ word
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        value = mixed ^ (mixed >> 31)
    }
}
