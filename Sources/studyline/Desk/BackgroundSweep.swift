import StudyContent
import StudyStore

/// A look at the files of the libraries, while the store is opened: the two take as long as each other.
struct BackgroundSweep {
    typealias Swept = (folder: LibraryFolder, sweep: Sweep)

    private let sweeps: Background<[Swept]>

    /// Begins at once.
    init(folders: [String]) {
        sweeps = Background {
            folders.map { path in
                let folder = LibraryFolder(path: path)
                return (folder, folder.sweep())
            }
        }
    }

    /// What was found, once all has been looked at.
    func result() throws -> [Swept] { try sweeps.value() }
}
