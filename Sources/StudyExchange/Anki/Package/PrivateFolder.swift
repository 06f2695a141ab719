internal import Foundation

/// A folder that only this user can look into, gone with its owner.
final class PrivateFolder {
    let path: String

    init() throws(AnkiPackageError) {
        var template = Array(
            (FileManager.default.temporaryDirectory.path + "/studyline-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .unwritable(
                path: FileManager.default.temporaryDirectory.path,
                reason: String(cString: strerror(errno)))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
