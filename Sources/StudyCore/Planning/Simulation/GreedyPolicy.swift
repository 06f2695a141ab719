package import FSRS

/// What adds most recall at the exam per second, looking one review ahead.
package struct GreedyPolicy: StudyPolicy {
    private let exam: ExamCase
    private let gain: OneStepGain
    private var cards: BelievedCards
    private var day = 0
    private var queue: [(card: Int, gain: Double, seconds: Double)] = []

    package init(
        _ exam: ExamCase, model: MemoryModel = MemoryModel(), costs: StudyCosts = StudyCosts()
    ) {
        self.exam = exam
        gain = OneStepGain(forgetting: Forgetting(model: model), costs: costs)
        cards = BelievedCards(count: exam.cards, model: model)
    }

    package mutating func begin(day: Int) {
        self.day = day
        cards.begin()
        guard day >= exam.firstDay else { return }
        let rest = exam.exam - Double(day)
        let first = gain.first(rest: rest)
        queue = cards.entries.indices.map { card in
            let entry = cards.entries[card]
            guard let state = entry.state else {
                return (card, first.recall / first.seconds, first.seconds)
            }
            let days = Double(day - entry.day)
            let outcome = gain.review(of: state, after: days, rest: rest)
            let idle = gain.model.retrievability(of: state, after: days + rest)
            return (card, (outcome.recall - idle) / outcome.seconds, outcome.seconds)
        }
        queue.sort { ($0.gain, $1.card) < ($1.gain, $0.card) }
    }

    package mutating func next(seconds: Double) -> Int? {
        guard let last = queue.popLast(), last.gain > ExamPlanner.leastGain,
            seconds >= last.seconds * 0.75
        else { return nil }
        return last.card
    }

    package mutating func note(_ card: Int, _ rating: Rating, day: Int) {
        cards.note(card, rating, day: day)
        let entry = cards.entries[card]
        guard day >= exam.firstDay, rating < .good, entry.today <= gain.costs.mostRepeats,
            let state = entry.state
        else { return }
        // Asked again when that is worth more than what comes next.
        let (costs, rest) = (gain.costs, exam.exam - Double(day))
        let chances = (entry.isFirstDay ? costs.repeatOfNew : costs.repeatOfLapse)[
            rating.rawValue - 1]
        var recall = 0.0
        for (chance, rating) in zip(chances, Rating.allCases) {
            let next = cards.model.state(after: state, rating: rating, days: 0)
            recall += chance * cards.model.retrievability(of: next, after: rest)
        }
        let seconds = costs.expectedSeconds(chances)
        let rate = (recall - cards.model.retrievability(of: state, after: rest)) / seconds
        let place = queue.firstIndex { $0.gain > rate } ?? queue.count
        queue.insert((card, rate, seconds), at: place)
    }
}
