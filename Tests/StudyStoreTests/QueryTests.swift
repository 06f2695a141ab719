import FSRS
import StudyCore
import Testing

@testable import StudyStore

@Suite("Questions to the store")
struct QueryTests {
    private let store: Store
    private let cards: [Card.ID]

    init() throws {
        store = try .sample([
            .sample(
                "Reach", facts: ["Reach counts people.", "Reach is not frequency."],
                aliases: ["unique audience"], confusedWith: ["frequency"]),
            .sample("Frequency", facts: ["Frequency counts contacts; Größe matters."]),
            .sample("Copyright", class: "Law", unit: nil, facts: ["It lasts 70 years: 100 %."]),
        ])
        cards = try store.allCards(in: .all, limit: 99).map(\.card)
    }

    @Test("introduces new cards guide by guide, definitions first")
    func newCards() throws {
        #expect(
            cards.map(\.facet) == [
                .meaning, .term, .fact, .fact, .meaning, .term, .fact, .meaning, .term, .fact,
            ])
        let new = try store.newCards(in: .all, on: .sample(0), limit: 3)
        #expect(new.map(\.card) == Array(cards.prefix(3)))
        #expect(new.allSatisfy { $0.state == nil })
        let law = try store.newCards(in: .class(slug: "law"), on: .sample(0), limit: 9)
        #expect(law.map(\.card) == Array(cards.suffix(3)))
        _ = try store.append(.bury(cards[0], until: .sample(2)), at: .minute(1), utcOffset: 0)
        _ = try store.append(.suspend(cards[1]), at: .minute(1), utcOffset: 0)
        #expect(try store.newCards(in: .all, on: .sample(1), limit: 1).map(\.card) == [cards[2]])
        #expect(try store.newCards(in: .all, on: .sample(2), limit: 1).map(\.card) == [cards[0]])
    }

    @Test("gives steps first, then the least remembered")
    func dueOrder() throws {
        // Stabilities 1.5 after one good, 2.5 after two; again gives a step of ten minutes.
        _ = try store.append(.sample(cards[0], at: .day(0)))
        _ = try store.append(.sample(cards[1], at: .day(0)))
        _ = try store.append(.sample(cards[1], at: .day(1)))
        _ = try store.append(.sample(cards[2], at: .day(2)))
        _ = try store.append(.sample(cards[3], .again, at: .day(4)))
        let due = try store.dueCards(in: .all, at: .day(4, minute: 20), on: .sample(4), limit: 9)
        #expect(due.map(\.card) == [cards[3], cards[0], cards[2], cards[1]])
        #expect(try store.nextStep(in: .all, on: .sample(4)) == .day(4, minute: 10))
        let early = try store.dueCards(in: .all, at: .day(4, minute: 5), on: .sample(4), limit: 2)
        #expect(early.map(\.card) == [cards[0], cards[2]])
        #expect(try store.dueCount(in: .all, at: .day(4, minute: 5), on: .sample(4)) == 3)
        #expect(
            try store.dueByDay(.sample(1)...(.sample(9)), in: .all)
                == [.sample(1): 1, .sample(3): 2])
    }

    @Test("counts each card where it stands")
    func counts() throws {
        _ = try store.append(.sample(cards[0], at: .day(0)))
        _ = try store.append(.sample(cards[1], .again, at: .day(0)))
        for day in 0..<6 { _ = try store.append(.sample(cards[2], at: .day(day))) }
        _ = try store.append(.sample(cards[3], at: .day(0)))
        _ = try store.append(.suspend(cards[3]), at: .day(6), utcOffset: 0)
        _ = try store.append(.bury(cards[4], until: .sample(7)), at: .day(6), utcOffset: 0)
        _ = try store.append(.flag(cards[5]), at: .day(6), utcOffset: 0)
        var expected = Store.Counts()
        expected.all = 10
        expected.due = 2
        expected.overdue = 1
        expected.new = 5
        expected.learning = 1
        expected.young = 1
        expected.mature = 1
        expected.suspended = 1
        expected.buried = 1
        expected.flagged = 1
        #expect(try store.counts(in: .all, at: .day(6), on: .sample(6)) == expected)
        #expect(try store.counts(in: .class(slug: "law"), at: .day(6), on: .sample(6)).all == 3)
        let unit = Store.Scope.unit(classSlug: "media-business", name: "Creators")
        #expect(try store.counts(in: unit, at: .day(6), on: .sample(6)).all == 7)
        #expect(try store.counts(in: .guides([]), at: .day(6), on: .sample(6)).all == 0)
        let two = Store.Scope.guides([
            Guide.ID(classSlug: "law", termSlug: "copyright"),
            Guide.ID(classSlug: "media-business", termSlug: "frequency"),
        ])
        #expect(try store.counts(in: two, at: .day(6), on: .sample(6)).all == 6)
    }

    @Test("finds guides by name, alias and beginning")
    func names() throws {
        #expect(try store.guides(named: "Unique  Audience!").map(\.term) == ["Reach"])
        #expect(try store.guides(named: "nothing") == [])
        #expect(
            try store.names(beginning: "", limit: 9)
                == ["copyright", "frequency", "reach", "unique-audience"])
        #expect(try store.names(beginning: "Fre", limit: 9) == ["frequency"])
        #expect(try store.classes().map(\.shown) == ["Media Business", "Law"])
        #expect(try store.units(ofClass: "media-business") == ["Creators"])
        #expect(
            try store.siblings(
                of: Guide.ID(classSlug: "media-business", termSlug: "reach"), limit: 5
            )
            .map(\.term) == ["Frequency"])
    }

    @Test(
        "searches all words in any case, and signs as they are",
        arguments: [
            ("COUNTS", ["Reach", "Frequency"]), ("counts people", ["Reach"]),
            ("GRÖSSE", []), ("größe", ["Frequency"]), ("GRÖẞE", ["Frequency"]),
            ("100 %", ["Copyright"]), ("1_0", []), ("frequency", ["Frequency", "Reach"]),
            ("  ", []), ("unique", ["Reach"]),
        ])
    func search(words: String, terms: [String]) throws {
        #expect(try store.search(words, limit: 9).map(\.guide.term) == terms)
    }

    @Test("adds up study days, by everything and by scope")
    func totals() throws {
        _ = try store.append(.sample(cards[0], at: .day(0)))
        _ = try store.append(.sample(cards[0], .again, at: .day(1)))
        _ = try store.append(.sample(cards[7], at: .day(1)))
        _ = try store.append(.sample(cards[7], at: .day(2), form: .multipleChoice))
        let days = StudyDay.sample(0)...StudyDay.sample(9)
        let all = try store.dayTotals(days, in: .all)
        #expect(all.keys.sorted() == [.sample(0), .sample(1), .sample(2)])
        let second = try #require(all[.sample(1)])
        #expect(second.reviews == 2)
        #expect(second.introduced == 1)
        #expect(second.milliseconds == 9000)
        #expect(second.young == DayTotal.Tally(wrong: 1))
        #expect(second.tested.share == 0)
        // Recognition proves nothing.
        #expect(all[.sample(2)]?.practice == DayTotal.Tally(right: 1))
        #expect(
            try store.dayTotals(days, in: .class(slug: "law")).keys.sorted()
                == [.sample(1), .sample(2)])
        let law = Guide.ID(classSlug: "law", termSlug: "copyright")
        #expect(
            try store.dayTotals(days, in: .guide(law))
                == store.dayTotals(days, in: .class(slug: "law")))
        #expect(try store.streak(on: .sample(2)) == 3)
        #expect(try store.streak(on: .sample(3)) == 3)
        #expect(try store.streak(on: .sample(4)) == 0)
    }
}
