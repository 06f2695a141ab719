import FSRS
import StudyCore
import Testing

@Suite("Figures of progress")
struct FigureTests {
    // Values of Newcombe (1998), Two-sided confidence intervals for the single proportion, table I.
    @Test(
        "Wilson's interval is as published",
        arguments: [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
            (1, 29, 0.0061, 0.1718), (20, 20, 0.8389, 1),
        ])
    func wilson(right: Int, all: Int, low: Double, high: Double) {
        let interval = Proportion(right: right, of: all).interval
        #expect(abs(interval.lowerBound - low) < 0.00006)
        #expect(abs(interval.upperBound - high) < 0.00006)
    }

    @Test("Of none nothing is known")
    func none() {
        #expect(Proportion(right: 0, of: 0).interval == 0...1)
        #expect(Proportion(right: 0, of: 0).share == nil)
        #expect(RecallTotal().predicted == nil)
        #expect(RecallTotal().seconds == nil)
        #expect(Mastery().predicted == nil)
        #expect(Mastery().weakness == nil)
    }

    @Test(
        "A streak goes on while today has no answer yet",
        arguments: [
            ([], 0, 0), ([10], 1, 1), ([9], 1, 1), ([8], 0, 1), ([10, 9, 8, 6, 5, 4, 3], 3, 4),
            ([9, 8, 7], 3, 3), ([10, 10, 9, 11, 12], 2, 2), ([1, 2, 3, 8], 0, 3),
        ])
    func streak(days: [Int], current: Int, longest: Int) {
        let streak = Streak(days.map(StudyDay.init(number:)), today: StudyDay(number: 10))
        #expect(streak.current == current)
        #expect(streak.longest == longest)
    }

    @Test("Weeks begin on Monday, before 1970 too")
    func monday() {
        // 2026-11-23 is a Monday, day 20,780.
        for offset in 0..<7 {
            #expect(StudyDay(number: 20_780 + offset).monday.number == 20_780)
            #expect(StudyDay(number: 20_780 - 3000 * 7 + offset).monday.number == 20_780 - 21_000)
        }
    }

    private func state(
        _ phase: CardState.Phase, due: CardState.Due, lastDay: Int = 0, interval: Int = 5
    ) -> CardState {
        CardState(
            memory: MemoryState(stability: 5, difficulty: 5), phase: phase, step: 0, due: due,
            lastTime: Timestamp(milliseconds: Int64(lastDay) * 86_400_000),
            lastDay: StudyDay(number: lastDay), interval: interval, reviews: 3, lapses: 0)
    }

    @Test("Only the first answer of a day from memory tests a card in review")
    func trials() {
        let review = state(.review, due: .day(StudyDay(number: 5)))
        let old = state(.review, due: .day(StudyDay(number: 30)), interval: 21)
        let step = state(.relearning, due: .day(StudyDay(number: 1)))
        let (today, later) = (StudyDay(number: 0), StudyDay(number: 5))
        #expect(Trial(form: .cloze, at: review, on: later) == .young)
        #expect(Trial(form: .cloze, at: old, on: later) == .mature)
        #expect(Trial(form: .cloze, at: review, on: today) == .practice)
        #expect(Trial(form: .multipleChoice, at: old, on: later) == .practice)
        #expect(Trial(form: .flashcard, at: step, on: later) == .practice)
        #expect(Trial(form: .flashcard, at: nil, on: later) == .practice)
    }

    @Test("What comes due is counted on its day, hidden cards when they are seen again")
    func forecast() {
        let clock = StudyClock(utcOffset: 60, rollover: 240)
        let today = StudyDay(number: 20_000)
        let now = clock.start(of: today).adding(seconds: 3600)
        func card(_ due: CardState.Due, _ marks: CardMarks = CardMarks()) -> StandingCard {
            StandingCard(past: past(due, recall: 0.9), marks: marks, blindGuess: 0.25)
        }
        var forecast = DueForecast()
        let cards = [
            card(.day(today)), card(.day(today + -2)), card(.day(today + 1)),
            card(.day(today + 30)),
            card(.day(today + 31)), card(.day(today), CardMarks(buriedUntil: today + 2)),
            card(.day(today), CardMarks(isSuspended: true)), card(.moment(now)),
            card(.moment(now.adding(seconds: 600))),
            // Before 04:00 it is still today, after it tomorrow.
            card(.moment(clock.start(of: today + 1).adding(seconds: -60))),
            card(.moment(clock.start(of: today + 1))),
            StandingCard(past: nil, marks: CardMarks(), blindGuess: 0),
        ]
        for card in cards { forecast.count(card, at: now, on: today, clock) }
        #expect(forecast.now == 3)
        #expect(forecast.overdue == 1)
        #expect(forecast.laterToday == 2)
        #expect(forecast.days[0] == 2)
        #expect(forecast.days[1] == 1)
        #expect(forecast.days[29] == 1)
        #expect(forecast.days.reduce(0, +) == 4)
    }

    private func past(_ due: CardState.Due, recall: Double) -> StandingCard.Past {
        StandingCard.Past(phase: .review, due: due, interval: 5, lapses: 0, recall: recall)
    }

    @Test("An unseen card is worth a blind guess, one with a memory its recall")
    func predicted() {
        var mastery = Mastery()
        let day = StudyDay(number: 3)
        let now = Timestamp(milliseconds: 3 * 86_400_000)
        func count(_ past: StandingCard.Past?, suspended: Bool = false) {
            mastery.count(
                StandingCard(
                    past: past, marks: CardMarks(isSuspended: suspended), blindGuess: 0.25),
                at: now, on: day)
        }
        count(past(.day(day + 2), recall: 0.8))
        count(nil)
        count(past(.day(day + 2), recall: 0.1), suspended: true)
        #expect(mastery.predicted == (0.8 + 0.25) / 2)
        #expect(mastery.predictedOfKnown == 0.8)
        #expect(abs((mastery.predictedOfSeen ?? 0) - 0.8) < 1e-12)
        #expect(mastery.weakness == .young)
        count(past(.day(day), recall: 0.3))
        #expect(mastery.weakness == .faded)
        #expect(mastery.due == 1)
        #expect((mastery.cards, mastery.new, mastery.young, mastery.suspended) == (4, 1, 2, 1))
    }

    @Test("What a session moved is told from one moment, without it and with it")
    func gain() throws {
        let guide = Guide.ID(classSlug: "a", termSlug: "b")
        let ids = (0..<3).map { Card.ID(item: Item.ID("i\($0)"), facet: .meaning) }
        let fresh = state(.review, due: .day(StudyDay(number: 9)), lastDay: 4)
        let stale = state(.review, due: .day(StudyDay(number: 3)), lastDay: 1)
        let gain = try #require(
            SessionGain(
                of: guide,
                cards: [
                    (ids[0], fresh, CardMarks()), (ids[1], fresh, CardMarks()),
                    (ids[2], stale, CardMarks(isSuspended: true)),
                ],
                earlier: [ids[0]: CardState?.none]
            ) { $0 == fresh ? 0.9 : 0.4 })
        #expect(abs(gain.before - (0.25 + 0.9) / 2) < 1e-12)
        #expect(abs(gain.after - 0.9) < 1e-12)
        #expect(SessionGain(of: guide, cards: [], earlier: [:]) { _ in 1 } == nil)
    }
}
