import StudyContent
import StudyCore
import StudyExchange
import StudyStore

/// The guides that an import meets: those in use, and those of the library it goes to.
struct ExistingGuides {
    private let library: String
    private let store: Store
    /// Guides of a library that is not in use; nil for one that is.
    private let others: [Guide.ID: Guide]?
    /// The texts of their items, by class.
    private let otherTexts: [String: Set<Fingerprint>]

    init(_ desk: Desk, library: String) throws {
        self.library = library
        store = try desk.store
        guard !desk.reads(library), folderExists(library) else {
            others = nil
            otherTexts = [:]
            return
        }
        let guides = loadLibrary(at: LibraryFolder(path: library)).flatMap(\.guides)
        others = Dictionary(guides.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var texts: [String: Set<Fingerprint>] = [:]
        for guide in guides {
            texts[guide.id.classSlug, default: []].formUnion(guide.items.map(Fingerprint.init))
        }
        otherTexts = texts
    }

    /// The names of guides in a library that is not in use.
    var namesNotInUse: Set<Guide.ID> { Set((others ?? [:]).keys) }

    /// Whether a class has an item of this text in a library that is not in use.
    func holdsNotInUse(_ text: Fingerprint, inClass slug: String) -> Bool {
        otherTexts[slug]?.contains(text) == true
    }

    /// Where a guide of this name is and what it holds; nil when there is none.
    func items(of id: Guide.ID) throws -> (path: String, items: [Item])? {
        if let others {
            return others[id].map { ("\(library)/\($0.path)", $0.items) }
        }
        guard let record = try store.guide(id) else { return nil }
        return ("\(record.head.library)/\(record.head.path)", record.items.map(\.item))
    }

    func hasFile(_ path: String) -> Bool { fileExists("\(library)/\(path)") }

    /// The folder, in the library, of a draft's class and unit.
    func folder(of draft: DraftGuide) -> String {
        let folder = GuidePath.part(draft.className ?? "")
        return draft.unit.map { "\(folder)/\(GuidePath.part($0))" } ?? folder
    }
}
