/// What a look over a library's folder finds.
package struct Sweep: Hashable, Sendable {
    /// The guides' files, in the order of their paths' bytes, folder by folder.
    package var files: [FileStamp] = []
    /// The `class.md` files.
    package var classFiles: [FileStamp] = []
    /// Folders and names that could not be read.
    package var problems: [ContentProblem] = []

    package init() {}

    /// One number for all stamps: equal when nothing was added, removed or changed.
    package var digest: UInt64 {
        var digest = StampDigest()
        for file in files { digest.add(file) }
        for file in classFiles { digest.add(file) }
        return digest.value
    }
}
