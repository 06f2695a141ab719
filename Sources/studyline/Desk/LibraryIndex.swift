import FSRS
import StudyContent
import StudyCore
import StudyStore

/// Keeps the store's catalogue as the guides' files are.
struct LibraryIndex {
    let desk: Desk
    /// Files that were read before they were written.
    var written = KnownFiles()

    /// Looks at every file's stamp, and reads the files that changed since the last look.
    func refresh(_ store: Store, from sweep: BackgroundSweep) throws {
        let sweeps = try sweep.result()
        if sweeps.isEmpty { return }
        var digest = CatalogueDigest()
        for (folder, sweep) in sweeps { digest.add(sweep.digest, at: folder.path) }
        let known = try store.catalogueDigest()
        if known == digest { return }
        _ = try store.update(
            difference(of: sweeps, digest, from: known, store), at: desk.now())
    }

    /// What is other than in the catalogue, read.
    private func difference(
        of sweeps: [BackgroundSweep.Swept], _ digest: CatalogueDigest,
        from known: CatalogueDigest?, _ store: Store
    ) throws -> CatalogueChange {
        let buckets = known.map { digest.buckets(differingFrom: $0) }
        var files = Dictionary(
            try store.files(inBuckets: buckets.map(Set.init)).map { ($0.place, $0) },
            uniquingKeysWith: { first, _ in first })
        var change = CatalogueChange(digest: digest, from: known)
        var order = TeachingOrder()
        for (folder, sweep) in sweeps {
            if sweep.files.isEmpty, let problem = sweep.problems.first {
                throw fileExists(folder.path)
                    ? LibraryError.unreadable("\(folder.path): \(problem.message)")
                    : LibraryError.missing(path: folder.path)
            }
            var changed: [(stamp: FileStamp, file: CatalogueFile)] = []
            for stamp in sweep.files(inBuckets: buckets) {
                let file = CatalogueFile(library: folder.path, stamp)
                let old = files.removeValue(forKey: file.place)
                if old?.hasSameStamp(as: file) != true { changed.append((stamp, file)) }
            }
            guard !changed.isEmpty else { continue }
            let classes = folder.classes(sweep.classFiles).classes
            for info in classes { order.add(info.units, of: info.folder, in: folder.path) }
            let loaded = zip(
                changed, folder.load(changed.map(\.stamp), classes: classes, knowing: written))
            let placed = loaded.map { changed, loaded in
                let unit = loaded.guides.first?.unit
                let place = order.place(of: unit, in: folder.path, path: loaded.path)
                return (changed.file, loaded, place: place)
            }
            for (file, loaded, _) in placed.sorted(by: { $0.place < $1.place }) {
                var file = file
                file.problems = loaded.problems.count { $0.severity == .error }
                change.read.append((file, loaded.guides))
            }
        }
        change.order = order
        change.removed = files.values.map { ($0.library, $0.path) }
        return change
    }
}

extension CatalogueFile {
    fileprivate struct Place: Hashable {
        let library: String
        let path: String
    }

    fileprivate var place: Place { Place(library: library, path: path) }

    /// A file as a sweep found it.
    ///
    /// A guide's class name hangs on the class's own file, so that one's digest is part of the stamp.
    fileprivate init(library: String, _ stamp: FileStamp) {
        self.init(
            library: library, path: stamp.path, size: Int(stamp.size), modified: stamp.modified,
            inode: stamp.inode ^ stamp.classDigest, bucket: stamp.bucket)
    }

    fileprivate func hasSameStamp(as other: CatalogueFile) -> Bool {
        size == other.size && modified == other.modified && inode == other.inode
            && bucket == other.bucket
    }
}

/// Guides that cannot be had.
enum LibraryError: Error, Equatable, CustomStringConvertible {
    case unreadable(String)
    case missing(path: String)
    case noGuides(path: String)
    case gone(path: String)

    var description: String {
        switch self {
        case .unreadable(let problem): problem
        case .missing(let path):
            "'\(path)' is not there; name a folder of guides that is"
        case .noGuides(let path):
            "'\(path)' is no folder, and no guide by its name; guides end in .md, tables of terms in .tsv or .csv"
        case .gone(let path):
            "\(path) is not there any more; run the command again to see what is"
        }
    }
}
