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
    /// Whether any note is known only by a guide of a library that is not in use.
    private(set) var isPartlyNotInUse = false

    init(
        _ desk: Desk, _ contents: PackageContents, name: String, existing: ExistingGuides,
        work: LongWork
    ) throws {
        let store = try desk.store
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
        links = Array(repeating: [], count: contents.notes.count)
        try findOwn(contents, store)
        if !own.isEmpty {
            countChanged(in: plan(contents.notes.masked { own[$0] != nil }) { _ in false })
        }

        let notes = contents.notes.masked { own[$0] == nil }
        let whole = plan(notes) { _ in false }
        let taken = Set(try store.guideHeads(in: .all).map(\.id)).union(existing.namesNotInUse)
        var unknown = whole.items
        if !taken.isEmpty {
            unknown = try link(unknown, store)
            // Terms whose names were other guides' when they came in stand here as questions.
            let terms = Set(
                unknown.lazy.filter { $0.origin.kind == .definition && taken.contains($0.guide) }
                    .map(\.origin.note))
            if !terms.isEmpty {
                let asked = plan(notes.masked(terms.contains)) { taken.contains($0) }
                _ = try linkByName(try link(asked.items, store), contents, store)
                unknown.removeAll {
                    terms.contains($0.origin.note) && !links[$0.origin.note].isEmpty
                }
            }
            unknown = try linkByName(unknown, contents, store)
        }
        var here = Set(own.keys).union(links.indices.filter { !links[$0].isEmpty })
        unknown.removeAll { item in
            guard existing.holdsNotInUse(item.fingerprint, inClass: item.guide.classSlug) else {
                return false
            }
            isPartlyNotInUse = true
            here.insert(item.origin.note)
            return true
        }
        known = here.count
        if unknown.isEmpty { return }
        self.plan =
            here.isEmpty && taken.isDisjoint(with: whole.guides)
            ? whole : plan(rest(of: notes, unknown)) { taken.contains($0) }
    }

    /// Finds the notes that were exported from here.
    private mutating func findOwn(_ contents: PackageContents, _ store: Store) throws {
        for (index, note) in contents.notes.enumerated() {
            guard let id = note?.own, let standing = try store.standing(id) else { continue }
            own[index] = standing
            old.insert(id)
        }
    }

    /// Counts notes of our own that say something else than the guides.
    private mutating func countChanged(in plan: PackagePlan) {
        changed += plan.items.count { own[$0.origin.note]?.fingerprint != $0.fingerprint }
    }

    /// The notes with those items only that are not known.
    private func rest(
        of notes: [ReadNote?], _ unknown: [PackagePlan.PlannedItem]
    ) -> [ReadNote?] {
        var fresh: [Int: Set<Int>] = [:]
        for item in unknown { fresh[item.origin.note, default: []].insert(item.origin.item) }
        return notes.enumerated().map { index, note in
            guard var note, let fresh = fresh[index] else { return nil }
            note.items.removeAll { item in
                // Of a term, which may become two questions, all is written or nothing.
                if case .term = item.content { return !links[index].isEmpty }
                return !fresh.contains(item.index)
            }
            return note.items.isEmpty ? nil : note
        }
    }

    /// Finds items by their words, and gives those that are not found.
    private mutating func link(
        _ items: [PackagePlan.PlannedItem], _ store: Store
    ) throws -> [PackagePlan.PlannedItem] {
        let found = try store.standing(withTexts: Set(items.map(\.fingerprint)))
        return items.filter { item in
            let candidates = found[item.fingerprint] ?? []
            let standing =
                candidates.first { $0.guide == item.guide }
                ?? candidates.first { $0.guide.classSlug == item.guide.classSlug }
            guard let standing else { return true }
            link(item, standing)
            return false
        }
    }

    /// Finds items by the names of their notes, and gives those that are not found.
    private mutating func linkByName(
        _ items: [PackagePlan.PlannedItem], _ contents: PackageContents, _ store: Store
    ) throws -> [PackagePlan.PlannedItem] {
        let named = try store.standing(named: items.lazy.map { Self.name($0.origin, contents) })
        if named.isEmpty { return items }
        return items.filter { item in
            guard let standing = named[Self.name(item.origin, contents)] else { return true }
            if standing.fingerprint != item.fingerprint { changed += 1 }
            link(item, standing)
            return false
        }
    }

    private mutating func link(_ item: PackagePlan.PlannedItem, _ standing: Store.Standing) {
        add(item, standing.item)
        old.insert(standing.item)
    }

    private mutating func add(_ item: PackagePlan.PlannedItem, _ id: Item.ID) {
        links[item.origin.note].append(
            Link(
                item: item.origin.item, id: id, fingerprint: item.fingerprint,
                cards: item.origin.cards))
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

extension [ReadNote?] {
    /// Those at some places, nil at all others.
    fileprivate func masked(_ isKept: (Int) -> Bool) -> Self {
        enumerated().map { isKept($0) ? $1 : nil }
    }
}

/// Names from a stranger, cut where they are longer than any name of Anki.
private enum HarmlessName {
    static func part(_ name: String) -> String {
        String(decoding: name.utf8.prefix(200).filter { $0 != 0 }, as: UTF8.self)
    }
}
