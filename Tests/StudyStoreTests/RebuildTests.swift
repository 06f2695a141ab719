import FSRS
import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("Rebuild")
struct RebuildTests {
    @Test("gives what thousands of random events gave one by one", arguments: [1, 2, 3])
    func equal(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var guides = (0..<12).map { number in
            Guide.sample(
                "Term \(number)", class: number < 6 ? "Fast class" : "Slow class",
                facts: (0..<4).map { "Fact \($0) about the matter of number \(number) is told." },
                question: ("Why is number \(number) so?", "Because \(number) is what it is."))
        }
        let store = try Store.sample(guides)
        var cards: [Card.ID] = []
        for head in try store.guideHeads(in: .all) {
            cards += try #require(try store.guide(head.id)).items.flatMap { $0.cards.map(\.card) }
        }
        var events: [EventID] = []
        var undos: [EventID] = []
        var minute = 0
        for _ in 0..<1500 {
            minute += Int.random(in: 0..<900, using: &generator)
            // Now and then the clock is wrong.
            let time = Timestamp.minute(
                Int.random(in: 0..<20, using: &generator) == 0 ? minute / 2 : minute)
            let card = cards.randomElement(using: &generator) ?? cards[0]
            let other = cards.randomElement(using: &generator) ?? cards[0]
            let day = StudyDay.sample(minute / 1440 + 3)
            let deed: Action.Deed?
            switch Int.random(in: 0..<24, using: &generator) {
            case 0: deed = events.randomElement(using: &generator).map { .undo($0) }
            case 1: deed = undos.randomElement(using: &generator).map { .redo($0) }
            case 2: deed = .suspend(card)
            case 3: deed = .resume(card)
            case 4: deed = .bury(card, until: day)
            case 5: deed = .flag(card)
            case 6: deed = .unflag(card)
            case 7: deed = .link(card.item, to: other.item)
            case 8:
                let reworded = try store.rewordings(since: .minute(0), limit: 9)
                    .randomElement(using: &generator)
                deed = try? store.unlinking(reworded?.item ?? card.item)
            case 9:
                // A guide is rewritten, taken to the other class, or gone for a while.
                let index = Int.random(in: 0..<guides.count, using: &generator)
                try change(&guides, at: index, in: store, time: time, using: &generator)
                continue
            default:
                let rating = Rating.allCases.randomElement(using: &generator) ?? .good
                let form = Form.allCases.randomElement(using: &generator) ?? .flashcard
                var draft = ReviewDraft.sample(card, rating, at: time, form: form)
                draft.fingerprint = try store.card(card)?.fingerprint ?? draft.fingerprint
                events.append(try store.append(draft).review.id)
                continue
            }
            guard let deed, let action = try appendUnlessRefused(deed, to: store, at: time) else {
                continue
            }
            if case .undo = deed { undos.append(action.id) } else { events.append(action.id) }
        }
        let before = try store.dump()
        #expect(try store.check(at: .minute(minute)).staleTables == [])
        try store.write { db in
            try db.execute(
                sql: """
                    DELETE FROM card_state; DELETE FROM undone; DELETE FROM link;
                    DELETE FROM parting; DELETE FROM day_total;
                    DELETE FROM recall_total;
                    """)
        }
        try store.rebuild()
        let after = try store.dump()
        for (table, rows) in before {
            #expect(rows.count > 5 || table == "link", "the events touch \(table)")
            let others = after[table] ?? []
            #expect(Set(rows).subtracting(others).sorted().prefix(5) == [], "\(table): lost")
            #expect(Set(others).subtracting(rows).sorted().prefix(5) == [], "\(table): new")
        }
    }

    private func appendUnlessRefused(
        _ deed: Action.Deed, to store: Store, at time: Timestamp
    ) throws -> Action? {
        do {
            return try store.append(deed, at: time, utcOffset: 60)
        } catch {
            guard case .refused = error else { throw error }
            return nil
        }
    }

    private func change(
        _ guides: inout [Guide], at index: Int, in store: Store, time: Timestamp,
        using generator: inout SeededGenerator
    ) throws {
        var guide = guides[index]
        switch Int.random(in: 0..<3, using: &generator) {
        case 0:
            let item = Int.random(in: 1..<5, using: &generator)
            let number = Int.random(in: 0..<1000, using: &generator)
            guide.items[item].text = Prose(
                plain: "Fact \(number) about the matter of number \(index) is told.")
        case 1:
            let className = Bool.random(using: &generator) ? "Fast class" : "Slow class"
            guide.className = className
            guide.id = Guide.ID(classSlug: slug(className), termSlug: guide.id.termSlug)
        default:
            _ = try store.update(.reading([], removed: [guide.path]), at: time)
            if Bool.random(using: &generator) { return }
        }
        guides[index] = guide
        _ = try store.update(.reading([guide]), at: time)
    }

    @Test("happens by itself when the store was derived under other rules")
    func otherRules() throws {
        let folder = try TemporaryFolder()
        let card = Card.ID(item: Item.ID("item"), facet: .fact)
        let store = try Store.open(folder.data, rules: .sample, now: .minute(0))
        _ = try store.append(.sample(card, at: .minute(1)))
        try store.close()
        let other = Rules(version: "sample 2") { state, review, slug in
            var state = Rules.sample.replay(state, review, slug)
            state.interval = 77
            return state
        }
        let reopened = try Store.open(folder.data, rules: other, now: .minute(2))
        let interval = try reopened.read { db in
            try Int.fetchOne(db, sql: "SELECT interval FROM card_state")
        }
        #expect(interval == 77)
    }
}
