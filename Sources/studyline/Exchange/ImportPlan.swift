import StudyContent
import StudyCore
import StudyExchange
import StudyStore

/// What an import would do to the library; nothing is written by making it.
struct ImportPlan {
    /// How a draft stands to the guides that are there.
    enum Standing: Equatable {
        case new
        /// The same is there already, in this file.
        case same(path: String)
        /// A guide of this name is there with other items: what only it has, and what only the draft has.
        case different(path: String, gone: [String], added: [String])
        /// A guide of this name came in before it; this one is left out.
        case again
    }

    struct Entry {
        let draft: DraftGuide
        let id: Guide.ID
        /// As the loader would read it.
        let guide: Guide
        let standing: Standing
    }

    /// A file to be written.
    struct File {
        /// Relative to the library.
        let path: String
        let text: String
        let problems: [ContentProblem]
    }

    let place: ImportPlace
    private(set) var entries: [Entry] = []
    private(set) var files: [File] = []

    /// Plans an import.
    ///
    /// - Parameters:
    ///   - drafts: What came in; each has a class.
    ///   - place: The library.
    ///   - listName: Names the file of guides that are a row each.
    ///   - existing: What is there already.
    /// - Throws: When the store cannot be read.
    init(_ drafts: [DraftGuide], at place: ImportPlace, listName: String, existing: ExistingGuides)
        throws
    {
        self.place = place
        var fresh: [DraftGuide] = []
        var seen: Set<Guide.ID> = []
        for draft in drafts {
            let id = Guide.ID(classSlug: slug(draft.className ?? ""), termSlug: slug(draft.term))
            guard let guide = Self.read([draft]).guides.first else { continue }
            let isFirst = seen.insert(id).inserted
            let standing = isFirst ? try Self.standing(of: guide, id, existing) : .again
            entries.append(Entry(draft: draft, id: id, guide: guide, standing: standing))
            if standing == .new { fresh.append(draft) }
        }
        var taken: Set<String> = []
        for group in Self.groups(fresh) {
            let folder = existing.folder(of: group[0])
            let name = group.count == 1 ? slug(group[0].term) : slug(listName)
            let path = GuidePath.free(folder, name) { taken.contains($0) || existing.hasFile($0) }
            taken.insert(path)
            files.append(
                File(
                    path: path,
                    text: GuideMarkdown.file(group, className: group[0].className ?? ""),
                    problems: Self.read(group).problems))
        }
    }

    /// Drafts that become a file: guides of more than a definition have one each.
    private static func groups(_ drafts: [DraftGuide]) -> [[DraftGuide]] {
        var groups: [[DraftGuide]] = []
        for draft in drafts {
            if draft.isTermOnly, let last = groups.last?.last, last.isTermOnly,
                last.className == draft.className, last.unit == draft.unit,
                last.sources == draft.sources, groups[groups.count - 1].count < 1000
            {
                groups[groups.count - 1].append(draft)
            } else {
                groups.append([draft])
            }
        }
        return groups
    }

    /// Drafts as the loader would read them.
    private static func read(_ drafts: [DraftGuide]) -> LoadedFile {
        let className = drafts.first?.className ?? ""
        let text = GuideMarkdown.file(drafts, className: className)
        return GuideParser().parse(
            Array(text.utf8), path: "import.md", defaults: GuideDefaults(className: className))
    }

    private static func standing(
        of guide: Guide, _ id: Guide.ID, _ existing: ExistingGuides
    ) throws -> Standing {
        guard let (path, items) = try existing.items(of: id) else { return .new }
        let new = guide.items.map(words)
        let old = items.map(words)
        let gone = old.filter { !new.contains($0) }
        let added = new.filter { !old.contains($0) }
        return gone.isEmpty && added.isEmpty
            ? .same(path: path) : .different(path: path, gone: gone, added: added)
    }

    /// An item in one line, for comparing and showing.
    private static func words(_ item: Item) -> String {
        let text = item.text.plain + (item.answer.map { " - \($0.plain)" } ?? "")
        return "\(item.kind.rawValue): "
            + text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension DraftGuide {
    /// Whether it is a term and its definition and no more.
    fileprivate var isTermOnly: Bool {
        facts.isEmpty && questions.isEmpty && clozes.isEmpty && sections.isEmpty && aliases.isEmpty
    }
}

/// Paths of imported guides, made of slugs: letters, digits and hyphens, so that none leads out of the
/// library whatever a stranger calls a term.
enum GuidePath {
    /// File systems take 255 bytes.
    private static let longest = 100

    /// A name as a folder or file.
    static func part(_ name: String) -> String {
        var part = slug(name)
        while part.utf8.count > longest { part.removeLast() }
        return part.isEmpty ? "guides" : part
    }

    /// A path in a folder that is not taken: the name, else with `-2`, `-3`, ….
    static func free(_ folder: String, _ name: String, isTaken: (String) -> Bool) -> String {
        let stem = "\(folder)/\(part(name))"
        var number = 1
        var path = "\(stem).md"
        while isTaken(path) {
            number += 1
            path = "\(stem)-\(number).md"
        }
        return path
    }
}
