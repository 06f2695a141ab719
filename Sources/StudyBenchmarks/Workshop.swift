import Foundation

/// A temporary folder with generated guides, gone at the end.
final class Workshop {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "studyline-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// A library of generated guides; a fixed seed, so always the same.
    func library(of count: Int) throws -> String {
        let root = folder.appending(path: "library-\(count)")
        var generator = GuideGenerator(seed: 1)
        var folders: Set<String> = []
        for file in generator.files(count) {
            let url = root.appending(path: file.path)
            let parent = url.deletingLastPathComponent()
            if folders.insert(parent.path).inserted {
                try FileManager.default.createDirectory(
                    at: parent, withIntermediateDirectories: true)
            }
            try Data(file.text.utf8).write(to: url)
        }
        return root.path
    }
}
