import FSRS
import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("Event log")
struct EventLogTests {
    private let store: Store
    private let card: Card.ID

    init() throws {
        store = try .sample([.sample("Micro-influencer", facts: ["It has few followers."])])
        card = Card.ID(item: try store.item(1, of: "micro-influencer"), facet: .fact)
    }

    @Test("gives a review back as it was saved, with an identity and the card's new state")
    func roundTrip() throws {
        let draft = ReviewDraft(
            card: card, form: .typedTerm, rating: .hard, time: .minute(3), utcOffset: -90,
            seconds: 12.345, answer: "naïve\nanswer \u{1F600}", score: 0.75, hints: 2,
            fingerprint: Fingerprint(value: 0xFFFF_0000_FFFF_0001))
        let (review, state) = try store.append(draft)
        #expect(review == draft.review(id: review.id))
        #expect(review.id.sequence == 1)
        #expect(try store.history(of: card) == [ReviewRecord(review: review, isUndone: false)])
        #expect(try store.recentReviews(limit: 5).map(\.review) == [review])
        #expect(try store.card(card)?.state == state)
        #expect(state.reviews == 1)
        #expect(try store.event(review.id) == .review(review))
    }

    @Test("numbers events without gaps, reviews and actions together")
    func sequence() throws {
        let ids = [
            try store.append(.sample(card, at: .minute(1))).review.id,
            try store.append(.suspend(card), at: .minute(2), utcOffset: 0).id,
            try store.append(.sample(card, at: .minute(3))).review.id,
        ]
        #expect(ids.map(\.sequence) == [1, 2, 3])
        #expect(Set(ids.map(\.device)).count == 1)
    }

    @Test("takes what makes no sense in a number or text and keeps the answer")
    func oddDraft() throws {
        var draft = ReviewDraft.sample(card, at: .minute(1), answer: "a\0b")
        draft.seconds = .nan
        draft.score = 7
        draft.hints = -3
        let review = try store.append(draft).review
        #expect(review.answer == "ab")
        #expect(review.seconds == 0)
        #expect(review.score == 1)
        #expect(review.hints == 0)
        #expect(try store.history(of: card).map(\.review) == [review])
    }

    @Test(
        "refuses to change or delete an event",
        arguments: [
            "UPDATE review SET rating = 4", "DELETE FROM review", "UPDATE event SET time = 0",
            "DELETE FROM event", "UPDATE action SET deed = 'resume'", "DELETE FROM action",
            "UPDATE ledger SET text = ''", "DELETE FROM ledger", "DELETE FROM device",
            "UPDATE device SET name = 'other'",
            "INSERT INTO event (device, sequence, time, utc_offset) VALUES (1, 9, 0, 0)",
            "INSERT INTO event (device, sequence, time, utc_offset) VALUES (1, 1, 0, 0)",
        ])
    func appendOnly(sql: String) throws {
        _ = try store.append(.sample(card, at: .minute(1)))
        _ = try store.append(.suspend(card), at: .minute(2), utcOffset: 0)
        #expect(throws: StoreError.self) { try store.write { try $0.execute(sql: sql) } }
    }

    @Test("goes back answer by answer and forward again")
    func undoAndRedo() throws {
        let first = try store.append(.sample(card, at: .minute(1)))
        let second = try store.append(.sample(card, .again, at: .day(2)))
        let mark = try store.append(.flag(card), at: .day(2, minute: 1), utcOffset: 0)

        func undo() throws -> EventID {
            let event = try #require(try store.undoable())
            return try store.append(.undo(event.id), at: .day(3), utcOffset: 0).id
        }
        #expect(try store.undoable() == .action(mark))
        _ = try undo()
        #expect(try store.card(card)?.marks == CardMarks())
        let undoOfSecond = try undo()
        #expect(try store.card(card)?.state == first.state)
        _ = try undo()
        #expect(try store.card(card)?.state == nil)
        #expect(try store.undoable() == nil)
        #expect(try store.history(of: card).map(\.isUndone) == [true, true])

        func redo() throws {
            let undo = try #require(try store.redoable())
            _ = try store.append(.redo(undo.id), at: .day(3), utcOffset: 0)
        }
        try redo()
        #expect(try store.card(card)?.state == first.state)
        #expect(try store.redoable()?.id == undoOfSecond)
        try redo()
        #expect(try store.card(card)?.state == second.state)
        try redo()
        #expect(try store.card(card)?.marks == CardMarks(isFlagged: true))
        #expect(try store.redoable() == nil)
        #expect(try store.undoable() == .action(mark))
    }

    @Test("forgets what could be redone when something new is done")
    func redoEnds() throws {
        let review = try store.append(.sample(card, at: .minute(1))).review
        _ = try store.append(.undo(review.id), at: .minute(2), utcOffset: 0)
        #expect(try store.redoable() != nil)
        _ = try store.append(.sample(card, .easy, at: .minute(3)))
        #expect(try store.redoable() == nil)
    }

    @Test("refuses an undo or redo that makes no sense, and says why")
    func refusals() throws {
        let review = try store.append(.sample(card, at: .minute(1))).review.id
        let undo = try store.append(.undo(review), at: .minute(2), utcOffset: 0).id
        let nobody = EventID(device: "nobody", sequence: 1)
        let refusals: [(Action.Deed, String)] = [
            (.undo(review), "Event \(review) is undone already."),
            (
                .undo(undo),
                "Event \(undo) is an undo or redo itself; undo takes back anything else."
            ),
            (.undo(nobody), "There is no event nobody-1 to undo."),
            (.redo(review), "There is no undo \(review) to take back."),
            (.redo(nobody), "There is no undo nobody-1 to take back."),
        ]
        for (deed, reason) in refusals {
            #expect(throws: StoreError.refused(reason: reason)) {
                try store.append(deed, at: .minute(3), utcOffset: 0)
            }
        }
        _ = try store.append(.redo(undo), at: .minute(3), utcOffset: 0)
        #expect(throws: StoreError.refused(reason: "The undo \(undo) is taken back already.")) {
            try store.append(.redo(undo), at: .minute(4), utcOffset: 0)
        }
    }

    @Test("replays by the clock when an answer comes in with an earlier time")
    func clockStepsBack() throws {
        _ = try store.append(.sample(card, .good, at: .day(5)))
        let (_, state) = try store.append(.sample(card, .again, at: .day(1)))
        #expect(state.lastTime == .day(5))
        #expect(state.reviews == 2)
        #expect(state.phase == .review)
        #expect(try store.history(of: card).map(\.review.rating) == [.again, .good])
    }

    @Test("shows each mark, the last one counting")
    func marks() throws {
        for (minute, deed) in [
            Action.Deed.suspend(card), .flag(card), .bury(card, until: .sample(4)), .unflag(card),
        ].enumerated() {
            _ = try store.append(deed, at: .minute(minute), utcOffset: 0)
        }
        #expect(
            try store.card(card)?.marks
                == CardMarks(isSuspended: true, buriedUntil: .sample(4), isFlagged: false))
        #expect(try store.actions(on: card).map(\.deed).count == 4)
        _ = try store.append(.resume(card), at: .minute(9), utcOffset: 0)
        #expect(try store.card(card)?.marks == CardMarks())
    }
}
