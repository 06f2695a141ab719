import FSRS
import StudyContent
import StudyCore
import StudyStore

/// Keeps the store's catalogue as the guides' files are.
struct LibraryIndex {
    /// What a look at the files found.
    struct Report: Equatable {
        /// Problems in files, those of earlier looks included; nil when nothing had changed: the store
        /// knows their number then, and is only asked when it is shown.
        var problems: Int?
        /// Nil when nothing had changed.
        var change: CatalogueReport?
    }

    let desk: Desk

    /// Looks at every file's stamp, and reads the files that changed since the last look.
    func refresh(_ store: Store, from sweep: BackgroundSweep) throws -> Report {
        let sweeps = sweep.result()
        let digest = Self.digest(sweeps.map { ($0.folder.path, $0.sweep.digest) })
        if try store.catalogueDigest() == digest {
            return Report()
        }
        if sweeps.isEmpty { return Report() }
        let change = try difference(sweeps, store, digest)
        return Report(
            problems: change.problems, change: try store.update(change.change, at: desk.now()))
    }

    /// What is other than in the catalogue, read.
    private func difference(
        _ sweeps: [BackgroundSweep.Swept], _ store: Store, _ digest: UInt64
    ) throws -> (change: CatalogueChange, problems: Int) {
        var known = KnownFiles(try store.files())
        var change = CatalogueChange(digest: digest)
        var problems = 0
        for (folder, sweep) in sweeps {
            if sweep.files.isEmpty, let problem = sweep.problems.first {
                throw fileExists(folder.path)
                    ? LibraryError.unreadable("\(folder.path): \(problem.message)")
                    : LibraryError.missing(path: folder.path)
            }
            problems += sweep.problems.count
            var changed: [FileStamp] = []
            for stamp in sweep.files {
                let file = CatalogueFile(library: folder.path, stamp)
                let old = known.take(folder.path, stamp.path)
                if let old, old.hasSameStamp(as: file) {
                    problems += old.problems
                } else {
                    changed.append(stamp)
                }
            }
            guard !changed.isEmpty else { continue }
            let classes = folder.classes(sweep.classFiles).classes
            let loaded = zip(changed, folder.load(changed, classes: classes))
            let order = TeachingOrder(classes)
            for (stamp, loaded) in loaded.sorted(by: { order.isBefore($0.1, $1.1) }) {
                var file = CatalogueFile(library: folder.path, stamp)
                file.problems = loaded.problems.count { $0.severity == .error }
                problems += file.problems
                change.read.append((file, loaded.guides))
            }
        }
        change.removed = known.left.map { ($0.library, $0.path) }
        return (change, problems)
    }

    /// One number for all libraries and where they lie.
    private static func digest(_ parts: [(path: String, digest: UInt64)]) -> UInt64 {
        let text = parts.map { "\($0.path)\u{0}\($0.digest)" }.joined(separator: "\u{0}")
        var generator = SeededGenerator(text: text, number: parts.count)
        return generator.next()
    }
}

/// The catalogue's files, taken out one by one: at once as long as they are asked for in their order,
/// which a sweep keeps nearly always, and else by a table of those left.
private struct KnownFiles {
    private struct Key: Hashable {
        let library: String
        let path: String
    }

    private let files: [CatalogueFile]
    private var next = 0
    private var others: [Key: CatalogueFile]?

    init(_ files: [CatalogueFile]) {
        self.files = files
    }

    mutating func take(_ library: String, _ path: String) -> CatalogueFile? {
        if others == nil, next < files.count, files[next].path == path,
            files[next].library == library
        {
            next += 1
            return files[next - 1]
        }
        if others == nil {
            others = Dictionary(
                files[next...].map { (Key(library: $0.library, path: $0.path), $0) },
                uniquingKeysWith: { first, _ in first })
        }
        return others?.removeValue(forKey: Key(library: library, path: path))
    }

    /// Those not taken.
    var left: [CatalogueFile] { others.map { Array($0.values) } ?? Array(files[next...]) }
}

extension CatalogueFile {
    /// A file as a sweep found it.
    ///
    /// A guide's class name hangs on the class's own file, so that one's digest is part of the stamp.
    fileprivate init(library: String, _ stamp: FileStamp) {
        self.init(
            library: library, path: stamp.path, size: Int(stamp.size), modified: stamp.modified,
            inode: stamp.inode ^ stamp.classDigest)
    }

    fileprivate func hasSameStamp(as other: CatalogueFile) -> Bool {
        size == other.size && modified == other.modified && inode == other.inode
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
