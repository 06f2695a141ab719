import Foundation
import StudyTerminal

/// The folder of the running program, links resolved; nil when the system does not tell.
var executableFolder: String? {
    guard let path = Bundle.main.executablePath else { return nil }
    return URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent().path
}

func fileExists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

func folderExists(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue
}

/// A path with `~` at its beginning made the home folder.
func expandingHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = environment("HOME") else { return path }
    return home + path.dropFirst()
}

/// A path that means the same in every folder; `~` stands as it is.
func absolutePath(_ path: String) -> String {
    path == "~" || path.hasPrefix("~/") ? path : URL(fileURLWithPath: path).path
}

/// Makes the folder that a file is to lie in, with its parents, for the learner alone.
func makePrivateFolder(containing file: String) throws {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    guard !folderExists(folder) else { return }
    try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
}
