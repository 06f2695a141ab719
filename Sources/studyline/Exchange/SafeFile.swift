import Foundation

/// Files that appear whole or not at all.
enum SafeFile {
    /// Writes a file that must not be there yet, with the folders it lies in.
    ///
    /// It can be read at once; `settle` sees to it that it outlasts a failure of the power.
    ///
    /// - Returns: False when there is a file of that name; it is as it was.
    static func create(_ path: String, _ text: String) throws(ImportError) -> Bool {
        try create(path, Data(text.utf8))
    }

    /// Writes bytes, as `create` does a text.
    static func create(_ path: String, _ bytes: Data) throws(ImportError) -> Bool {
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent()
        let draft = folder.appending(path: ".studyline-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: draft) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            // Unlike `Data.write`, which waits for the disk at each file.
            let descriptor = open(draft.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            guard descriptor >= 0 else {
                throw ImportError.unwritable(file: path, reason: String(cString: strerror(errno)))
            }
            let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try handle.write(contentsOf: bytes)
            try handle.close()
            guard !fileExists(path) else { return false }
            // A second name for the finished file: unlike a rename it never takes another's place.
            try FileManager.default.linkItem(at: draft, to: url)
            return true
        } catch {
            if fileExists(path) { return false }
            throw error as? ImportError ?? .unwritable(file: path, reason: systemReason(error))
        }
    }

    /// Has files that were created put on the disk, and waits for it.
    static func settle(_ paths: some Sequence<String>) throws(ImportError) {
        for path in paths {
            do {
                let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
                defer { try? handle.close() }
                try handle.synchronize()
            } catch {
                throw .unwritable(file: path, reason: systemReason(error))
            }
        }
    }
}
