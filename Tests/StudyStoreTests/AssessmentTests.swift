import FSRS
import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("What a grader made of an answer")
struct AssessmentTests {
    let store: Store
    let card: Card.ID

    static let guide = Guide.sample(
        "Copyright", question: ("How long does it last?", "For 70 years after the death."))

    init() throws {
        store = try Store.sample([Self.guide])
        card = Card.ID(item: try store.item(1, of: "copyright"), facet: .answer)
    }

    @discardableResult
    private func answer(_ accepted: String?, at time: Timestamp) throws -> Review {
        var draft = ReviewDraft.sample(card, at: time, form: .freeResponse, answer: "my words")
        draft.assessment = .sample
        draft.assessment?.accepted = accepted
        return try store.append(draft).review
    }

    @Test("comes back with the review, wherever that is read")
    func readBack() throws {
        let review = try answer("seventy", at: .day(1))
        #expect(review.assessment?.marks == Assessment.sample.marks)
        #expect(try store.history(of: card).map(\.review) == [review])
        #expect(try store.recentReviews(limit: 1).map(\.review) == [review])
        #expect(try store.event(review.id) == .review(review))
        #expect(try store.undoable() == .review(review))
        let plain = try store.append(.sample(card, at: .day(2))).review
        #expect(plain.assessment == nil)
        #expect(try store.recentReviews(limit: 1).map(\.review) == [plain])
    }

    @Test("has figures between 0 and 1, whatever was computed")
    func figures() throws {
        var draft = ReviewDraft.sample(card, at: .day(1), form: .freeResponse)
        draft.assessment = Assessment(
            proposed: .hard, score: .nan, confidence: 7, marks: [], accepted: "a\0b")
        let assessment = try store.append(draft).review.assessment
        #expect(
            assessment
                == Assessment(
                    proposed: .hard, score: 0, confidence: 1, marks: [], accepted: "ab"))
        #expect(try store.history(of: card).last?.review.assessment == assessment)
    }

    @Test("tells which wordings count for the card, newest first, each once")
    func accepted() throws {
        for (day, words) in ["seventy", nil, "for long", "seventy"].enumerated() {
            try answer(words, at: .day(day))
        }
        #expect(try store.acceptedAnswers(to: card, limit: 9) == ["seventy", "for long"])
        #expect(try store.acceptedAnswers(to: card, limit: 1) == ["seventy"])
        let other = Card.ID(item: try store.item(0, of: "copyright"), facet: .meaning)
        #expect(try store.acceptedAnswers(to: other, limit: 9) == [])
    }

    @Test("goes and comes with its answer")
    func undone() throws {
        let review = try answer("seventy", at: .day(1))
        let undo = try store.append(.undo(review.id), at: .day(1), utcOffset: 0)
        #expect(try store.acceptedAnswers(to: card, limit: 9) == [])
        #expect(try store.history(of: card).map(\.isUndone) == [true])
        _ = try store.append(.redo(undo.id), at: .day(1), utcOffset: 0)
        #expect(try store.acceptedAnswers(to: card, limit: 9) == ["seventy"])
    }

    @Test("no longer tells what counts once the text means something else")
    func changed() throws {
        try answer("seventy", at: .day(1))
        var guide = Self.guide
        guide.items[1].answer = Prose(plain: "For 95 years after the death.")
        _ = try store.update(.reading([guide], digest: 2), at: .day(2))
        #expect(try store.acceptedAnswers(to: card, limit: 9) == [])
        try answer("ninety-five", at: .day(3))
        #expect(try store.acceptedAnswers(to: card, limit: 9) == ["ninety-five"])
    }

    @Test("stays as it is through a rebuild, and is never changed or deleted")
    func lasting() throws {
        let review = try answer("seventy", at: .day(1))
        let before = try store.dump()
        try store.rebuild()
        #expect(try store.dump() == before)
        #expect(try store.history(of: card).map(\.review) == [review])
        for sql in ["DELETE FROM assessment", "UPDATE assessment SET score = 1"] {
            #expect(throws: StoreError.self) { try store.write { try $0.execute(sql: sql) } }
        }
    }

    @Test("is saved from a damaged store, and absent from one that had none")
    func repaired() throws {
        let folder = try TemporaryFolder()
        let store = try Store.open(folder.data, rules: .sample, now: .minute(0))
        _ = try store.update(.reading([Self.guide]), at: .minute(0))
        var draft = ReviewDraft.sample(card, at: .day(1), form: .freeResponse)
        draft.assessment = .sample
        let review = try store.append(draft).review
        try store.close()
        _ = try Store.repair(folder.data, rules: .sample, now: .day(2))
        let repaired = try Store.open(folder.data, rules: .sample, now: .day(2))
        #expect(try repaired.history(of: card).map(\.review) == [review])
    }

    @Test("gives the answers of neighbouring questions in the order of the guides")
    func modelAnswers() throws {
        let other = Guide.sample("Fair use", question: ("When?", "In some cases."))
        let store = try Store.sample([Self.guide, other])
        let ids = [other.id, Self.guide.id]
        #expect(
            try store.modelAnswers(of: ids, besides: Item.ID("none"), limit: 9)
                == ["In some cases.", "For 70 years after the death."])
        #expect(try store.modelAnswers(of: ids, besides: card.item, limit: 9) == ["In some cases."])
        #expect(try store.modelAnswers(of: ids, besides: card.item, limit: 0) == [])
    }
}
