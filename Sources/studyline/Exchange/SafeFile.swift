import Foundation

/// Files that appear whole or not at all.
enum SafeFile {
    /// Writes a file that must not be there yet, with the folders it lies in.
    ///
    /// - Returns: False when there is a file of that name; it is as it was.
    static func create(_ path: String, _ text: String) throws(ImportError) -> Bool {
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent()
        let draft = folder.appending(path: ".studyline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: draft) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: draft)
            guard !fileExists(path) else { return false }
            // A second name for the finished file: unlike a rename it never takes another's place.
            try FileManager.default.linkItem(at: draft, to: url)
            return true
        } catch {
            if fileExists(path) { return false }
            throw .unwritable(file: path, reason: systemReason(error))
        }
    }
}
