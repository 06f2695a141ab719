internal import Dispatch
internal import Synchronization

/// A look over a library's folder and all below it.
///
/// Left out are hidden names, `README.md` (for authors) and files that are no guides. A folder is entered
/// once, however many links lead to it.
struct FolderSweep {
    private let root: String
    private let limits: ContentLimits
    private var seen: Set<FolderKey> = []
    private(set) var result = Sweep()

    private struct FolderKey: Hashable {
        let device: UInt64
        let inode: UInt64
    }

    /// A folder that is still to be looked at.
    private struct Pending {
        /// Relative to the root; empty for the root itself.
        var path: String
        var depth: Int
        var classDigest: UInt64
    }

    init(root: String, limits: ContentLimits) {
        self.root = root
        self.limits = limits
    }

    mutating func run() {
        let top = Pending(path: "", depth: 0, classDigest: 0)
        let classes = look(into: top)
        guard classes.count > 1, let parts = sideBySide(classes) else {
            return run(through: classes)
        }
        for part in parts {
            seen.formUnion(part.seen)
            result.files += part.result.files
            result.classFiles += part.result.classFiles
            result.problems += part.result.problems
        }
    }

    /// Looks into folders and all below them, one after another.
    private mutating func run(through folders: [Pending]) {
        // Last in, first out: the order of the paths holds when the folders go in backwards.
        var pending = Array(folders.reversed())
        while let folder = pending.popLast() {
            pending += look(into: folder).reversed()
            if result.files.count > limits.files {
                let surplus = result.files[limits.files]
                result.files.removeSubrange(limits.files...)
                report(
                    .tooManyFiles, .error, surplus.path,
                    "the library holds more than \(limits.files) guides, and those from here on are not read; split it"
                )
                return
            }
        }
    }

    /// Looks into each class on a core of its own: nearly all the time goes into asking the system.
    ///
    /// - Returns: What is in the classes, in their order; nil when they cannot be told apart (a link
    ///   leads from one into another) or hold too much together: one after another decides then.
    private func sideBySide(_ classes: [Pending]) -> [FolderSweep]? {
        let before = self
        let found = Mutex([FolderSweep?](repeating: nil, count: classes.count))
        DispatchQueue.concurrentPerform(iterations: classes.count) { index in
            var part = FolderSweep(root: before.root, limits: before.limits)
            part.seen = before.seen
            part.run(through: [classes[index]])
            let done = part
            found.withLock { $0[index] = done }
        }
        let parts = found.withLock { $0.compactMap { $0 } }
        let files = parts.reduce(result.files.count) { $0 + $1.result.files.count }
        let folders = parts.reduce(0) { $0 + $1.seen.count - seen.count }
        let different = parts.reduce(into: seen) { $0.formUnion($1.seen) }.count - seen.count
        return files <= limits.files && folders == different ? parts : nil
    }

    /// Takes the files of a folder.
    ///
    /// - Returns: The folders in it.
    private mutating func look(into folder: Pending) -> [Pending] {
        let path = folder.path.isEmpty ? root : "\(root)/\(folder.path)"
        do {
            let open = try OpenFolder(path: path)
            let own = try open.status(of: ".")
            guard seen.insert(FolderKey(device: own.device, inode: own.inode)).inserted else {
                report(
                    .folderLoop, .warning, folder.path,
                    "the folder was read already under another name, and is not read again; remove the link"
                )
                return []
            }
            return look(into: folder, open)
        } catch {
            report(
                .unreadable, .error, folder.path.isEmpty ? "." : folder.path,
                "the folder cannot be read (\(error.words)); look at its permissions")
            return []
        }
    }

    private mutating func look(into folder: Pending, _ open: borrowing OpenFolder) -> [Pending] {
        var folders: [Pending] = []
        var files: [FileStamp] = []
        var classDigest = folder.classDigest
        for name in sortedNames(of: folder, open) {
            let path = folder.path.isEmpty ? name : "\(folder.path)/\(name)"
            let isGuide = GuideParser.reads(fileName: name)
            do {
                let status = try open.status(of: name)
                switch status.kind {
                case .folder:
                    if isGuide {
                        report(
                            .notAFile, .warning, path,
                            "this is a folder and is read as one; take the ending off its name")
                    }
                    folders.append(
                        Pending(path: path, depth: folder.depth + 1, classDigest: 0))
                case .file where isGuide:
                    let stamp = FileStamp(
                        path: path, size: status.size, modified: status.modified,
                        inode: status.inode)
                    if folder.depth == 1, name.isSameName(as: "class.md") {
                        result.classFiles.append(stamp)
                        classDigest = stamp.digest
                    } else if !name.isSameName(as: "readme.md") {
                        files.append(stamp)
                    }
                case .other where isGuide:
                    report(
                        .notAFile, .error, path,
                        "this is no file that can be read; move it out of the library")
                default: break
                }
            } catch {
                if isGuide {
                    report(
                        .unreadable, .error, path,
                        "the file cannot be read (\(error.words)); look at its link and permissions"
                    )
                }
            }
        }
        for file in files.indices { files[file].classDigest = classDigest }
        result.files += files
        guard folder.depth < limits.folderDepth else {
            for inner in folders {
                report(
                    .folderTooDeep, .error, inner.path,
                    "folders stand more than \(limits.folderDepth) deep; move this one up")
            }
            return []
        }
        return folders.map {
            Pending(path: $0.path, depth: $0.depth, classDigest: classDigest)
        }
    }

    private mutating func sortedNames(
        of folder: Pending, _ open: borrowing OpenFolder
    ) -> [String] {
        var names: [String] = []
        var unreadable = 0
        for name in open.names() {
            if let name { names.append(name) } else { unreadable += 1 }
        }
        if unreadable > 0 {
            report(
                .badFileName, .error, folder.path.isEmpty ? "." : folder.path,
                "the names of \(unreadable) files or folders in here are not UTF-8; rename them")
        }
        return names.sorted()
    }

    private mutating func report(
        _ code: ProblemCode, _ severity: ContentProblem.Severity, _ path: String, _ message: String
    ) {
        result.problems.append(ContentProblem(code, severity, file: path, message: message))
    }
}

extension String {
    /// Whether two names differ in case alone; the length is compared first, since that is cheap.
    fileprivate func isSameName(as other: String) -> Bool {
        utf8.count == other.utf8.count && lowercased() == other
    }
}
