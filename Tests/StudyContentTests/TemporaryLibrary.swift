import Foundation
import StudyContent

/// A library in a folder of its own that is removed with the value.
final class TemporaryLibrary {
    let url: URL

    init(_ files: [String: String] = [:]) throws {
        url = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (path, text) in files { try write(path, text) }
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    var path: String { url.path(percentEncoded: false) }

    func folder(limits: ContentLimits = ContentLimits()) -> LibraryFolder {
        LibraryFolder(path: path, limits: limits)
    }

    func write(_ path: String, _ text: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            at: url.appending(path: path), withIntermediateDirectories: true)
    }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: url.appending(path: path).path(percentEncoded: false),
            withDestinationPath: target)
    }
}
