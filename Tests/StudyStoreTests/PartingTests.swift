import StudyCore
import Testing

@testable import StudyStore

/// A fact was replaced by another one so much like it that the program took them for one.
@Suite("Taking apart what was matched by likeness")
struct PartingTests {
    private let store: Store
    private let item: Item.ID
    private let card: Card.ID
    /// How alike the engine found the two texts.
    private let score: Double?
    private let path = "media-business/reach.md"

    private static let before = "Reach counts the different people who saw a post in one week."
    private static let after = "Reach counts the different people who saw a page in one month."

    private static func guide(_ fact: String, beside others: [String] = []) -> Guide {
        .sample("Reach", facts: [fact] + others)
    }

    private static func fingerprint(_ text: String) -> Fingerprint {
        Fingerprint(kind: .fact, text: text, answer: nil)
    }

    init() throws {
        store = try Store.sample([Self.guide(Self.before)])
        item = try store.item(1, of: "reach")
        card = Card.ID(item: item, facet: .fact)
        try Self.answer(item, Self.before, day: 1, in: store)
        try Self.answer(item, Self.before, day: 2, in: store)
        let report = try store.update(.reading([Self.guide(Self.after)]), at: .day(3))
        score = report.matched.first?.score
        try Self.answer(item, Self.after, day: 4, in: store)
    }

    private func answer(_ item: Item.ID, _ text: String, day: Int) throws {
        try Self.answer(item, text, day: day, in: store)
    }

    private static func answer(
        _ item: Item.ID, _ text: String, day: Int, in store: Store
    ) throws {
        var draft = ReviewDraft.sample(Card.ID(item: item, facet: .fact), at: .day(day))
        draft.fingerprint = fingerprint(text)
        _ = try store.append(draft)
    }

    private func part(
        day: Int = 5, _ standing: String = Self.after
    ) throws -> (action: Action, made: Item.ID) {
        let deed = try store.unlinking(item)
        guard case .part(item, let text, let made) = deed else {
            throw StoreError.refused(reason: "not a parting: \(deed)")
        }
        #expect(text == Self.fingerprint(standing))
        return (try store.append(deed, at: .day(day), utcOffset: 0), made)
    }

    private func days(of item: Item.ID) throws -> [Int] {
        try store.history(of: Card.ID(item: item, facet: .fact)).map {
            Int(($0.review.time.milliseconds - Timestamp.day(0).milliseconds) / 86_400_000)
        }
    }

    private func expectSound(at line: SourceLocation = #_sourceLocation) throws {
        #expect(try store.check(at: .day(60)).staleTables == [], sourceLocation: line)
    }

    @Test("The text that stands gets an id of its own and the answers given to it")
    func parted() throws {
        let made = try part().made
        #expect(made != item)
        #expect(try store.item(1, of: "reach") == made)
        #expect(try days(of: item) == [1, 2])
        #expect(try days(of: made) == [4])
        let new = try #require(try store.card(Card.ID(item: made, facet: .fact)))
        #expect(new.state?.reviews == 1)
        #expect(new.item.text.plain == Self.after)
        #expect(!new.standing.isChanged)
        let orphans = try store.orphans()
        #expect(orphans.map(\.id) == [item])
        #expect(orphans.map(\.text) == [Self.before])
        #expect(orphans.map(\.reviews) == [2])
        #expect(try store.rewordings(since: .minute(0), limit: 9) == [])
        #expect(try store.newItems(since: .day(1), limit: 9).map(\.item) == [made])
        try expectSound()
    }

    @Test("Later loads leave them apart: unchanged, edited, read anew, or put back")
    func laterLoads() throws {
        let made = try part().made
        _ = try store.update(.reading([Self.guide(Self.after)]), at: .day(6))
        #expect(try store.item(1, of: "reach") == made)

        try store.forgetCatalogue()
        _ = try store.update(.reading([Self.guide(Self.after)]), at: .day(7))
        #expect(try store.item(1, of: "reach") == made)
        #expect(try store.orphans().map(\.id) == [item])

        let edited = Self.after + " It is often told too high."
        _ = try store.update(.reading([Self.guide(edited)]), at: .day(8))
        #expect(try store.item(1, of: "reach") == made)
        #expect(try days(of: made) == [4])

        _ = try store.update(.reading([Self.guide(Self.before)]), at: .day(9))
        #expect(try store.item(1, of: "reach") == item)
        #expect(try days(of: item) == [1, 2])

        // The two texts in turn: each is known again, and neither is taken for the other.
        _ = try store.update(.reading([Self.guide(Self.after)]), at: .day(10))
        #expect(try store.item(1, of: "reach") == made)
        _ = try store.update(.reading([Self.guide(Self.before)]), at: .day(11))
        #expect(try store.item(1, of: "reach") == item)
        try expectSound()
    }

    @Test("A second copy of the text is not taken for the old item either")
    func copy() throws {
        let made = try part().made
        let guide = Self.guide(Self.after, beside: [Self.after])
        _ = try store.update(.reading([guide]), at: .day(6))
        #expect(try store.item(1, of: "reach") == made)
        #expect(try store.item(2, of: "reach") != item)
    }

    @Test("Undo makes them one again, redo takes them apart again")
    func undo() throws {
        let before = try store.dump()
        let (action, made) = try part()
        let parted = try store.dump()
        let undo = try store.append(.undo(action.id), at: .day(6), utcOffset: 0)
        #expect(try store.item(1, of: "reach") == item)
        #expect(try days(of: item) == [1, 2, 4])
        #expect(try store.card(card)?.state?.reviews == 3)
        for table in ["entry", "card_state", "day_total"] {
            #expect(try store.dump()[table] == before[table])
        }
        try expectSound()
        _ = try store.update(.reading([Self.guide(Self.after)]), at: .day(7))
        #expect(try store.item(1, of: "reach") == item)

        _ = try store.append(.redo(undo.id), at: .day(8), utcOffset: 0)
        #expect(try store.item(1, of: "reach") == made)
        for table in ["entry", "card_state", "day_total"] {
            #expect(try store.dump()[table] == parted[table])
        }
        try expectSound()
    }

    @Test("After undo the item has what the made one came to have: edits and answers")
    func undoLater() throws {
        let (action, made) = try part()
        let edited = Self.after + " It is often told too high."
        _ = try store.update(.reading([Self.guide(edited)]), at: .day(6))
        try answer(made, edited, day: 7)
        _ = try store.append(.undo(action.id), at: .day(8), utcOffset: 0)
        #expect(try store.item(1, of: "reach") == item)
        #expect(try days(of: item) == [1, 2, 4, 7])
        // A question of the made item may still have been open.
        try answer(made, edited, day: 9)
        #expect(try days(of: item) == [1, 2, 4, 7, 9])
        #expect(try store.card(card)?.state?.reviews == 5)
        try expectSound()
        try store.forgetCatalogue()
        _ = try store.update(.reading([Self.guide(edited)]), at: .day(10))
        #expect(try store.item(1, of: "reach") == item)
        // Taken apart once more, the text gets another id.
        #expect(try part(day: 11, edited).made != made)
    }

    @Test("Answers to the text that come in later, under the old id, count for the new one")
    func late() throws {
        let made = try part().made
        try answer(item, Self.after, day: 6)
        try answer(item, Self.before, day: 7)
        #expect(try days(of: made) == [4, 6])
        #expect(try days(of: item) == [1, 2, 7])
        #expect(try store.card(Card.ID(item: made, facet: .fact))?.state?.reviews == 2)
        #expect(try store.card(card)?.state?.reviews == 3)
        try expectSound()
    }

    @Test("The undo is refused while both stand in guides")
    func bothStand() throws {
        let (action, made) = try part()
        _ = try store.update(
            .reading([Self.guide(Self.after, beside: [Self.before])]), at: .day(6))
        #expect(try store.item(2, of: "reach") == item)
        #expect(
            throws: StoreError.refused(
                reason:
                    "Items \(item) and \(made) both stand in guides now; they cannot be one again."
            )
        ) { try store.append(.undo(action.id), at: .day(7), utcOffset: 0) }
    }

    @Test("What was not matched by likeness cannot be taken apart")
    func refused() throws {
        let definition = try store.item(0, of: "reach")
        #expect(
            throws: StoreError.refused(
                reason: """
                    Item \(definition) was neither linked by hand nor found again by likeness; there \
                    is nothing to take apart.
                    """)
        ) { try store.unlinking(definition) }
        let made = try part().made
        #expect(throws: StoreError.self) { try store.unlinking(made) }
        #expect(throws: StoreError.self) { try store.unlinking(item) }
    }

    @Test("A guide that was renamed since does not hide the match")
    func renamed() throws {
        var guide = Self.guide(Self.after)
        guide.path = "media-business/renamed.md"
        _ = try store.update(.reading([guide], removed: [path]), at: .day(5))
        let made = try part(day: 6).made
        #expect(try store.item(1, of: "reach") == made)
        #expect(try store.orphans().map(\.id) == [item])
    }

    @Test("The score of a match is the one the engine found")
    func likeness() throws {
        let rewording = try #require(try store.rewordings(since: .minute(0), limit: 9).first)
        #expect(rewording.item == item)
        #expect(rewording.likeness == score)
    }
}
