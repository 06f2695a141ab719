internal import StudyCore

/// What was read of texts before they were written, so that none of the files is read into guides again.
///
/// The texts must say their class, and their unit if they have one: what a folder's name would add is not
/// looked at.
package struct KnownFiles: Sendable {
    private struct Known {
        let digest: UInt64
        let file: LoadedFile
    }

    private var files: [String: Known] = [:]

    package init() {}

    package var isEmpty: Bool { files.isEmpty }

    /// Adds what a text was read to be.
    package mutating func add(_ file: LoadedFile, saying text: String) {
        files[file.path] = Known(digest: xxh64(Array(text.utf8)), file: file)
    }

    /// What a file of these very bytes was read to be; nil when it was not, or says something else now.
    func file(at path: String, saying bytes: [UInt8]) -> LoadedFile? {
        guard let known = files[path], known.digest == xxh64(bytes) else { return nil }
        return known.file
    }
}
