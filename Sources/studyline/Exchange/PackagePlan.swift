import StudyContent
import StudyCore
import StudyExchange
import StudyStore

/// The files that the notes of a package would become; nothing is written by making it.
struct PackagePlan {
    /// An item as the loader of guides would read it, and where it comes from.
    struct PlannedItem {
        let origin: PackageDrafts.Origin
        let guide: Guide.ID
        let fingerprint: Fingerprint
    }

    struct File {
        /// Relative to the library.
        let path: String
        let text: String
        let guides: Int
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
    ///   - advance: Called for each file.
    init(
        _ notes: [ReadNote?], source: String, folder: (DraftGuide) -> String,
        isTaken: @escaping (Guide.ID) -> Bool, hasFile: (String) -> Bool,
        advance: () throws -> Void
    ) rethrows {
        let drafts = PackageDrafts(notes, source: source, isTaken: isTaken)
        var taken: Set<String> = []
        var start = 0
        while start < drafts.guides.count {
            let end = Self.end(ofFileFrom: start, drafts.guides)
            let group = Array(drafts.guides[start..<end])
            start = end
            let first = group[0].draft
            let name =
                group.count == 1 ? first.term : (first.unit ?? first.className ?? "") + " terms"
            let path = GuidePath.free(folder(first), name) { taken.contains($0) || hasFile($0) }
            taken.insert(path)
            let text = GuideMarkdown.file(group.map(\.draft), className: first.className ?? "")
            files.append(File(path: path, text: text, guides: group.count))
            read(text, path, group)
            try advance()
        }
        for note in notes { if let note { counts[note.place, default: 0] += 1 } }
    }

    /// Gives the files up, once they are written.
    mutating func releaseTexts() { files = [] }

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

    /// Reads a file as the loader would, and finds its items again.
    private mutating func read(_ text: String, _ path: String, _ group: [PackageDrafts.Guide]) {
        let loaded = GuideParser().parse(
            Array(text.utf8), path: path,
            defaults: GuideDefaults(className: group[0].draft.className ?? ""))
        let found = Dictionary(
            loaded.guides.map { ($0.id.termSlug, $0) }, uniquingKeysWith: { first, _ in first })
        for planned in group {
            guard let guide = found[slug(planned.draft.term)] else {
                misread += planned.origins.count
                continue
            }
            guides.append(guide.id)
            guard guide.items.map(\.kind) == planned.origins.map(\.kind) else {
                misread += planned.origins.count
                continue
            }
            for (item, origin) in zip(guide.items, planned.origins) {
                items.append(
                    PlannedItem(
                        origin: origin, guide: guide.id,
                        fingerprint: Fingerprint(
                            kind: item.kind, text: item.text.plain, answer: item.answer?.plain)))
            }
        }
    }
}
