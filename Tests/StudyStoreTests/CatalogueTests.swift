import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("Catalogue")
struct CatalogueTests {
    private let micro = Guide.sample(
        "Micro-influencer",
        definition: "A creator with a small and loyal audience on one platform.",
        facts: [
            "Brands pay them per post, often in goods and not in money.",
            "Their audience trusts them more than it trusts a celebrity.",
        ],
        question: ("Why do brands like them?", "Because their audience listens to them closely."),
        aliases: ["micro influencer", "Nischen-Star"], confusedWith: ["nano-influencer"])
    private let nano = Guide.sample(
        "Nano-influencer", definition: "A creator with a few hundred to a few thousand followers.",
        facts: ["They mostly know their followers in person."])
    private let macro = Guide.sample(
        "Macro-influencer", unit: "Stars", definition: "A creator whom a large public follows.")

    @Test("gives guides back as they were read, with identities")
    func roundTrip() throws {
        var odd = micro
        odd.items[0].text = Prose(
            markdown: "A *creator* with an audience.", plain: "A creator with an audience.")
        odd.items.append(
            Item(
                kind: .cloze, text: Prose(plain: "It has 10,000 to 100,000 followers."),
                holes: [7..<13, 17..<24], explicitID: "reach", line: 30))
        odd.sources = ["A report, 2026", "Another; with \u{1F600}"]
        odd.line = 7
        let store = try Store.sample([odd])
        let record = try #require(try store.guide(odd.id))
        #expect(record.items.map(\.item) == odd.items)
        #expect(record.items.map(\.cards.count) == [2, 1, 1, 1, 2])
        #expect(record.items.last?.id == Item.ID("reach"))
        #expect(
            record.head
                == GuideHead(
                    id: odd.id, term: "Micro-influencer",
                    aliases: ["micro influencer", "Nischen-Star"],
                    confusedWith: ["nano-influencer"], className: "Media Business",
                    unit: "Creators", library: "/library", path: odd.path, line: 7))
    }

    @Test("keeps digest and stamps of the sweep it is as of")
    func stamps() throws {
        let store = try Store.inMemory(rules: .sample)
        #expect(try store.catalogueDigest() == nil)
        let change = CatalogueChange.reading([micro, nano], digest: .max - 3)
        _ = try store.update(change, at: .minute(0))
        #expect(try store.catalogueDigest() == .sample(.max - 3))
        #expect(try store.files(inBuckets: [1, 200]) == [change.read[1].file])
        #expect(try Set(store.files()) == Set(change.read.map(\.file)))
        _ = try store.update(.reading([], removed: [nano.path], digest: 2), at: .minute(1))
        #expect(try store.files() == [change.read[0].file])
        #expect(try store.guideHeads(in: .all).map(\.id) == [micro.id])
    }

    @Test("keeps the history of a reworded fact, and says that its numbers changed")
    func reworded() throws {
        let store = try Store.sample([micro])
        let item = try store.item(1, of: "micro-influencer")
        let card = Card.ID(item: item, facet: .fact)
        let state = try store.append(.sample(card, at: .minute(5))).state
        var edited = micro
        edited.items[1].text = Prose(
            plain: "Brands pay them per post, often in goods worth 50 dollars and not in money.")
        let report = try store.update(.reading([edited]), at: .minute(9))
        #expect(report.matched.map(\.item) == [item])
        #expect(report.matched.first?.changed?.contains(.numbers) == true)
        #expect(report.unchanged == 3)
        #expect(report.new == [])
        let record = try #require(try store.card(card))
        #expect(record.state == state)
        #expect(record.item.text.plain == edited.items[1].text.plain)
        #expect(record.standing.isChanged)
        #expect(
            try store.dueCards(in: .all, at: .minute(10), on: .sample(0), limit: 9).map(\.card)
                == [card])
        // Answered once more, it is as any other card.
        _ = try store.append(.sample(card, at: .minute(11)))
        #expect(try store.card(card)?.standing.isChanged == false)
    }

    @Test("marks a cloze that leaves out other words, also after the catalogue was thrown away")
    func holes() throws {
        func guide(_ holes: [Range<Int>]) -> Guide {
            var guide = nano
            guide.items = [
                Item(kind: .cloze, text: Prose(plain: "The moon pulls the water."), holes: holes)
            ]
            return guide
        }
        let store = try Store.sample([guide([4..<8])])
        let item = try store.item(0, of: "nano-influencer")
        let card = Card.ID(item: item, facet: .hole(1))
        _ = try store.append(.sample(card, at: .minute(1)))
        var report = try store.update(.reading([guide([19..<24])]), at: .minute(2))
        #expect(report.unchanged == 1)
        #expect(try store.card(card)?.standing.isChanged == true)
        #expect(try store.rewordings(since: .minute(0), limit: 9).map(\.changed) == [.holes])
        #expect(try store.check(at: .minute(3)).isSound)
        try store.forgetCatalogue()
        report = try store.update(.reading([guide([19..<24])]), at: .minute(4))
        #expect(report.new == [])
        #expect(try store.rewordings(since: .minute(0), limit: 9).count == 1)
        _ = try store.append(.sample(card, at: .minute(5)))
        #expect(try store.card(card)?.standing.isChanged == false)
    }

    @Test("keeps histories when a guide is renamed, moved to a class, or gone for a while")
    func moved() throws {
        let store = try Store.sample([micro, nano])
        let card = Card.ID(item: try store.item(1, of: "micro-influencer"), facet: .fact)
        _ = try store.append(.sample(card, at: .minute(1)))

        var moved = micro
        moved.path = "slow/other-name.md"
        moved.className = "Slow class"
        moved.id = Guide.ID(classSlug: "slow-class", termSlug: "micro-influencer")
        var report = try store.update(.reading([moved], removed: [micro.path]), at: .minute(2))
        #expect(report.new == [])
        #expect(report.orphaned == [])
        // The state is derived anew under the new class, whose intervals are longer.
        #expect(try store.card(card)?.state?.interval == 2)
        #expect(try store.card(card)?.guide?.id == moved.id)

        report = try store.update(.reading([], removed: [moved.path]), at: .minute(3))
        #expect(report.orphaned.count == 4)
        #expect(try store.card(card)?.guide == nil)
        #expect(try store.orphans().map(\.id) == [card.item])
        #expect(try store.counts(in: .all, at: .day(9), on: .sample(9)).all == 3)

        report = try store.update(.reading([moved]), at: .minute(4))
        #expect(report.new == [])
        #expect(try store.card(card)?.state?.reviews == 1)
        #expect(try store.orphans() == [])
    }

    @Test("tells libraries apart that have files of the same name")
    func libraries() throws {
        let store = try Store.inMemory(rules: .sample)
        var other = nano
        other.path = micro.path
        _ = try store.update(.reading([micro], library: "/first"), at: .minute(0))
        let report = try store.update(.reading([other], library: "/second"), at: .minute(1))
        #expect(report.orphaned == [])
        #expect(try store.guideHeads(in: .all).map(\.library) == ["/first", "/second"])
        _ = try store.update(.reading([], removed: [micro.path], library: "/first"), at: .minute(2))
        #expect(try store.guideHeads(in: .all).map(\.term) == ["Nano-influencer"])
    }

    @Test("keeps histories when a library moves", arguments: [("/a", "/b"), ("/b", "/a")])
    func movedLibrary(from old: String, to new: String) throws {
        let store = try Store.inMemory(rules: .sample)
        _ = try store.update(.reading([micro, nano], library: old), at: .minute(0))
        let card = Card.ID(item: try store.item(1, of: "nano-influencer"), facet: .fact)
        _ = try store.append(.sample(card, at: .minute(1)))
        var change = CatalogueChange.reading([micro, nano], library: new)
        change.removed = [micro, nano].map { (old, $0.path) }
        let report = try store.update(change, at: .minute(2))
        #expect(report.new == [])
        #expect(report.orphaned == [])
        #expect(try store.card(card)?.guide?.id == nano.id)
        #expect(try store.guideHeads(in: .all).map(\.library) == [new, new])
    }

    @Test(
        "keeps histories when a guide goes to a file of another library",
        arguments: [("/a", "/b"), ("/b", "/a")])
    func guideToOtherLibrary(from old: String, to new: String) throws {
        let store = try Store.inMemory(rules: .sample)
        let gone = Guide.sample("Mega-influencer", definition: "A creator whom everybody knows.")
        _ = try store.update(.reading([micro], library: old), at: .minute(0))
        _ = try store.update(.reading([nano], library: new), at: .minute(1))
        let card = Card.ID(item: try store.item(1, of: "micro-influencer"), facet: .fact)
        _ = try store.append(.sample(card, at: .minute(2)))
        // The guide is cut from its file and pasted into one that stood before.
        var change = CatalogueChange.reading([nano], library: new)
        change.read[0].guides.append(micro)
        change.read += CatalogueChange.reading([gone], library: old).read
        change.read[1].file.path = micro.path
        let report = try store.update(change, at: .minute(3))
        #expect(report.orphaned == [])
        #expect(report.new.count == 1)
        let record = try #require(try store.card(card))
        #expect(record.guide?.id == micro.id)
        #expect(record.state?.reviews == 1)
    }

    @Test("finds every item again after the catalogue was thrown away")
    func readAnew() throws {
        let store = try Store.sample([micro, nano, macro])
        let card = Card.ID(item: try store.item(1, of: "nano-influencer"), facet: .fact)
        _ = try store.append(.sample(card, at: .minute(1)))
        var edited = nano
        edited.items[1].text = Prose(plain: "They mostly know most of their followers in person.")
        _ = try store.update(.reading([edited]), at: .minute(2))
        let before = try store.dump()["card_state"]
        try store.forgetCatalogue()
        #expect(try store.catalogueDigest() == nil)
        let report = try store.update(.reading([micro, edited, macro]), at: .minute(3))
        #expect(report.new == [])
        #expect(try store.dump()["card_state"]?.count == before?.count)
        #expect(try store.card(card)?.item.text.plain == edited.items[1].text.plain)
        #expect(try store.card(card)?.state?.reviews == 1)
    }

    @Test("writes a ledger line for what is new or changed, and none for the rest")
    func ledger() throws {
        let store = try Store.sample([micro])
        func lines() throws -> Int? {
            try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM ledger") }
        }
        #expect(try lines() == 4)
        _ = try store.update(.reading([micro]), at: .minute(1))
        #expect(try lines() == 4)
        var edited = micro
        edited.items[1].text = Prose(
            plain: "Brands pay them per post, often in goods, not in money.")
        _ = try store.update(.reading([edited]), at: .minute(2))
        #expect(try lines() == 5)
    }

    @Test("lets a history go over by hand, and come back")
    func link() throws {
        let store = try Store.sample([micro, nano])
        let old = Card.ID(item: try store.item(2, of: "micro-influencer"), facet: .fact)
        let new = Card.ID(item: try store.item(1, of: "nano-influencer"), facet: .fact)
        _ = try store.append(.sample(old, at: .minute(1)))
        _ = try store.append(.sample(old, at: .day(1)))
        let link = try store.append(.link(old.item, to: new.item), at: .day(2), utcOffset: 0)
        #expect(try store.card(new)?.state?.reviews == 2)
        #expect(try store.card(old)?.state == nil)
        #expect(try store.history(of: new).count == 2)
        // What is answered afterwards is each item's own.
        _ = try store.append(.sample(old, at: .day(3)))
        _ = try store.append(.sample(new, at: .day(3)))
        #expect(try store.card(old)?.state?.reviews == 1)
        #expect(try store.card(new)?.state?.reviews == 3)
        _ = try store.append(.undo(link.id), at: .day(4), utcOffset: 0)
        #expect(try store.card(old)?.state?.reviews == 3)
        #expect(try store.card(new)?.state?.reviews == 1)
        #expect(
            throws: StoreError.refused(reason: "Item \(old.item) is not linked to another.")
        ) { try store.append(.unlink(old.item), at: .day(5), utcOffset: 0) }
    }

    @Test("gives up an orphan for good, unless its text comes back")
    func forget() throws {
        let store = try Store.sample([nano])
        let card = Card.ID(item: try store.item(1, of: "nano-influencer"), facet: .fact)
        _ = try store.append(.sample(card, at: .minute(1)))
        #expect(
            throws: StoreError.refused(
                reason: "Item \(card.item) stands in a guide; remove it there, then forget it.")
        ) { try store.append(.forget(card.item), at: .minute(2), utcOffset: 0) }
        _ = try store.update(.reading([], removed: [nano.path]), at: .minute(3))
        let forget = try store.append(.forget(card.item), at: .minute(4), utcOffset: 0)
        #expect(try store.orphans() == [])
        _ = try store.append(.undo(forget.id), at: .minute(5), utcOffset: 0)
        #expect(try store.orphans().map(\.id) == [card.item])
    }

    @Test(
        "introduces a guide that came late where its class teaches it, and follows a new order of units"
    )
    func lateGuide() throws {
        func guide(_ term: String, _ unit: String?, class name: String = "Trade") -> Guide {
            .sample(term, class: name, unit: unit, facts: ["\(term) is one of several things."])
        }
        func change(_ guides: [Guide], units: [String], digest: UInt64) -> CatalogueChange {
            var change = CatalogueChange.reading(guides, digest: digest)
            change.order = TeachingOrder()
            change.order?.add(units, of: "trade", in: "/library")
            return change
        }
        let store = try Store.inMemory(rules: .sample)
        let early = [guide("Tariff", "Goods"), guide("Quota", "Limits"), guide("Zeal", nil)]
        let law = guide("Copyright", "Goods", class: "Law")
        func terms() throws -> [String] { try store.guideHeads(in: .all).map(\.term) }
        func introduced() throws -> [Guide.ID] {
            try store.newCards(in: .all, on: .sample(0), limit: 99).map(\.guide).reduce(into: []) {
                if $0.last != $1 { $0.append($1) }
            }
        }
        _ = try store.update(change(early, units: ["Goods", "Limits"], digest: 1), at: .minute(0))
        _ = try store.update(change([law], units: ["Goods", "Limits"], digest: 2), at: .minute(1))
        let card = Card.ID(item: try store.item(1, of: "quota"), facet: .fact)
        _ = try store.append(.sample(card, at: .minute(2)))
        #expect(try terms() == ["Tariff", "Quota", "Zeal", "Copyright"])

        let late = [guide("Customs", "Goods"), guide("Embargo", "Limits")]
        _ = try store.update(change(late, units: ["Goods", "Limits"], digest: 3), at: .minute(3))
        #expect(try terms() == ["Customs", "Tariff", "Embargo", "Copyright", "Quota", "Zeal"])
        #expect(try introduced().map(\.termSlug) == terms().map { $0.lowercased() })
        #expect(try store.item(1, of: "quota") == card.item)
        #expect(try store.guides(named: "zeal").map(\.term) == ["Zeal"])
        #expect(try store.history(of: card).count == 1)

        let all = early + late
        _ = try store.update(change(all, units: ["Limits", "Goods"], digest: 4), at: .minute(4))
        #expect(try terms() == ["Embargo", "Quota", "Customs", "Copyright", "Tariff", "Zeal"])
        #expect(try introduced().map(\.termSlug) == terms().map { $0.lowercased() })
        #expect(try store.check(at: .minute(5)).isSound)
    }
}
