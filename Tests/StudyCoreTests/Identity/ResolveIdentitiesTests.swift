import FSRS
import StudyCore
import Testing

@testable import IdentitySimulation

@Suite("Which item is which")
struct ResolveIdentitiesTests {
    private let first: IdentityResolution
    private let ledger: Ledger

    init() throws {
        var ledger = Ledger()
        first = try ledger.load(tariff.sightings + quota.sightings, inFiles: [])
        self.ledger = ledger
    }

    private func resolve(
        _ guides: Guide..., gone: Set<String> = []
    ) throws -> IdentityResolution {
        try resolveIdentities(
            of: guides.flatMap(\.sightings), inFiles: gone, against: ledger.lookup)
    }

    private var tariffIDs: [Item.ID] { first.assignments.prefix(4).map(\.id) }
    private var quotaIDs: [Item.ID] { first.assignments.dropFirst(4).map(\.id) }

    @Test("an unchanged file keeps every id")
    func unchanged() throws {
        let again = try resolve(tariff)
        #expect(
            again
                == IdentityResolution(
                    assignments: tariffIDs.map { .init(id: $0, origin: .exact) }))
    }

    @Test("case, punctuation, emphasis and order make no difference")
    func cosmetics() throws {
        var guide = tariff
        guide.items.swapAt(1, 2)
        guide.items[2].text = Prose(plain: "TARIFFS raise the “price” of foreign goods, at home")
        let again = try resolve(guide)
        #expect(again.assignments.map(\.id) == [0, 2, 1, 3].map { tariffIDs[$0] })
        #expect(again.assignments.allSatisfy { $0.origin == .exact && $0.changed == nil })
    }

    @Test("a moved file, class and term keep every id")
    func moved() throws {
        var guide = tariff
        guide.path = "law/duty.md"
        guide.id = Guide.ID(classSlug: "law", termSlug: "duty")
        let again = try resolve(guide, gone: [tariff.path])
        #expect(again.assignments == tariffIDs.map { .init(id: $0, origin: .exact) })
    }

    @Test("a copy whose original still stands gets ids of its own")
    func copied() throws {
        var guide = tariff
        guide.path = "law/tariff.md"
        guide.id = Guide.ID(classSlug: "law", termSlug: "tariff")
        let again = try resolve(guide)
        #expect(again.assignments.allSatisfy { $0.origin == .minted })
        #expect(Set(again.assignments.map(\.id)).isDisjoint(with: tariffIDs))
    }

    @Test("a fact that is moved to another guide goes there with its id")
    func movedFact() throws {
        var (from, into) = (tariff, quota)
        into.items.append(from.items.remove(at: 1))
        let again = try resolve(from, into)
        #expect(again.assignments.last == .init(id: tariffIDs[1], origin: .moved))
        #expect(again.orphans == [])
    }

    @Test("a short text under another term is another item")
    func shortText() throws {
        var (from, into) = (tariff, quota)
        into.items.append(from.items.remove(at: 2))
        let again = try resolve(from, into)
        #expect(again.assignments.last?.origin == .minted)
        #expect(again.orphans == [tariffIDs[2]])
    }

    @Test("a reworded fact keeps its id, and a changed number is marked")
    func reworded() throws {
        var guide = quota
        guide.items[1].text = Prose(
            plain: "Japan limited its car exports to the United States to 1.85 million in 1984.")
        let again = try resolve(guide)
        #expect(again.assignments.map(\.id) == quotaIDs)
        let fact = again.assignments[1]
        guard case .similar(let score) = fact.origin else {
            Issue.record("found as \(fact.origin)")
            return
        }
        #expect(score > 0.6 && score < 1)
        #expect(fact.changed == .numbers)
    }

    @Test("a definition written anew is still the term's definition")
    func newDefinition() throws {
        var guide = quota
        guide.items[0].text = Prose(plain: "Numerical ceiling for shipments.")
        let again = try resolve(guide)
        #expect(again.assignments.map(\.id) == quotaIDs)
        #expect(again.assignments[0].changed == .wording)
    }

    @Test("an item is not matched with a text that the learner said it is not", arguments: [0, 1])
    func strangers(place: Int) throws {
        var guide = quota
        guide.items[place].text = Prose(
            plain: place == 0
                ? "Numerical ceiling for shipments."
                : "Japan limited its car exports to the United States to 1.85 million in 1984.")
        #expect(try resolve(guide).assignments[place].id == quotaIDs[place])
        var ledger = ledger
        ledger.estrange(quotaIDs[place], from: guide.sightings[place].fingerprint)
        let again = try ledger.load(guide.sightings, inFiles: [])
        #expect(again.assignments[place].origin == .minted)
        #expect(again.orphans == [quotaIDs[place]])
    }

    @Test(
        "a cloze that leaves out other words is marked, one whose text moved around them is not",
        arguments: [
            ("A levy on goods", [2..<6], "A levy on goods", [2..<6], nil),
            ("A levy on goods", [2..<6], "A levy on goods", [10..<15], .holes),
            ("A levy on goods", [2..<6], "A levy on goods", [2..<6, 10..<15], .holes),
            ("A levy on goods", [2..<6], "The levy on goods", [4..<8], nil),
            ("A levy on goods", [2..<6], "A “Levy” on goods", [2..<12], nil),
            ("A levy on goods", [2..<6], "A lexy on goods", [2..<6], [.holes]),
        ] as [(String, [Range<Int>], String, [Range<Int>], MeaningChange?)])
    func holes(
        old: String, oldHoles: [Range<Int>], new: String, newHoles: [Range<Int>],
        expected: MeaningChange?
    ) throws {
        let rest = " that a country imports is paid by the buyers in the importing country."
        var ledger = Ledger()
        func cloze(_ text: String, _ holes: [Range<Int>]) -> Guide {
            guide("Levy", [Item(kind: .cloze, text: Prose(plain: text + rest), holes: holes)])
        }
        let first = try ledger.load(cloze(old, oldHoles).sightings, inFiles: [])
        let again = try ledger.load(cloze(new, newHoles).sightings, inFiles: [])
        #expect(again.assignments.map(\.id) == first.assignments.map(\.id))
        #expect(again.assignments[0].changed == expected)
    }

    @Test("an item that vanished is an orphan, and comes back with its text")
    func returned() throws {
        var ledger = ledger
        var shorter = tariff
        let fact = shorter.items.remove(at: 1)
        let gone = try ledger.load(shorter.sightings, inFiles: [])
        #expect(gone.orphans == [tariffIDs[1]])
        shorter.items.append(fact)
        let back = try ledger.load(shorter.sightings, inFiles: [])
        #expect(back.assignments.last == .init(id: tariffIDs[1], origin: .returned))
    }

    @Test("a file that vanished comes back under another name")
    func returnedFile() throws {
        var ledger = ledger
        let gone = try ledger.load([], inFiles: [tariff.path])
        #expect(gone.orphans == tariffIDs.sorted())
        var guide = tariff
        guide.path = "old/tariff.md"
        let back = try ledger.load(guide.sightings, inFiles: [])
        #expect(back.assignments == tariffIDs.map { .init(id: $0, origin: .returned) })
    }

    @Test("equal texts in one guide get ids of their own and keep them")
    func twins() throws {
        var ledger = ledger
        var guide = tariff
        guide.items.append(guide.items[1])
        let twin = try ledger.load(guide.sightings, inFiles: [])
        #expect(twin.assignments.last?.id == Item.ID("\(tariffIDs[1])-2"))
        let again = try ledger.load(guide.sightings, inFiles: [])
        #expect(again.assignments.map(\.id) == twin.assignments.map(\.id))
    }

    @Test("a fresh {#id} takes over the history of the item it is written on")
    func freshExplicitID() throws {
        var ledger = ledger
        var guide = tariff
        guide.items[1].explicitID = "dear"
        let named = try ledger.load(guide.sightings, inFiles: [])
        #expect(named.assignments[1] == .init(id: Item.ID("dear"), origin: .explicit))
        #expect(named.adoptions == [tariffIDs[1]: Item.ID("dear")])
        #expect(named.orphans == [])

        guide.items[1].text = Prose(plain: "Something else altogether.")
        guide.items[1].kind = .definition
        guide.path = "elsewhere.md"
        let rewritten = try ledger.load(guide.sightings, inFiles: [tariff.path])
        #expect(rewritten.assignments[1].id == Item.ID("dear"))
        #expect(rewritten.assignments[1].origin == .explicit)
    }

    @Test("of two items with one {#id} the first keeps it, and both places are named")
    func duplicateExplicitID() throws {
        var guide = tariff
        guide.items[1].explicitID = "dear"
        guide.items[1].line = 11
        guide.items[3].explicitID = "dear"
        guide.items[3].line = 15
        let named = try resolve(guide)
        #expect(named.assignments[1].id == Item.ID("dear"))
        #expect(named.assignments[3] == .init(id: tariffIDs[3], origin: .exact))
        #expect(
            named.warnings == [
                .duplicateExplicitID(
                    Item.ID("dear"), first: .init(path: tariff.path, line: 11),
                    second: .init(path: tariff.path, line: 15))
            ])
    }

    @Test("a guide's own {#id} pairs it before anything else")
    func guideExplicitID() throws {
        var ledger = Ledger()
        var guide = tariff
        guide.explicitID = "duties"
        let before = try ledger.load(guide.sightings, inFiles: [])
        guide.path = "law/duty.md"
        guide.id = Guide.ID(classSlug: "law", termSlug: "duty")
        for item in guide.items.indices {
            guide.items[item].text = Prose(plain: guide.items[item].text.plain + " Really so.")
        }
        let after = try ledger.load(
            (guide.sightings + quota.sightings), inFiles: [tariff.path])
        #expect(after.assignments.prefix(4).map(\.id) == before.assignments.map(\.id))
    }

    @Test("a copy leaves the history of what was reworded in the original where it is")
    func copyOfReworded() throws {
        var ledger = Ledger()
        let before = try ledger.load(tariff.sightings, inFiles: [])
        var copy = tariff
        copy.id = Guide.ID(classSlug: "economics", termSlug: "tariff")
        copy.path = "economics/tariff.md"
        var original = tariff
        original.items[1].text = Prose(plain: "Tariffs raise the prices of foreign goods at home!!")
        let after = try ledger.load(
            copy.sightings + original.sightings, inFiles: [tariff.path, copy.path])
        #expect(after.assignments.suffix(4).map(\.id) == before.assignments.map(\.id))
        #expect(Set(after.assignments.map(\.id)).count == 8)
    }

    @Test("neither the order of the guides nor a second run makes a difference", arguments: 1...5)
    func order(seed: UInt64) throws {
        let before = SimulatedLibrary.templated(guides: 6, seed: seed)
        var ledger = Ledger()
        try ledger.load(before.sightings, inFiles: [])
        var random = SeededGenerator(seed: seed)
        var after = Edit.together(.moveToClass, .number, .shuffle, .insert, .delete)
            .applied(to: before, &random)
        let files = before.files
        let forward = try resolveIdentities(
            of: after.sightings, inFiles: files, against: ledger.lookup)
        after.guides.shuffle(using: &random)
        let mixed = try resolveIdentities(
            of: after.sightings, inFiles: files, against: ledger.lookup)
        #expect(Set(forward.assignments) == Set(mixed.assignments))
        #expect(forward.orphans == mixed.orphans)
    }

    @Test("nothing known and nothing asked give the same", arguments: 1...10)
    func nothingKnown(seed: UInt64) throws {
        var library = SimulatedLibrary.templated(guides: 6, seed: seed)
        library.guides.append(library.guides[2])
        var sightings = library.sightings
        for fixed in [0, 9] { sightings[fixed].explicitID = "fixed" }
        #expect(
            try resolveIdentities(of: sightings, inFiles: [], against: .empty)
                == resolveIdentities(of: sightings, inFiles: [], against: Ledger().lookup))
    }

    @Test("no id is ever given twice", arguments: Edit.single + Edit.combined)
    func unique(edit: Edit) throws {
        for library in [
            SimulatedLibrary.natural(guides: 3, seed: 5), .templated(guides: 3, seed: 6),
        ] {
            var ledger = Ledger()
            try ledger.load(library.sightings, inFiles: [])
            var random = SeededGenerator(seed: 7)
            var edited = edit.applied(to: library, &random)
            edited.guides.append(contentsOf: edited.guides)
            let resolution = try ledger.load(edited.sightings, inFiles: library.files)
            let ids = resolution.assignments.map(\.id)
            #expect(ids.count == edited.items)
            #expect(Set(ids).count == ids.count)
            #expect(Set(ids).isDisjoint(with: resolution.orphans))
        }
    }
}

private func guide(_ term: String, _ items: [Item]) -> Guide {
    Guide(
        id: Guide.ID(classSlug: "trade", termSlug: slug(term)), path: "trade/\(slug(term)).md",
        className: "Trade", term: term, items: items)
}

private let tariff = guide(
    "Tariff",
    [
        Item(
            kind: .definition, text: Prose(plain: "A tax that a country levies on imported goods.")),
        Item(kind: .fact, text: Prose(plain: "Tariffs raise the price of foreign goods at home.")),
        Item(kind: .fact, text: Prose(plain: "Rate: 39 %")),
        Item(
            kind: .question, text: Prose(plain: "Who bears the cost of a tariff?"),
            answer: Prose(plain: "Mostly the buyers in the importing country.")),
    ])

private let quota = guide(
    "Quota",
    [
        Item(
            kind: .definition, text: Prose(plain: "A limit on how much of a good may be imported.")),
        Item(
            kind: .fact,
            text: Prose(plain: "Japan limited its car exports to America to 1.68 million in 1981.")),
        Item(
            kind: .question, text: Prose(plain: "Who earns the rent that a quota creates?"),
            answer: Prose(plain: "Whoever holds the licences to import under it.")),
    ])
