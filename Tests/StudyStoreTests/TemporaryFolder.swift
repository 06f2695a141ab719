import Foundation
import StudyStore

/// A folder that is removed with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        let name = "studyline-\(UInt64.random(in: 0...UInt64.max))"
        path = FileManager.default.temporaryDirectory.appending(path: name).path
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    var data: DataFolder { DataFolder(path: path + "/data") }
}
