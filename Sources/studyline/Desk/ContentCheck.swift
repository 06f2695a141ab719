import StudyContent
import StudyCore

/// A look at all guides of a folder, or at one file, for problems.
struct ContentCheck {
    let path: String

    struct Result {
        /// In the order of files and lines, their files as seen from where the learner is.
        let problems: [ContentProblem]
        let guides: Int
    }

    /// Whether a file is read as a guide, by its name.
    static func isGuide(_ path: String) -> Bool { GuideParser.reads(fileName: path) }

    func run() -> Result {
        var root = path
        while root.count > 1, root.hasSuffix("/") { root.removeLast() }
        if Self.isGuide(root), !folderExists(root) { return file(root) }
        let files = loadLibrary(at: LibraryFolder(path: root))
        let guides = files.flatMap(\.guides)
        let problems = files.flatMap(\.problems) + StudyContent.problems(across: guides)
        return Result(
            problems: problems.sorted().map { $0.inFolder(root) }, guides: guides.count)
    }

    /// One file: its class is the folder it lies in, or that folder's when it lies in a unit.
    private func file(_ path: String) -> Result {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let folder = parts.dropLast().joined(separator: "/")
        let name = parts.last ?? path
        let library = LibraryFolder(path: folder.isEmpty ? "." : folder)
        let stamp = FileStamp(path: name, size: 0, modified: 0, inode: 0)
        let loaded = library.load([stamp], classes: [])
        let guides = loaded.flatMap(\.guides)
        let problems =
            loaded.flatMap(\.problems)
            + StudyContent.problems(across: guides, isWholeLibrary: false)
        return Result(
            problems: problems.sorted().map { folder.isEmpty ? $0 : $0.inFolder(folder) },
            guides: guides.count)
    }
}

extension ContentProblem {
    /// The same problem with its file named from outside a folder.
    fileprivate func inFolder(_ folder: String) -> ContentProblem {
        ContentProblem(
            code, severity,
            file: folder == "." ? file : file == "." ? folder : "\(folder)/\(file)", line: line,
            column: column, lastLine: lastLine, message: message)
    }
}
