import StudyContent
import StudyCore
import StudyExchange
import StudyStore

/// The files that the notes of a package would become; nothing is written by making it.
struct PackagePlan {
    /// An item as the loader of guides would read it, and where it comes from.
    struct PlannedItem: Sendable {
        let origin: PackageDrafts.Origin
        let guide: Guide.ID
        let fingerprint: Fingerprint
    }

    struct File: Sendable {
        /// Relative to the library.
        let path: String
        let text: String
        /// The text as the loader of guides reads it.
        let loaded: LoadedFile
    }

    private(set) var files: [File] = []
    private(set) var items: [PlannedItem] = []
    private(set) var guides: [Guide.ID] = []
    /// Notes by place: class and unit.
    private(set) var counts: [AnkiPlace: Int] = [:]
    /// Items that would not be read as they are meant, and so are without their history.
    private(set) var misread = 0

    /// Terms of a file that are a row each.
    private static let rows = 1000

    /// - Parameters:
    ///   - notes: In their order; nil for those that are left out.
    ///   - source: What the guides name as where they come from.
    ///   - folder: The folder of a class and unit, in the library.
    ///   - isTaken: Whether there is a guide of a name.
    ///   - hasFile: Whether there is a file of a path.
    ///   - advance: Called with the number of files made since the last time.
    init(
        _ notes: [ReadNote?], source: String, folder: (DraftGuide) -> String,
        isTaken: @escaping (Guide.ID) -> Bool, hasFile: (String) -> Bool,
        advance: (Int) throws -> Void
    ) rethrows {
        let drafts = PackageDrafts(notes, source: source, isTaken: isTaken)
        let layout = Self.layout(drafts.guides, folder: folder, hasFile: hasFile)
        var start = 0
        while start < layout.count {
            let batch = layout[start..<min(start + Self.batch, layout.count)]
            for made in concurrently(batch.count, { Self.made(batch[batch.startIndex + $0]) }) {
                add(made)
            }
            start += batch.count
            try advance(batch.count)
        }
        for note in notes { if let note { counts[note.place, default: 0] += 1 } }
    }

    /// Hands the files over, with all their texts.
    mutating func releaseFiles() -> [File] {
        defer { files = [] }
        return files
    }

    /// Files that are made between two reports of how far it is.
    private static let batch = 64

    /// A file to be made.
    private struct Layout: Sendable {
        let path: String
        let guides: ArraySlice<PackageDrafts.Guide>
    }

    private static func layout(
        _ guides: [PackageDrafts.Guide], folder: (DraftGuide) -> String,
        hasFile: (String) -> Bool
    ) -> [Layout] {
        var layout: [Layout] = []
        var taken: Set<String> = []
        var start = 0
        while start < guides.count {
            let end = end(ofFileFrom: start, guides)
            let first = guides[start].draft
            let name =
                end == start + 1 ? first.term : (first.unit ?? first.className ?? "") + " terms"
            let path = GuidePath.free(folder(first), name) { taken.contains($0) || hasFile($0) }
            taken.insert(path)
            layout.append(Layout(path: path, guides: guides[start..<end]))
            start = end
        }
        return layout
    }

    /// Where a file ends: terms of a place share one, other guides have one each.
    private static func end(ofFileFrom start: Int, _ guides: [PackageDrafts.Guide]) -> Int {
        func isRow(_ draft: DraftGuide) -> Bool {
            draft.facts.isEmpty && draft.questions.isEmpty && draft.clozes.isEmpty
                && draft.definition?.contains("\n") == false
        }
        let first = guides[start].draft
        guard isRow(first) else { return start + 1 }
        var end = start + 1
        while end < guides.count, end - start < rows, isRow(guides[end].draft),
            guides[end].draft.className == first.className, guides[end].draft.unit == first.unit
        { end += 1 }
        return end
    }

    /// A file with what was found of its items.
    private struct Made: Sendable {
        let file: File
        var items: [PlannedItem] = []
        var misread = 0

        /// Notes the items of a guide, each kind in the order of what it comes from.
        mutating func add(_ origins: [PackageDrafts.Origin], of guide: Guide?) {
            for kind in Item.Kind.allCases {
                let meant = origins.filter { $0.kind == kind }
                let read = guide?.items.filter { $0.kind == kind } ?? []
                guard let guide, meant.count == read.count else {
                    // One that was not read makes all of its kind uncertain.
                    misread += meant.count
                    continue
                }
                for (origin, item) in zip(meant, read) {
                    items.append(
                        PlannedItem(origin: origin, guide: guide.id, fingerprint: Fingerprint(item))
                    )
                }
            }
        }
    }

    /// Writes a file, reads it as the loader would, and finds its items again.
    private static func made(_ layout: Layout) -> Made {
        let className = layout.guides.first?.draft.className ?? ""
        let text = GuideMarkdown.file(layout.guides.map(\.draft), className: className)
        let loaded = GuideParser().parse(
            Array(text.utf8), path: layout.path, defaults: GuideDefaults(className: className))
        var made = Made(file: File(path: layout.path, text: text, loaded: loaded))
        let found = Dictionary(
            loaded.guides.map { ($0.id.termSlug, $0) }, uniquingKeysWith: { first, _ in first })
        for planned in layout.guides {
            made.add(planned.origins, of: found[slug(planned.draft.term)])
        }
        return made
    }

    private mutating func add(_ made: Made) {
        files.append(made.file)
        items += made.items
        misread += made.misread
        guides += made.file.loaded.guides.map(\.id)
    }
}
