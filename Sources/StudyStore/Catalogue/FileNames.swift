/// What the files of a change are called while identities are found out.
///
/// Files of several libraries may have the same relative paths, and a guide may go from one library to
/// another. Those of one library, the home, are called by their paths, as an orphan is, of which the path
/// alone is remembered; those of all others by library and path.
struct FileNames {
    private let home: String
    /// Names by relative path, of the files that changed.
    private var changed: [String: String] = [:]

    /// - Parameters:
    ///   - files: The files that changed, appeared or vanished.
    ///   - home: The library whose files are called by their paths.
    init(of files: [(library: String, path: String)], home: String) {
        self.home = home
        for file in files where changed[file.path] == nil || file.library == home {
            changed[file.path] = self[file.library, file.path]
        }
    }

    subscript(library: String, path: String) -> String {
        library == home ? path : "\(library)\(Self.separator)\(path)"
    }

    /// The name of the file that an orphan was last seen in, for all that can be known.
    func ofOrphan(lastSeenIn path: String) -> String { changed[path] ?? path }

    /// The file of a name.
    func file(_ name: String) -> (library: String, path: String) {
        guard let separator = name.firstIndex(of: Self.separator) else { return (home, name) }
        return (String(name[..<separator]), String(name[name.index(after: separator)...]))
    }

    private static let separator: Character = "\u{1F}"
}
