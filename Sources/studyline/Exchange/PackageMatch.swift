import StudyCore
import StudyExchange
import StudyStore

/// Which items of a package are in the library already, and what is to be written of the others.
struct PackageMatch {
    /// An item of a note, as it stands in a guide.
    private struct Link {
        let item: Int
        let id: Item.ID
        let fingerprint: Fingerprint
        let cards: [Int: [Card.Facet]]
    }

    /// By the note's place.
    private var links: [[Link]]
    private var own: [Int: Store.Standing] = [:]
    private var old: Set<Item.ID> = []
    /// What is to be written; nil when that is nothing.
    private(set) var plan: PackagePlan?
    /// Notes that are in the library already, and those of them that have other words there.
    private(set) var known = 0
    private(set) var changed = 0

    init(
        _ desk: Desk, _ contents: PackageContents, name: String, existing: ExistingGuides,
        work: LongWork
    ) throws {
        let store = try desk.store
        var notes = contents.notes
        links = Array(repeating: [], count: notes.count)
        for (index, note) in notes.enumerated() {
            guard let id = note?.own, let standing = try store.standing(id) else { continue }
            own[index] = standing
            old.insert(id)
            notes[index] = nil
        }
        var files = 0
        func plan(_ notes: [ReadNote?], isTaken: @escaping (Guide.ID) -> Bool) -> PackagePlan {
            PackagePlan(
                notes, source: name, folder: existing.folder, isTaken: isTaken,
                hasFile: existing.hasFile
            ) { made in
                files += made
                work.show("Making guides: \(Phrases.grouped(files))")
            }
        }
        let whole = plan(notes) { _ in false }
        let taken = Set(try store.guideHeads(in: .all).map(\.id))
        if !taken.isEmpty { try link(whole, contents, store) }
        let linked = links.count { !$0.isEmpty }
        known = own.count + linked
        if whole.items.isEmpty { return }
        if linked == 0, own.isEmpty, taken.isDisjoint(with: whole.guides) {
            self.plan = whole
            return
        }
        let fresh = unlinked(whole)
        if fresh.isEmpty { return }
        for (index, note) in notes.enumerated() {
            guard var note else { continue }
            note.items.removeAll { fresh[index]?.contains($0.index) != true }
            notes[index] = note.items.isEmpty ? nil : note
        }
        self.plan = plan(notes) { taken.contains($0) }
    }

    /// Finds items by their words, else by the names of their notes.
    private mutating func link(
        _ plan: PackagePlan, _ contents: PackageContents, _ store: Store
    ) throws {
        let found = try store.standing(withTexts: Set(plan.items.map(\.fingerprint)))
        var renamed: [PackagePlan.PlannedItem] = []
        func link(_ item: PackagePlan.PlannedItem, _ standing: Store.Standing) {
            add(item, standing.item)
            old.insert(standing.item)
        }
        for item in plan.items {
            let candidates = found[item.fingerprint] ?? []
            let standing =
                candidates.first { $0.guide == item.guide }
                ?? candidates.first { $0.guide.classSlug == item.guide.classSlug }
            if let standing { link(item, standing) } else { renamed.append(item) }
        }
        let named = try store.standing(
            named: renamed.lazy.map { Self.name($0.origin, contents) })
        if named.isEmpty { return }
        for item in renamed {
            guard let standing = named[Self.name(item.origin, contents)] else { continue }
            changed += 1
            link(item, standing)
        }
    }

    private mutating func add(_ item: PackagePlan.PlannedItem, _ id: Item.ID) {
        links[item.origin.note].append(
            Link(
                item: item.origin.item, id: id, fingerprint: item.fingerprint,
                cards: item.origin.cards))
    }

    /// Items that are in no guide, by note.
    private func unlinked(_ plan: PackagePlan) -> [Int: Set<Int>] {
        var fresh: [Int: Set<Int>] = [:]
        for item in plan.items
        where !links[item.origin.note].contains(where: { $0.item == item.origin.item }) {
            fresh[item.origin.note, default: []].insert(item.origin.item)
        }
        return fresh
    }

    /// Finds the items of the files that were written.
    mutating func findWritten(_ desk: Desk) throws {
        guard let plan else { return }
        let found = try desk.store.items(of: plan.guides)
        for item in plan.items {
            guard let id = found[item.guide]?[item.fingerprint] else { continue }
            add(item, id)
        }
    }

    /// Hands the files over, with all their texts.
    mutating func releaseFiles() -> [PackagePlan.File] { plan?.releaseFiles() ?? [] }

    /// Whether any card of the package asks something here.
    var hasLinks: Bool { !own.isEmpty || links.contains { !$0.isEmpty } }

    /// Whether any item was here before.
    var hasOld: Bool { !old.isEmpty }

    /// Whether the item was here before, so that answers to it may be.
    func isOld(_ item: Item.ID) -> Bool { old.contains(item) }

    /// The cards here that a card of the package asks.
    func targets(
        of card: PackageContents.CardReference, _ contents: PackageContents
    ) -> [PackageHistory.Target] {
        if let standing = own[card.note] {
            guard let facet = contents.notes[card.note]?.ownFacet(ofCard: card.ordinal) else {
                return []
            }
            return [
                PackageHistory.Target(
                    card: Card.ID(item: standing.item, facet: facet),
                    fingerprint: standing.fingerprint)
            ]
        }
        var targets: [PackageHistory.Target] = []
        for link in links[card.note] {
            for facet in link.cards[card.ordinal] ?? [] {
                targets.append(
                    PackageHistory.Target(
                        card: Card.ID(item: link.id, facet: facet), fingerprint: link.fingerprint))
            }
        }
        return targets
    }

    /// What items are called in Anki.
    func names(_ contents: PackageContents) -> [(name: String, item: Item.ID)] {
        links.enumerated().flatMap { note, links in
            links.map { link in
                (Self.name(contents.notes[note]?.guid ?? "", link.item), link.id)
            }
        }
    }

    private static func name(_ origin: PackageDrafts.Origin, _ contents: PackageContents) -> String
    {
        name(contents.notes[origin.note]?.guid ?? "", origin.item)
    }

    private static func name(_ guid: String, _ item: Int) -> String {
        "anki:\(HarmlessName.part(guid)):\(item)"
    }
}

/// Names from a stranger, cut where they are longer than any name of Anki.
private enum HarmlessName {
    static func part(_ name: String) -> String {
        String(decoding: name.utf8.prefix(200).filter { $0 != 0 }, as: UTF8.self)
    }
}
