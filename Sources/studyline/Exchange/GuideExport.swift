import StudyContent
import StudyCore
import StudyExchange
import StudyStore

/// Writes the guides of a scope in a format of others.
struct GuideExport {
    let desk: Desk
    let scope: Store.Scope
    /// Whether guides that were pasted from others' pages come along.
    let hasPasted: Bool

    func run(_ format: any GuideText, to output: ExportOutput) throws {
        var format = format
        let store = try desk.store
        let heads = try store.guideHeads(in: scope)
        guard !heads.isEmpty else { throw ExportError.nothing }
        var classes: [String] = []
        for head in heads where !classes.contains(head.className) { classes.append(head.className) }
        try output.write(format.opening(classes: classes))
        var left = 0
        try GuideFiles(heads).forEach { guide in
            guard hasPasted || !guide.sources.contains(DraftGuide.pasted) else {
                left += 1
                return
            }
            guard let record = try store.guide(guide.id), record.items.count == guide.items.count
            else { throw LibraryError.gone(path: guide.path) }
            try output.write(format.text(of: guide, ids: record.items.map(\.id)))
        }
        if left > 0 {
            StandardError.write(
                "\(Phrases.count(left, "guide")) pasted from others' pages left out; --pasted takes them along."
            )
        }
    }
}

/// Reads guides from their files, some files at a time, so that no library is too big for memory.
struct GuideFiles {
    private static let filesAtATime = 100

    private let heads: [GuideHead]

    init(_ heads: [GuideHead]) {
        self.heads = heads
    }

    /// Hands over the guides with their sections, in the order of the heads, each once.
    func forEach(_ body: (Guide) throws -> Void) throws {
        var folders: [String: (folder: LibraryFolder, sweep: Sweep, classes: [ClassInfo])] = [:]
        var rest = heads[...]
        while let first = rest.first {
            let part = rest.prefix(Self.filesAtATime).prefix { $0.library == first.library }
            rest = rest.dropFirst(part.count)
            let known =
                folders[first.library]
                ?? {
                    let folder = LibraryFolder(path: first.library)
                    let sweep = folder.sweep()
                    return (folder, sweep, folder.classes(sweep.classFiles).classes)
                }()
            folders[first.library] = known
            let paths = Set(part.map(\.path))
            let files = known.sweep.files.filter { paths.contains($0.path) }
            let guides = known.folder.load(files, classes: known.classes).flatMap(\.guides)
            let byID = Dictionary(
                guides.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for head in part {
                if let guide = byID[head.id] { try body(guide) }
            }
        }
    }
}
