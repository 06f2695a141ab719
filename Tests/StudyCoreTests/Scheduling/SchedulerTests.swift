import FSRS
import StudyCore
import Testing

/// A card answered by a script, at local times.
struct AnsweredCard {
    var scheduler = Scheduler(isSpread: false)
    var clock = StudyClock(utcOffset: 0)
    var retention = 0.9
    var name = "item"
    var state: CardState?

    /// Minutes since day 0 at midnight, local time.
    static func time(_ day: Int, _ hour: Int, _ minute: Int) -> Timestamp {
        Timestamp(milliseconds: Int64((day * 24 + hour) * 60 + minute) * 60_000)
    }

    func answer(
        _ rating: Rating, at time: Timestamp, by evidence: Evidence = .recall
    ) -> Scheduler.Answer {
        Scheduler.Answer(
            card: Card.ID(item: Item.ID(name), facet: .fact), rating: rating, evidence: evidence,
            time: time, clock: clock, retention: retention)
    }

    @discardableResult
    mutating func give(
        _ rating: Rating, at time: Timestamp, by evidence: Evidence = .recall
    ) -> CardState {
        let next = scheduler.state(after: state, answer(rating, at: time, by: evidence))
        state = next
        return next
    }

    /// When the card may be asked: the step's end, or noon of its day.
    var dueTime: Timestamp? {
        switch state?.due {
        case nil: nil
        case .moment(let moment): moment
        case .day(let day): clock.start(of: day).adding(seconds: 8 * 3600)
        }
    }
}

@Suite("The scheduler")
struct SchedulerTests {
    typealias Phase = CardState.Phase

    static func time(_ day: Int, _ hour: Int, _ minute: Int) -> Timestamp {
        AnsweredCard.time(day, hour, minute)
    }

    struct Row: CustomTestStringConvertible {
        let ratings: [Rating]
        let phase: Phase
        let step: Int
        /// Minutes to the next step; nil when it is days.
        let minutes: Double?
        let lapses: Int
        var testDescription: String { "\(ratings.map(\.rawValue))" }

        init(
            _ ratings: [Rating], _ phase: Phase, step: Int = 0, minutes: Double? = nil,
            lapses: Int = 0
        ) {
            self.ratings = ratings
            self.phase = phase
            self.step = step
            self.minutes = minutes
            self.lapses = lapses
        }
    }

    @Test(
        "takes a card over its steps into review, and back when it is forgotten",
        arguments: [
            Row([.again], .learning, minutes: 1), Row([.hard], .learning, minutes: 5.5),
            Row([.good], .learning, step: 1, minutes: 10), Row([.easy], .review),
            Row([.good, .hard], .learning, step: 1, minutes: 10),
            Row([.good, .again], .learning, minutes: 1), Row([.good, .good], .review),
            Row([.good, .easy], .review), Row([.good, .again, .good, .good], .review),
            Row([.easy, .again], .relearning, minutes: 10, lapses: 1),
            Row([.easy, .again, .again], .relearning, minutes: 10, lapses: 1),
            Row([.easy, .again, .hard], .relearning, minutes: 15, lapses: 1),
            Row([.easy, .again, .good], .review, lapses: 1),
            Row([.easy, .again, .good, .again, .easy], .review, lapses: 2),
            Row([.easy, .hard], .review), Row([.easy, .good, .easy, .hard], .review),
        ])
    func phases(row: Row) throws {
        var card = AnsweredCard()
        var time = Self.time(0, 12, 0)
        for rating in row.ratings {
            card.give(rating, at: time)
            time = try #require(card.dueTime)
        }
        let state = try #require(card.state)
        #expect((state.phase, state.step, state.lapses) == (row.phase, row.step, row.lapses))
        #expect(state.reviews == row.ratings.count)
        switch state.due {
        case .moment(let moment):
            #expect(moment.seconds - state.lastTime.seconds == row.minutes.map { $0 * 60 })
            #expect(state.interval == 0)
        case .day(let day):
            #expect(row.minutes == nil)
            #expect(day - state.lastDay == state.interval)
            #expect(state.interval > 0)
        }
    }

    @Test("gives the default intervals, as the model has them")
    func intervals() throws {
        var card = AnsweredCard()
        card.give(.good, at: Self.time(0, 12, 0))
        card.give(.good, at: Self.time(0, 12, 10))
        var days: [Int] = []
        for _ in 0..<5 {
            days.append(try #require(card.state).interval)
            card.give(.good, at: try #require(card.dueTime))
        }
        let model = MemoryModel()
        var memory = model.state(after: nil, rating: .good, days: 0)
        memory = model.state(after: memory, rating: .good, days: 0)
        var expected: [Int] = []
        for _ in 0..<5 {
            expected.append(Int(model.interval(of: memory, retention: 0.9).rounded()))
            memory = model.state(after: memory, rating: .good, days: Double(expected.last ?? 0))
        }
        #expect(days == expected)
    }

    @Test(
        "counts study days, which end at the rollover and not at midnight",
        arguments: [
            (time(0, 23, 50), time(1, 4, 10), 1), (time(0, 4, 10), time(1, 3, 50), 0),
            (time(0, 12, 0), time(1, 3, 59), 0), (time(0, 3, 59), time(0, 4, 0), 1),
            (time(0, 12, 0), time(7, 12, 0), 7), (time(7, 12, 0), time(2, 12, 0), 0),
        ])
    func studyDays(first: Timestamp, second: Timestamp, days: Int) {
        for utcOffset in [-600, 0, 345, 840] {
            let clock = StudyClock(utcOffset: utcOffset)
            let local = { (time: Timestamp) in time.adding(seconds: Double(-utcOffset * 60)) }
            var card = AnsweredCard(clock: clock)
            let before = card.give(.easy, at: local(first))
            let after = card.give(.good, at: local(second))
            let model = MemoryModel()
            #expect(
                after.memory
                    == model.state(after: before.memory, rating: .good, days: Double(days)))
        }
    }

    @Test("keeps a study day's card to its day when a step reaches over the rollover")
    func stepOverRollover() throws {
        var card = AnsweredCard()
        let state = card.give(.good, at: Self.time(1, 3, 55))
        #expect(state.due == .day(StudyDay(number: 1)))
        #expect((state.phase, state.step) == (.learning, 1))
        #expect(!state.isDue(at: Self.time(1, 3, 59), on: StudyDay(number: 0)))
        #expect(state.isDue(at: Self.time(1, 4, 0), on: StudyDay(number: 1)))

        var other = AnsweredCard()
        #expect(other.give(.good, at: Self.time(1, 3, 49)).due == .moment(Self.time(1, 3, 59)))
    }

    @Test("takes steps of days for days")
    func longSteps() {
        let day = 86_400.0
        var card = AnsweredCard(
            scheduler: Scheduler(learningSteps: LearningSteps(seconds: [day, 3 * day])))
        #expect(card.give(.again, at: Self.time(0, 12, 0)).due == .day(StudyDay(number: 1)))
        #expect(card.give(.good, at: Self.time(1, 23, 0)).due == .day(StudyDay(number: 4)))
    }

    @Test(
        "orders the intervals of the keys on every state that can be reached",
        arguments: UInt64(0)..<100)
    func order(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var card = AnsweredCard(
            scheduler: Scheduler(isSpread: seed.isMultiple(of: 2)),
            retention: [0.7, 0.9, 0.99].randomElement(using: &generator) ?? 0.9, name: "\(seed)")
        var time = Self.time(0, 12, 0)
        let maximum = card.scheduler.maximumInterval
        func isShorter(_ left: Int, _ right: Int) -> Bool {
            left < right || left == maximum && right == maximum
        }
        for _ in 0..<30 {
            let outcomes = card.scheduler.outcomes(after: card.state, card.answer(.good, at: time))
            let intervals = try Rating.allCases.map { try #require(outcomes[$0]).interval }
            if card.state?.phase == .review {
                #expect(isShorter(intervals[0], intervals[1]))
                #expect(isShorter(intervals[1], intervals[2]))
            }
            #expect(isShorter(intervals[2], intervals[3]))
            for (rating, outcome) in outcomes {
                #expect(outcome.lastDay == card.clock.day(of: time))
                #expect((outcome.interval == 0) == (outcome.phase != .review))
                let stability = try #require(outcome.memory).stability
                guard let before = card.state?.memory else { continue }
                #expect(rating == .again || stability >= before.stability)
                #expect(rating != .again || stability <= before.stability)
            }
            let rating = Rating.allCases.randomElement(using: &generator) ?? .good
            let evidence: Evidence =
                Int.random(in: 0..<5, using: &generator) == 0 ? .recognition : .recall
            let state = card.give(rating, at: time, by: evidence)
            if evidence == .recall || rating == .again { #expect(state == outcomes[rating]) }
            // On time mostly; else early, late or with a clock that was put back.
            let due = try #require(card.dueTime)
            let shifts: [Double] = [0, 0, 0, 0, -3600, 30, 90_000, 9e6, -200_000]
            let shift =
                shifts.randomElement(using: &generator)
                ?? 0
            time = due.adding(seconds: shift)
        }
    }

    @Test("derives the same state from the same answers", arguments: UInt64(0)..<20)
    func replay(seed: UInt64) {
        func replayed(seed: UInt64, name: String) -> [CardState] {
            var generator = SeededGenerator(seed: seed)
            var card = AnsweredCard(scheduler: Scheduler(), name: name)
            var time = Self.time(0, 12, 0)
            return (0..<20).map { _ in
                time = time.adding(
                    seconds: Double(Int.random(in: 0...2_000_000, using: &generator)))
                return card.give(
                    Rating.allCases.randomElement(using: &generator) ?? .good, at: time,
                    by: Bool.random(using: &generator) ? .recall : .recognition)
            }
        }
        #expect(replayed(seed: seed, name: "a") == replayed(seed: seed, name: "a"))
    }

    @Test("spreads cards learnt together, each card always in the same way")
    func spread() throws {
        func interval(_ name: String, isSpread: Bool) -> Int {
            var card = AnsweredCard(scheduler: Scheduler(isSpread: isSpread), name: name)
            for day in [0, 8, 40, 150] { card.give(.easy, at: Self.time(day, 12, 0)) }
            return card.state?.interval ?? 0
        }
        let names = (0..<100).map { "card\($0)" }
        let spread = names.map { interval($0, isSpread: true) }
        #expect(spread == names.map { interval($0, isSpread: true) })
        #expect(Set(spread).count > 10)
        #expect(Set(names.map { interval($0, isSpread: false) }).count == 1)
    }

    @Test("spreads the same card anew after each answer")
    func spreadAnew() throws {
        var card = AnsweredCard(scheduler: Scheduler())
        for day in [0, 8, 40, 150] { card.give(.easy, at: Self.time(day, 12, 0)) }
        var state = try #require(card.state)
        var intervals: Set<Int> = []
        for reviews in 1...20 {
            state.reviews = reviews
            let answer = card.answer(.good, at: Self.time(600, 12, 0))
            intervals.insert(card.scheduler.state(after: state, answer).interval)
        }
        #expect(intervals.count > 5)
    }

    @Test("never gives more days than the maximum, and fewer for a higher retention")
    func limits() {
        func interval(retention: Double, maximum: Int) -> Int {
            var card = AnsweredCard(
                scheduler: Scheduler(maximumInterval: maximum, isSpread: false),
                retention: retention)
            for day in [0, 10, 50, 200] { card.give(.easy, at: Self.time(day, 12, 0)) }
            return card.state?.interval ?? 0
        }
        #expect(interval(retention: 0.9, maximum: 30) == 30)
        #expect(interval(retention: 0.7, maximum: 1) == 1)
        let falling = [0.7, 0.8, 0.9, 0.95, 0.99].map { interval(retention: $0, maximum: 36500) }
        #expect(falling == falling.sorted(by: >))
        #expect(Set(falling).count == falling.count)
    }

    @Test("knows how likely a card is remembered, by study days")
    func retrievability() throws {
        var card = AnsweredCard()
        #expect(
            card.scheduler.retrievability(of: nil, at: Self.time(0, 12, 0), on: StudyDay(number: 0))
                == nil)
        let state = card.give(.easy, at: Self.time(0, 12, 0))
        let memory = try #require(state.memory)
        for day in [-1, 0, 1, 30] {
            let now = Self.time(day, 20, 0)
            #expect(
                card.scheduler.retrievability(of: state, at: now, on: card.clock.day(of: now))
                    == MemoryModel().retrievability(of: memory, after: Double(max(0, day))))
        }
    }
}

@Suite("Recognition")
struct RecognitionTests {
    static func time(_ day: Int, _ hour: Int, _ minute: Int) -> Timestamp {
        AnsweredCard.time(day, hour, minute)
    }

    @Test("never takes a card past its steps, however often it is right")
    func hundredTimes() throws {
        var card = AnsweredCard()
        var time = Self.time(0, 12, 0)
        for _ in 0..<100 {
            card.give(.easy, at: time, by: .recognition)
            time = try #require(card.dueTime)
        }
        let state = try #require(card.state)
        #expect((state.phase, state.step, state.interval) == (.learning, 0, 0))
        #expect(state.memory == nil)
        #expect(state.reviews == 100)
        // The first recall counts as the first one.
        let recalled = card.give(.good, at: time)
        #expect(recalled.memory == MemoryModel().state(after: nil, rating: .good, days: 0))
        #expect((recalled.phase, recalled.step) == (.learning, 1))
    }

    @Test("that is wrong counts as forgotten")
    func wrong() {
        var recognised = AnsweredCard()
        var recalled = AnsweredCard()
        for (day, rating) in [(0, Rating.easy), (8, .again)] {
            let time = Self.time(day, 12, 0)
            recognised.give(rating, at: time, by: rating == .again ? .recognition : .recall)
            recalled.give(rating, at: time)
        }
        #expect(recognised.state == recalled.state)
        #expect(recognised.state?.lapses == 1)
    }

    @Test("of a card in review leaves its memory and asks again tomorrow")
    func inReview() throws {
        var card = AnsweredCard()
        var expected = card.give(.easy, at: Self.time(0, 12, 0))
        let due = try #require(card.dueTime)
        card.give(.good, at: Self.time(1, 12, 0), by: .recognition)
        expected.reviews = 2
        #expect(card.state == expected, "before it is due nothing changes")
        card.give(.good, at: due, by: .recognition)
        expected.reviews = 3
        expected.due = .day(card.clock.day(of: due) + 1)
        #expect(card.state == expected)
    }

    @Test("of a card that was forgotten waits for the step of forgotten cards")
    func relearning() {
        var card = AnsweredCard(
            scheduler: Scheduler(
                learningSteps: LearningSteps(seconds: [60]),
                relearningSteps: LearningSteps(seconds: [1800])))
        card.give(.easy, at: Self.time(0, 12, 0))
        card.give(.again, at: Self.time(9, 12, 0))
        let state = card.give(.good, at: Self.time(9, 12, 30), by: .recognition)
        #expect(state.due == .moment(Self.time(9, 13, 0)))
        #expect(state.phase == .relearning)
    }

    @Test("comes back tomorrow, not at once for ever, when there are no steps")
    func withoutSteps() {
        let none = LearningSteps(seconds: [])
        var card = AnsweredCard(scheduler: Scheduler(learningSteps: none, relearningSteps: none))
        let state = card.give(.good, at: Self.time(0, 12, 0), by: .recognition)
        #expect(state.due == .day(StudyDay(number: 1)))
        #expect(card.give(.again, at: Self.time(1, 12, 0)).phase == .review)
    }
}
