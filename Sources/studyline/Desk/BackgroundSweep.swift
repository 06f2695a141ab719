import Dispatch
import StudyContent
import Synchronization

/// A look at the files of the libraries, while the store is opened: the two take as long as each other.
final class BackgroundSweep: Sendable {
    typealias Swept = (folder: LibraryFolder, sweep: Sweep)

    private let group = DispatchGroup()
    private let found = Mutex<[Swept]>([])

    /// Begins at once.
    init(folders: [String]) {
        DispatchQueue.global(qos: .userInitiated).async(group: group) {
            let sweeps = folders.map { path -> Swept in
                let folder = LibraryFolder(path: path)
                return (folder, folder.sweep())
            }
            self.found.withLock { $0 = sweeps }
        }
    }

    /// What was found, once all has been looked at.
    func result() -> [Swept] {
        group.wait()
        return found.withLock { $0 }
    }
}
