/// A day-by-day simulation of a learner who follows a plan.
///
/// The same plan, learner and seed always give the same outcome.
public struct StudySimulation: Sendable {
    private let plan: StudyPlan
    private let learner: Learner
    private var generator: SeededGenerator
    private var cards: [ScheduledCard] = []
    /// The cards due on each day, by day.
    private var due: [[Int]]
    private var outcome = StudyOutcome()
    private var today = StudyOutcome.Day()
    private var answersToday = 0

    /// Steps on one day, after which the learner leaves the card for another day.
    private static let mostSteps = 5
    /// The longest simulation, in study days.
    private static let mostDays = 36500
    /// The hour at which study begins, as a share of the day, and the days that one answer takes.
    private static let (start, answerDays) = (0.5, 15.0 / 86400)

    /// What the scheduler knows of a card, and the memory that it does not know.
    private struct ScheduledCard: Sendable {
        var memory: SimulatedCard
        var state: MemoryState?
        var moment = StudyMoment(day: 0, time: 0)
        var interval = 0
    }

    /// Prepares a simulation.
    public init(plan: StudyPlan, learner: Learner, seed: UInt64) {
        self.plan = plan
        self.learner = learner
        generator = SeededGenerator(seed: seed)
        due = Array(repeating: [], count: min(max(plan.days, 0), Self.mostDays))
    }

    /// Runs the whole plan.
    public static func run(plan: StudyPlan, learner: Learner, seed: UInt64) -> StudyOutcome {
        var simulation = StudySimulation(plan: plan, learner: learner, seed: seed)
        for day in simulation.due.indices where !simulation.isFull {
            simulation.study(on: day)
        }
        return simulation.outcome
    }

    private var isFull: Bool { outcome.answers.count >= plan.longestLog }
    private var hasTime: Bool { today.seconds < plan.secondsPerDay && !isFull }

    private mutating func study(on day: Int) {
        (today, answersToday) = (StudyOutcome.Day(), 0)
        let waiting = due[day]
        due[day] = []
        if generator.unit() < plan.attendance {
            review(waiting, on: day)
            learn(on: day)
        } else {
            postpone(waiting[...], from: day)
        }
        if plan.measuresMemory {
            let end = StudyMoment(day: day, time: Double(day) + 1)
            today.memorised = cards.reduce(0) { $0 + $1.memory.recall(of: learner, at: end) }
        }
        outcome.days.append(today)
    }

    /// Reviews what is due, hard cards first, until time or the limit is up; the rest is due tomorrow.
    private mutating func review(_ waiting: [Int], on day: Int) {
        let ordered = waiting.sorted { left, right in
            let leftDifficulty = cards[left].state?.difficulty ?? 0
            let rightDifficulty = cards[right].state?.difficulty ?? 0
            return (rightDifficulty, left) < (leftDifficulty, right)
        }
        for (index, card) in ordered.enumerated() {
            guard hasTime, today.reviews < plan.reviewsPerDay else {
                return postpone(ordered[index...], from: day)
            }
            let recall = cards[card].memory.recall(of: learner, at: moment(on: day))
            let recalled = generator.unit() < recall
            let rating =
                recalled
                ? StudyHabits.draw(learner.habits.recalled, using: &generator) : .again
            let states = answers(of: card, on: day)
            answer(card, rating, in: .review, on: day)
            today.reviews += 1
            if recalled {
                schedule(card, among: states, after: rating, on: day)
            } else {
                today.lapses += 1
                step(card, after: rating, passesWanted: 1, in: .relearning, on: day)
                schedule(card, on: day)
            }
        }
    }

    /// Learns new cards, until time or the limit is up.
    private mutating func learn(on day: Int) {
        while hasTime, today.new < plan.newPerDay, cards.count < plan.cards {
            let card = cards.count
            cards.append(
                ScheduledCard(memory: SimulatedCard(of: learner, using: &generator)))
            let rating = StudyHabits.draw(learner.habits.firstRating, using: &generator)
            answer(card, rating, in: .learning, on: day)
            today.new += 1
            if rating != .easy {
                let wanted = rating == .good ? 1 : 2
                step(card, after: rating, passesWanted: wanted, in: .learning, on: day)
            }
            schedule(card, on: day)
        }
    }

    /// Goes through the steps of a day until enough passes come in a row.
    private mutating func step(
        _ card: Int, after first: Rating, passesWanted: Int, in phase: StudyHabits.Phase,
        on day: Int
    ) {
        var (rating, passes) = (first, 0)
        for _ in 0..<Self.mostSteps where passes < passesWanted {
            rating = learner.habits.stepRating(after: rating, in: phase, using: &generator)
            answer(card, rating, in: phase, on: day)
            passes = rating == .again ? 0 : passes + 1
            if rating == .easy { return }
        }
    }

    /// What each rating would leave of a card's state now.
    private func answers(of card: Int, on day: Int) -> [MemoryState] {
        let (state, days) = (cards[card].state, elapsed(for: card, at: moment(on: day)))
        return Rating.allCases.map { rating in
            plan.model.state(after: state, rating: rating, days: days)
        }
    }

    private mutating func answer(
        _ card: Int, _ rating: Rating, in phase: StudyHabits.Phase, on day: Int
    ) {
        let moment = moment(on: day)
        cards[card].state = plan.model.state(
            after: cards[card].state, rating: rating, days: elapsed(for: card, at: moment))
        cards[card].memory.review(rating, of: learner, at: moment)
        cards[card].moment = moment
        answersToday += 1
        today.seconds += learner.habits.seconds(for: rating, in: phase)
        guard plan.keepsReviews else { return }
        outcome.answers.append(
            StudyOutcome.Answer(card: card, rating: rating, day: day, time: moment.time))
    }

    private func moment(on day: Int) -> StudyMoment {
        let offset = min(Double(answersToday) * Self.answerDays, 0.45)
        return StudyMoment(day: day, time: Double(day) + Self.start + offset)
    }

    private func elapsed(for card: Int, at moment: StudyMoment) -> Double {
        let last = cards[card].moment
        return plan.model.parameters.version == .fsrs6
            ? Double(moment.day - last.day) : moment.time - last.time
    }

    /// Gives a recalled card its next interval, in order among the ratings.
    private mutating func schedule(
        _ card: Int, among states: [MemoryState], after rating: Rating, on day: Int
    ) {
        let intervals = ReviewIntervals(
            days: { rating in
                plan.model.interval(of: states[rating.rawValue - 1], retention: plan.retention)
            }, previous: cards[card].interval, maximum: plan.maximumInterval, unit: unit())
        schedule(card, in: intervals[rating], from: day)
    }

    /// Gives a card that leaves its steps an interval.
    private mutating func schedule(_ card: Int, on day: Int) {
        guard let state = cards[card].state else { return }
        let days = plan.model.interval(of: state, retention: plan.retention)
        let intervals = ReviewIntervals(
            graduating: { _ in days }, maximum: plan.maximumInterval, unit: unit())
        schedule(card, in: intervals.good, from: day)
    }

    private mutating func schedule(_ card: Int, in interval: Int, from day: Int) {
        cards[card].interval = interval
        let next = day + interval
        if due.indices.contains(next) { due[next].append(card) }
    }

    private mutating func postpone(_ waiting: ArraySlice<Int>, from day: Int) {
        if due.indices.contains(day + 1) { due[day + 1] += waiting }
    }

    private mutating func unit() -> Double? {
        plan.fuzz ? generator.unit() : nil
    }
}
