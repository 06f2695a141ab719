import FSRS
import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("Adopted parameters")
struct AdoptionTests {
    private let card = Card.ID(item: Item.ID("item"), facet: .fact)

    /// Parameters of a version other than its defaults, the more so the greater the number.
    private func parameters(_ number: Int, _ version: Version = .fsrs6) throws -> Parameters {
        var values = Parameters.standard(version).values
        for index in 0..<4 { values[index] += Double(number) / 3 }
        return try Parameters(values)
    }

    private func adopt(
        _ parameters: Parameters, in store: Store, at minute: Int
    ) throws -> Action {
        try store.append(.adopt(parameters), at: .minute(minute), utcOffset: 60)
    }

    @Test("last until they are taken back, the newest of each version of the model")
    func newest() throws {
        let store = try Store.inMemory(rules: .learning)
        #expect(store.adopted == Adopted())
        #expect(store.adopted[.fsrs6] == .standard && store.adopted[.fsrs7] == .standard(.fsrs7))
        let first = try adopt(parameters(1), in: store, at: 10)
        _ = try adopt(parameters(5, .fsrs7), in: store, at: 20)
        let second = try adopt(parameters(2), in: store, at: 30)
        // Its clock was slow, so it came before the others.
        _ = try adopt(parameters(3), in: store, at: 5)
        #expect(try store.adopted[.fsrs6] == parameters(2))
        #expect(try store.adopted[.fsrs7] == parameters(5, .fsrs7))
        let undo = try store.append(.undo(second.id), at: .minute(40), utcOffset: 60)
        #expect(try store.adopted[.fsrs6] == parameters(1))
        _ = try store.append(.undo(first.id), at: .minute(50), utcOffset: 60)
        #expect(try store.adopted[.fsrs6] == parameters(3))
        _ = try store.append(.redo(undo.id), at: .minute(60), utcOffset: 60)
        #expect(try store.adopted[.fsrs6] == parameters(2))
        #expect(try store.event(second.id) == .action(second))
    }

    @Test("replay all answers, and an undo restores every row as it was", arguments: [1, 2])
    func undo(seed: UInt64) throws {
        let store = try Store.inMemory(rules: .learning)
        var generator = SeededGenerator(seed: seed)
        try answer(200, in: store, using: &generator)
        let before = try store.dump()
        let adoption = try adopt(parameters(4), in: store, at: 1_000_000)
        let after = try store.dump()
        #expect(after["card_state"] != before["card_state"])
        try store.rebuild()
        #expect(try store.dump() == after)
        #expect(try store.check(at: .minute(1_000_000)).isSound)

        let undo = try store.append(.undo(adoption.id), at: .minute(1_000_001), utcOffset: 60)
        var undone = try store.dump()
        #expect(undone["undone"]?.count == 1)
        undone["undone"] = []
        #expect(undone == before)
        _ = try store.append(.redo(undo.id), at: .minute(1_000_002), utcOffset: 60)
        #expect(try store.dump() == after)
        #expect(try store.check(at: .minute(1_000_002)).isSound)
    }

    @Test("and answers mixed at random give what a rebuild gives", arguments: [3, 4, 5])
    func mixed(seed: UInt64) throws {
        let store = try Store.inMemory(rules: .learning)
        var generator = SeededGenerator(seed: seed)
        for round in 0..<12 {
            try answer(20, in: store, from: round * 20, using: &generator)
            let minute = round * 20_000 + 19_999
            if Bool.random(using: &generator), let event = try store.undoable() {
                _ = try store.append(.undo(event.id), at: .minute(minute), utcOffset: 60)
            } else {
                let number = Int.random(in: 0..<4, using: &generator)
                _ = try adopt(parameters(number), in: store, at: minute)
            }
            #expect(try store.check(at: .minute(minute)).staleTables == [])
        }
    }

    private func answer(
        _ count: Int, in store: Store, from start: Int = 0, using generator: inout SeededGenerator
    ) throws {
        for number in start..<(start + count) {
            let item = Item.ID("item \(Int.random(in: 0..<15, using: &generator))")
            let rating = Rating.allCases.randomElement(using: &generator) ?? .good
            _ = try store.append(
                .sample(
                    Card.ID(item: item, facet: .fact), rating,
                    at: .minute(number * 1000 + Int.random(in: 0..<900, using: &generator))))
        }
    }

    @Test("are there at the next start, which derives nothing anew")
    func reopened() throws {
        let folder = try TemporaryFolder()
        let store = try Store.open(folder.data, rules: .learning, now: .minute(0))
        _ = try store.append(.sample(card, at: .minute(1)))
        _ = try adopt(parameters(3), in: store, at: 2)
        // A figure that no rebuild would leave.
        try store.write { try $0.execute(sql: "UPDATE card_state SET lapses = 40") }
        try store.close()
        let reopened = try Store.open(folder.data, rules: .learning, now: .minute(3))
        #expect(try reopened.adopted[.fsrs6] == parameters(3))
        let state = try reopened.read { db in
            try Row.fetchOne(db, sql: "SELECT stability, lapses FROM card_state")
        }
        #expect(try state?["stability"] == parameters(3).values[2])
        #expect(state?["lapses"] == 40)
    }

    @Test("hold for another program that has the file open")
    func twoPrograms() throws {
        let folder = try TemporaryFolder()
        let one = try Store.open(folder.data, rules: .learning, now: .minute(0))
        let other = try Store.open(folder.data, rules: .learning, now: .minute(0))
        _ = try adopt(parameters(3), in: one, at: 1)
        let (_, state) = try other.append(.sample(card, at: .minute(2)))
        #expect(try state.memory?.stability == parameters(3).values[2])
        #expect(try other.check(at: .minute(3)).isSound)
    }

    @Test("that could not be saved do not hold")
    func failed() throws {
        let store = try Store.inMemory(rules: .learning)
        _ = try store.append(.sample(card, at: .minute(1)))
        // Stands for a full disk in the middle of the replay.
        try store.write { db in
            try db.execute(
                sql: """
                    CREATE TEMP TRIGGER full BEFORE INSERT ON main.card_state
                    BEGIN SELECT RAISE(ABORT, 'full'); END;
                    """)
        }
        #expect(throws: StoreError.self) { try adopt(parameters(3), in: store, at: 2) }
        #expect(store.adopted == Adopted())
        try store.write { try $0.execute(sql: "DROP TRIGGER full") }
        let (_, state) = try store.append(.sample(card, at: .minute(3)))
        #expect(state.memory?.stability != nil)
        #expect(try store.check(at: .minute(3)).isSound)
    }

    @Test("The answers that count come in the order of time, those of linked items as one card's")
    func answerLog() throws {
        let guide = Guide.sample(
            "Reach", facts: ["Reach counts people.", "Reach is no frequency."])
        let store = try Store.sample([guide])
        let (old, new) = (try store.item(1, of: "reach"), try store.item(2, of: "reach"))
        func answer(_ item: Item.ID, _ rating: Rating, _ minute: Int, _ form: Form) throws
            -> EventID
        {
            try store.append(
                .sample(
                    Card.ID(item: item, facet: .fact), rating, at: .minute(minute), form: form)
            ).review.id
        }
        _ = try answer(old, .hard, 3000, .cloze)
        _ = try answer(new, .easy, 10, .multipleChoice)
        let mistake = try answer(new, .again, 2000, .cloze)
        _ = try store.append(.undo(mistake), at: .minute(4000), utcOffset: 0)
        _ = try store.append(.link(old, to: new), at: .minute(5000), utcOffset: 0)
        _ = try answer(old, .good, 6000, .flashcard)
        func logged(_ card: Int, _ rating: Rating, _ minute: Int, _ evidence: Evidence)
            -> LoggedAnswer
        {
            LoggedAnswer(
                card: card, rating: rating, evidence: evidence, time: .minute(minute),
                utcOffset: 60)
        }
        #expect(
            try store.answerLog() == [
                logged(0, .easy, 10, .recognition), logged(0, .hard, 3000, .recall),
                logged(1, .good, 6000, .recall),
            ])
    }

    @Test("Whether a fit was called to mind is kept with the file")
    func considered() throws {
        let store = try Store.sample()
        #expect(try store.fitConsidered() == 0)
        try store.considerFit(at: 400)
        #expect(try store.fitConsidered() == 400)
        // The first answer of a card tells nothing, nor does one by recognition.
        for day in 0..<3 { _ = try store.append(.sample(card, at: .day(day))) }
        _ = try store.append(.sample(card, at: .day(3), form: .multipleChoice))
        #expect(try store.fittableAnswers() == 2)
    }
}

extension Rules {
    /// The real scheduler, under the parameters of FSRS-6 that are adopted.
    fileprivate static let learning = Rules { adopted in
        let scheduler = Scheduler(
            parameters: adopted[.fsrs6], learningSteps: LearningSteps(seconds: []),
            relearningSteps: LearningSteps(seconds: []))
        let name = adopted[.fsrs6].values.map { String($0) }.joined(separator: " ")
        return Rules(version: name) { state, review, _ in
            scheduler.state(
                after: state,
                Scheduler.Answer(
                    card: review.card, rating: review.rating, evidence: review.form.evidence,
                    time: review.time, clock: StudyClock(utcOffset: review.utcOffset),
                    retention: 0.9))
        }
    }
}
