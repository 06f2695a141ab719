import FSRS

/// Plays an exam's days through with a simulated learner and a policy.
///
/// What happens to a card is a function of the seed, the card and how often it was asked, so that all policies meet the
/// same luck.
package struct ExamSimulation: Sendable {
    /// What became of it.
    package struct Result: Sendable {
        /// The mean true chance of recall at the exam.
        package var recall: Double
        /// The same 30 days later.
        package var monthLater: Double
        /// Seconds studied, history left out.
        package var seconds: Double
        /// The share that was right on the day, one draw for each card.
        package var score: Double
    }

    private let exam: ExamCase
    private let learner: ExamLearner
    private let seed: UInt64
    private var cards: [ExamLearner.Card]
    private var answers: [Int]
    private var firstToday: [(rating: Rating, isNew: Bool)?]
    private var lastRating: [Rating]
    private var moment = 0.0
    private var seconds = 0.0

    package init(_ exam: ExamCase, learner: ExamLearner, seed: UInt64) {
        (self.exam, self.learner, self.seed) = (exam, learner, seed)
        cards = (0..<exam.cards).map { card in
            var generator = SeededGenerator(seed: Self.mix(seed, UInt64(card), 0, 2))
            return ExamLearner.Card(of: learner, using: &generator)
        }
        answers = Array(repeating: 0, count: exam.cards)
        firstToday = Array(repeating: nil, count: exam.cards)
        lastRating = Array(repeating: .good, count: exam.cards)
    }

    /// Runs the history and all sessions.
    package static func run(
        _ exam: ExamCase, learner: ExamLearner, seed: UInt64, policy: inout some StudyPolicy
    ) -> Result {
        var simulation = ExamSimulation(exam, learner: learner, seed: seed)
        simulation.liveThroughHistory(&policy)
        simulation.seconds = 0
        for day in exam.firstDay..<(exam.firstDay + exam.days) {
            simulation.study(on: day, seconds: exam.seconds(on: day), &policy)
        }
        return simulation.result
    }

    /// A month in which each card is reviewed as FSRS at 0.90 has it, whatever the policy makes of that.
    private mutating func liveThroughHistory(_ policy: inout some StudyPolicy) {
        guard exam.hasHistory else { return }
        var ordinary = DueReviews(cards: exam.cards, retention: 0.9, steps: false)
        ordinary.newPerDay = (exam.cards + 23) / 24
        for day in 0..<ExamCase.historyDays {
            begin(day)
            ordinary.begin(day: day)
            policy.begin(day: day)
            while let card = ordinary.next(seconds: .infinity) {
                let rating = answer(card, on: day)
                ordinary.note(card, rating, day: day)
                policy.note(card, rating, day: day)
            }
        }
    }

    private mutating func begin(_ day: Int) {
        moment = Double(day)
        firstToday = Array(repeating: nil, count: exam.cards)
    }

    /// One session.
    mutating func study(on day: Int, seconds: Double, _ policy: inout some StudyPolicy) {
        begin(day)
        policy.begin(day: day)
        var left = seconds
        // No session is longer than this, however short the answers.
        for _ in 0..<20_000 {
            guard left > 0, let card = policy.next(seconds: left) else { return }
            let before = self.seconds
            let rating = answer(card, on: day)
            left -= self.seconds - before
            policy.note(card, rating, day: day)
        }
    }

    private mutating func answer(_ card: Int, on day: Int) -> Rating {
        let costs = learner.costs
        let isNew = answers[card] == 0
        let chances: [Double]
        if isNew {
            chances = costs.firstRating
        } else if let first = firstToday[card] {
            let table = first.isNew ? costs.repeatOfNew : costs.repeatOfLapse
            chances = table[lastRating[card].rawValue - 1]
        } else {
            chances = costs.chances(
                recall: cards[card].recall(of: learner, on: day, at: moment))
        }
        let rating = draw(card, chances)
        let cost =
            isNew ? costs.firstSeconds[rating.rawValue - 1] : costs.seconds[rating.rawValue - 1]
        seconds += cost
        moment += cost / 86_400
        cards[card].review(rating, of: learner, on: day, at: moment)
        answers[card] += 1
        lastRating[card] = rating
        if firstToday[card] == nil { firstToday[card] = (rating, isNew) }
        return rating
    }

    /// Whether the card is recalled by one stream, how well by another.
    private func draw(_ card: Int, _ chances: [Double]) -> Rating {
        var generator = SeededGenerator(
            seed: Self.mix(seed, UInt64(card), UInt64(answers[card]), 0))
        let total = chances.reduce(0, +)
        if generator.unit() * total < chances[0] { return .again }
        var left = generator.unit() * (total - chances[0])
        for rating in [Rating.hard, .good] {
            left -= chances[rating.rawValue - 1]
            if left < 0 { return rating }
        }
        return .easy
    }

    private static func mix(_ seed: UInt64, _ card: UInt64, _ answer: UInt64, _ stream: UInt64)
        -> UInt64
    {
        var generator = SeededGenerator(seed: seed)
        for part in [card, answer, stream] {
            generator = SeededGenerator(seed: generator.next() ^ (part &* 0x9E37_79B9_7F4A_7C15))
        }
        return generator.next()
    }

    private var result: Result {
        let recalls = cards.map { $0.recall(of: learner, on: nil, at: exam.exam) }
        let later = cards.map { $0.recall(of: learner, on: nil, at: exam.exam + 30) }
        let right = recalls.indices.count { card in
            var generator = SeededGenerator(seed: Self.mix(seed, UInt64(card), 0, 3))
            return generator.unit() < recalls[card]
        }
        let count = Double(max(exam.cards, 1))
        return Result(
            recall: recalls.reduce(0, +) / count, monthLater: later.reduce(0, +) / count,
            seconds: seconds, score: Double(right) / count)
    }
}
