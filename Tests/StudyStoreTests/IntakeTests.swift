import FSRS
import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("Events from elsewhere")
struct IntakeTests {
    private let guides = [
        Guide.sample("Reach", facts: ["Reach counts people."]),
        Guide.sample("Frequency", facts: ["Frequency counts how often."]),
    ]

    /// Answers of another device to the facts of both guides, in the order of their numbers.
    private func answers(
        _ count: Int, in store: Store, from first: Int = 1, device: String = "elsewhere"
    ) throws -> [Event] {
        let facts = try ["reach", "frequency"].map {
            Card.ID(item: try store.item(1, of: $0), facet: .fact)
        }
        return try (first..<first + count).map { number in
            let draft = ReviewDraft.sample(
                facts[number % 2], number.isMultiple(of: 5) ? .again : .good,
                at: .minute(number * 700))
            let fingerprint = try #require(try store.card(draft.card)).fingerprint
            var review = draft.review(id: EventID(device: device, sequence: number))
            review.fingerprint = fingerprint
            return .review(review)
        }
    }

    private func takeUp(_ events: [Event], in store: Store) throws -> Intake? {
        try store.takeUp(events, from: "words.apkg", at: .day(900), utcOffset: 60)
    }

    @Test("count as if they had been made here, few or many", arguments: [7, 900])
    func counted(count: Int) throws {
        let store = try Store.sample(guides)
        let other = try Store.sample(guides)
        let events = try answers(count, in: store)
        let intake = try #require(try takeUp(events, in: store))
        for case .review(let review) in events {
            var draft = ReviewDraft.sample(review.card, review.rating, at: review.time)
            draft.fingerprint = review.fingerprint
            _ = try other.append(draft)
        }
        #expect(intake.count == count)
        #expect(
            intake.ranges == [Intake.Range(device: "elsewhere", numbers: 1...count)])
        #expect(try store.dump() == other.dump())
        #expect(try store.event(intake.id) == .intake(intake))
        #expect(try store.check(at: .day(900)).isSound)
    }

    @Test("lead where a rebuild leads, those too that come late or to linked items")
    func amongOthers() throws {
        let store = try Store.sample(guides)
        let events = try answers(60, in: store)
        let ids = try ["reach", "frequency"].map { try store.item(1, of: $0) }
        for minute in [900, 9_000, 30_000] {
            _ = try store.append(.sample(Card.ID(item: ids[0], facet: .fact), at: .minute(minute)))
        }
        // Answers to the first fact that lie between those made here, then all others.
        _ = try #require(try takeUp(Array(events.prefix(20)), in: store))
        _ = try store.append(.link(ids[0], to: ids[1]), at: .minute(20_000), utcOffset: 0)
        _ = try #require(try takeUp(events, in: store))
        let dump = try store.dump()
        try store.rebuild()
        #expect(try store.dump() == dump)
        #expect(try store.check(at: .day(900)).isSound)
    }

    @Test("count for their cards, less those taken back, as the whole history tells it")
    func counting() throws {
        let store = try Store.sample(guides)
        let events = try answers(60, in: store)
        _ = try takeUp(events, in: store)
        let cards = try ["reach", "frequency"].map {
            Card.ID(item: try store.item(1, of: $0), facet: .fact)
        }
        _ = try store.append(.undo(events[40].id), at: .minute(50_000), utcOffset: 0)
        for link in [nil, Action.Deed.link(cards[0].item, to: cards[1].item)] {
            if let link { _ = try store.append(link, at: .minute(20_000), utcOffset: 0) }
            let counting = try store.countingAnswers(to: cards)
            for card in cards {
                let history = try store.history(of: card).filter { !$0.isUndone }
                #expect(counting[card, default: []] == history.map { CountingAnswer($0.review) })
                #expect(!history.isEmpty)
            }
        }
    }

    @Test("leave the tables as strict as they were")
    func strict() throws {
        let store = try Store.sample(guides)
        let events = try answers(3, in: store)
        guard case .review(var review) = events[2] else { return }
        review.hints = -1
        #expect(
            throws: StoreError.refused(
                reason: "Event elsewhere-3 cannot be taken up: one of its numbers cannot be so.")
        ) { try takeUp(Array(events.prefix(2)) + [.review(review)], in: store) }
        _ = try takeUp(events, in: store)
        for sql in [
            """
            INSERT INTO event (device, sequence, time, utc_offset)
                SELECT device, sequence + 5, time, utc_offset FROM event LIMIT 1
            """,
            "INSERT INTO review SELECT 1 + max(event), 1, 'back', 'cloze', 3, 0, '', 0, 0, 0 FROM review",
        ] {
            #expect(throws: DatabaseError.self) {
                try store.queue.write { try $0.execute(sql: sql) }
            }
        }
    }

    @Test("come in once, and later ones are added")
    func repeated() throws {
        let store = try Store.sample(guides)
        let events = try answers(20, in: store)
        _ = try takeUp(Array(events.prefix(12)), in: store)
        let dump = try store.dump()
        #expect(try takeUp(Array(events.prefix(12)), in: store) == nil)
        #expect(try store.dump() == dump)
        let rest = try #require(try takeUp(events, in: store))
        #expect(rest.ranges == [Intake.Range(device: "elsewhere", numbers: 13...20)])
    }

    @Test("are undone in one step, redone, and count again when they come in again")
    func undone() throws {
        let store = try Store.sample(guides)
        let empty = try store.dump()
        let events = try answers(20, in: store)
        let intake = try #require(try takeUp(events, in: store))
        let full = try store.dump()
        #expect(try store.undoable() == .intake(intake))

        _ = try store.append(.undo(intake.id), at: .day(901), utcOffset: 60)
        var taken = try store.dump()
        #expect(taken["undone"]?.count == 21)
        taken["undone"] = []
        #expect(taken == empty)
        #expect(try store.check(at: .day(901)).isSound)

        let undo = try #require(try store.redoable())
        _ = try store.append(.redo(undo.id), at: .day(902), utcOffset: 60)
        #expect(try store.dump() == full)

        _ = try store.append(.undo(intake.id), at: .day(903), utcOffset: 60)
        let again = try #require(try takeUp(events, in: store))
        #expect(again.ranges == intake.ranges)
        let revived = try store.dump()
        #expect(revived["card_state"] == full["card_state"])
        #expect(revived["undone"]?.count == 1)
        #expect(try store.check(at: .day(903)).isSound)
    }

    @Test("are refused when numbers are left out; nothing is kept of them then")
    func gap() throws {
        let store = try Store.sample(guides)
        var events = try answers(20, in: store)
        events.remove(at: 8)
        let dump = try store.dump()
        #expect(
            throws: StoreError.refused(
                reason: """
                    Event elsewhere-10 cannot be taken up: the newest one here of the same device \
                    is number 8, and those between are missing.
                    """)
        ) { try takeUp(events, in: store) }
        #expect(try store.dump() == dump)
        #expect(try store.undoable() == nil)
    }

    @Test(
        "come in by the thousand as they would one by one, and leave the tables as they were made",
        arguments: [nil, 40, 6000])
    func large(late: Int?) throws {
        let store = try Store.sample(guides)
        func schema() throws -> [String] {
            try store.read { db in
                try String.fetchAll(
                    db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY sql")
            }
        }
        let made = try schema()
        var events = try answers(9000, in: store).map { event -> Event in
            guard case .review(var review) = event else { return event }
            review.time = .minute(review.id.sequence * 100)
            return .review(review)
        }
        if let late, case .review(var review) = events[late] {
            review.time = .minute(5)
            events[late] = .review(review)
        }
        #expect(try takeUp(events, in: store)?.count == 9000)
        #expect(try takeUp(events, in: store) == nil)
        let derived = try store.dump()
        try store.rebuild()
        #expect(try store.dump() == derived)
        #expect(try schema() == made)
        #expect(try store.check(at: .day(900)).isSound)
    }

    @Test("may be deeds, and intakes of another machine with what was undone there")
    func deeds() throws {
        let store = try Store.sample(guides)
        let events = try answers(3, in: store)
        guard case .review(let review) = events[0] else { return }
        func id(_ number: Int) -> EventID { EventID(device: "tablet", sequence: number) }
        func action(_ number: Int, _ deed: Action.Deed) -> Event {
            .action(Action(id: id(number), deed: deed, time: .day(700), utcOffset: 0))
        }
        let intake = Intake(
            id: id(1), source: "words.apkg",
            ranges: [Intake.Range(device: "elsewhere", numbers: 1...3)], time: .day(699),
            utcOffset: 0)
        _ = try takeUp(
            events + [.intake(intake), action(2, .suspend(review.card)), action(3, .undo(id(1)))],
            in: store)
        // The reviews came in with the other machine's file too, and that was not undone.
        #expect(try store.history(of: review.card).allSatisfy { !$0.isUndone })
        #expect(try store.card(review.card)?.marks.isSuspended == true)
        #expect(try store.check(at: .day(900)).isSound)
    }
}
