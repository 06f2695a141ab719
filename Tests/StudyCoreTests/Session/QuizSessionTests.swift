import FSRS
import StudyCore
import Testing

/// A learner who goes through a session by a script.
struct Learner {
    var session: QuizSession
    var now = Timestamp(milliseconds: 0)
    private(set) var transcript: [String] = []
    private var past: [(candidate: QueueCandidate, rating: Rating, state: CardState)] = []
    private var takenBack: [(candidate: QueueCandidate, rating: Rating, state: CardState)] = []
    private let scheduler = Scheduler(isSpread: false)

    init(
        _ cards: String, limit: Int? = nil, minutes: Double? = nil,
        repeats: QuizSession.Repeats = .bySteps
    ) {
        session = QuizSession(
            queue: cards.map { Self.candidate(String($0)) }, start: now, limit: limit,
            minutes: minutes, repeats: repeats)
    }

    static func candidate(_ item: String) -> QueueCandidate {
        QueueCandidate(
            card: Card.ID(item: Item.ID(item), facet: .fact),
            guide: Guide.ID(classSlug: "c", termSlug: "t"), state: nil)
    }

    /// Does what each word says: a rating answers in ten seconds, `wait` lets a minute pass.
    mutating func act(_ script: String) {
        for word in script.split(separator: " ") { step(String(word)) }
        note()
    }

    private mutating func step(_ word: String) {
        switch word {
        case "wait": now = now.adding(seconds: 60)
        case "undo":
            guard let last = past.popLast() else { return }
            session.undone(last.candidate)
            takenBack.append(last)
        case "redo":
            guard let last = takenBack.popLast() else { return }
            session.answered(last.candidate, rating: last.rating, state: last.state, seconds: 10)
            past.append(last)
        default:
            note()
            guard case .ask(let card) = session.turn(at: now) else { return }
            if word == "skip" { return session.skipped(card) }
            if word == "remove" { return session.removed(card.card) }
            let ratings: [String: Rating] = [
                "again": .again, "hard": .hard, "good": .good, "easy": .easy,
            ]
            guard let rating = ratings[word] else {
                Issue.record("no such word: \(word)")
                return
            }
            now = now.adding(seconds: 10)
            let state = scheduler.state(
                after: card.state,
                Scheduler.Answer(
                    card: card.card, rating: rating, evidence: .recall, time: now,
                    clock: StudyClock(utcOffset: 0), retention: 0.9))
            session.answered(card, rating: rating, state: state, seconds: 10)
            past.append((card, rating, state))
        }
    }

    private mutating func note() {
        switch session.turn(at: now) {
        case .ask(let card): transcript.append(card.card.item.text)
        case .end(let end): transcript.append("\(end)")
        }
    }
}

@Suite("A session")
struct QuizSessionTests {
    struct Row: CustomTestStringConvertible {
        let cards: String
        let script: String
        let asked: String
        var limit: Int?
        var minutes: Double?
        var testDescription: String { "\(cards): \(script)" }

        init(
            _ cards: String, _ script: String, asked: String, limit: Int? = nil,
            minutes: Double? = nil
        ) {
            self.cards = cards
            self.script = script
            self.asked = asked
            self.limit = limit
            self.minutes = minutes
        }
    }

    @Test(
        "asks what comes next",
        arguments: [
            Row("", "", asked: "finished"),
            Row("ab", "easy easy", asked: "a b finished"),
            // Good steps to ten minutes; what is within twenty comes when nothing else is left.
            Row("a", "good good", asked: "a a finished"),
            Row("ab", "good easy good", asked: "a b a finished"),
            // Again comes back as soon as its minute is over, before what is left of the queue.
            Row("abc", "again easy easy easy", asked: "a b c a finished"),
            Row("abc", "again wait easy easy easy", asked: "a a b c finished"),
            Row("abc", "good again easy easy easy", asked: "a b c b a finished"),
            Row("a", "again again again good good", asked: "a a a a a finished"),
            Row(
                "ab", "hard easy wait wait wait wait wait wait good good", asked: "a b a a finished"
            ),
            Row("abc", "easy easy easy", asked: "a b limit limit", limit: 2),
            Row("abc", "easy", asked: "limit limit", limit: 0),
            Row("abc", "easy wait easy easy", asked: "a b time time", minutes: 1.3),
            Row("abc", "easy", asked: "time time", minutes: 0),
            Row("abc", "skip easy easy", asked: "a b c finished"),
            Row("ab", "again skip easy", asked: "a b a finished"),
            Row("abc", "remove easy easy", asked: "a b c finished"),
            Row("ab", "again easy remove", asked: "a b a finished"),
            Row("ab", "easy undo good easy", asked: "a a b a"),
            Row("ab", "easy easy undo undo easy easy", asked: "a b a b finished"),
            Row("ab", "easy easy undo redo", asked: "a b finished"),
            // The card taken back comes before one whose step is over.
            Row("abc", "again easy wait undo easy wait easy", asked: "a b b a c"),
            Row("ab", "again again undo undo easy easy", asked: "a b a b finished"),
            Row("ab", "easy easy undo", asked: "a b b", limit: 2),
        ])
    func session(row: Row) {
        var learner = Learner(row.cards, limit: row.limit, minutes: row.minutes)
        learner.act(row.script)
        #expect(learner.transcript.joined(separator: " ") == row.asked)
    }

    @Test(
        "before an exam asks again what is not known, and no more than it pays",
        arguments: [
            Row("ab", "good easy", asked: "a b finished"),
            Row("ab", "again easy good", asked: "a b a finished"),
            Row("ab", "hard easy hard good", asked: "a b a a finished"),
            Row("a", "again again again again", asked: "a a a finished finished"),
            Row("ab", "again again undo good good", asked: "a b b a finished"),
        ])
    func untilKnown(row: Row) {
        var learner = Learner(row.cards, repeats: .untilKnown(most: 2))
        learner.act(row.script)
        #expect(learner.transcript.joined(separator: " ") == row.asked)
    }

    @Test("before an exam asks again what was only recognised")
    func recognised() {
        var session = QuizSession(
            queue: [Learner.candidate("a")], start: Timestamp(milliseconds: 0),
            repeats: .untilKnown(most: 2))
        let state = Scheduler().state(
            after: nil,
            Scheduler.Answer(
                card: Learner.candidate("a").card, rating: .good, evidence: .recognition,
                time: Timestamp(milliseconds: 0), clock: StudyClock(utcOffset: 0), retention: 0.9))
        session.answered(Learner.candidate("a"), rating: .good, state: state, seconds: 5)
        #expect(session.remaining == 1)
    }

    @Test("ends while a step is farther off than twenty minutes")
    func longStep() {
        var session = QuizSession(
            queue: [Learner.candidate("a")], start: Timestamp(milliseconds: 0))
        let state = Scheduler(learningSteps: LearningSteps(seconds: [1201])).state(
            after: nil,
            Scheduler.Answer(
                card: Learner.candidate("a").card, rating: .again, evidence: .recall,
                time: Timestamp(milliseconds: 0), clock: StudyClock(utcOffset: 0), retention: 0.9))
        session.answered(Learner.candidate("a"), rating: .again, state: state, seconds: 1)
        #expect(session.turn(at: Timestamp(milliseconds: 999)) == .end(.finished))
        #expect(session.turn(at: Timestamp(milliseconds: 1000)) != .end(.finished))
    }

    @Test(
        "comes back to the same tally and the same questions by undoing", arguments: UInt64(0)..<60)
    func undoing(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let words = ["again", "again", "hard", "good", "easy", "wait"]
        var learner = Learner("abcdef")
        for _ in 0..<Int.random(in: 0...12, using: &generator) {
            learner.act(words.randomElement(using: &generator) ?? "wait")
        }
        let before = learner
        let count = Int.random(in: 1...5, using: &generator)
        guard case .ask(let next) = before.session.turn(at: before.now) else { return }
        var answered = 0
        for _ in 0..<count where learner.session.turn(at: learner.now) != .end(.finished) {
            learner.act(words.dropLast().randomElement(using: &generator) ?? "good")
            answered += 1
        }
        let after = learner
        for _ in 0..<answered { learner.act("undo") }
        #expect(learner.session.tally == before.session.tally)
        #expect(learner.session.turn(at: learner.now) == .ask(next))
        #expect(learner.session.remaining == before.session.remaining)
        #expect(cards(of: learner.session) == cards(of: before.session))

        for _ in 0..<answered { learner.act("redo") }
        #expect(learner.session.tally == after.session.tally)
        #expect(learner.session.queue == after.session.queue)
        #expect(Set(learner.session.onSteps) == Set(after.session.onSteps))
        #expect(learner.session.takenBack == nil)
    }

    private func cards(of session: QuizSession) -> Set<QueueCandidate> {
        Set(session.queue + session.onSteps + [session.takenBack].compactMap { $0 })
    }

    @Test("asks a card again whose answer of an earlier session is taken back")
    func undoOfEarlierSession() {
        var session = QuizSession(
            queue: [Learner.candidate("a")], start: Timestamp(milliseconds: 0))
        session.undone(Learner.candidate("z"))
        #expect(session.turn(at: Timestamp(milliseconds: 0)) == .ask(Learner.candidate("z")))
        #expect(session.remaining == 2)
        #expect(session.tally == StudyCore.Tally())
    }

    @Test("tells at the end what happened")
    func tally() {
        var learner = Learner("abc")
        learner.act("again easy skip wait good undo good")
        let tally = learner.session.tally
        #expect(tally.entries.map(\.card.item.text) == ["a", "b", "a"])
        #expect(tally.entries.map(\.rating) == [.again, .easy, .good])
        #expect((tally.answers, tally.right, tally.introduced) == (3, 2, 2))
        #expect(tally.seconds == 30)
        #expect(tally.outcomes.map(\.card.item.text) == ["a", "b"])
        #expect(tally.outcomes.map(\.state.reviews) == [2, 1])
        #expect(tally.skipped == [Learner.candidate("c").card])
    }

    @Test("does not count a card as put off whose answer before was taken back")
    func skipThenUndo() {
        var learner = Learner("a")
        learner.act("again wait skip")
        #expect(learner.session.tally.skipped == [Learner.candidate("a").card])
        learner.act("undo")
        #expect(learner.session.tally == StudyCore.Tally())
    }

    @Test("knows how many questions are to come")
    func remaining() {
        var learner = Learner("abc", limit: 4)
        #expect(learner.session.remaining == 3)
        learner.act("again again")
        #expect(learner.session.remaining == 2)
        learner.act("undo")
        #expect(learner.session.remaining == 3)
    }
}
