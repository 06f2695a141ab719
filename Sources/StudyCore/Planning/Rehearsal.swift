import FSRS

/// Plays the sessions through with one seeded course of events, taking what brings most per second.
struct Rehearsal {
    private let problem: ExamProblem
    private let gain: OneStepGain
    private var cards: [(card: PlanCard, exam: Int)]
    private var introduced: [StudyDay?]
    private var generator = SeededGenerator(seed: 8)

    init(_ problem: ExamProblem) {
        self.problem = problem
        gain = OneStepGain(model: problem.model, costs: problem.costs)
        cards = problem.exams.enumerated().flatMap { index, exam in
            exam.cards.map { ($0, index) }
        }
        introduced = Array(repeating: nil, count: problem.exams.count)
    }

    func tasks(at index: Int) -> [ExamPlan.Task] {
        guard problem.sessions.indices.contains(index) else { return [] }
        return chosen(at: problem.sessions[index]).map(\.task)
    }

    private func chosen(at session: PlanSession) -> [(index: Int, task: ExamPlan.Task)] {
        var tasks = cards.indices.compactMap { task(for: $0, at: session) }
        tasks.sort { ($1.task.gain, $0.index) < ($0.task.gain, $1.index) }
        var left = session.seconds
        return Array(
            tasks.prefix { entry in
                guard left > 0 else { return false }
                left -= entry.task.seconds
                return true
            })
    }

    private func task(for index: Int, at session: PlanSession)
        -> (index: Int, task: ExamPlan.Task)?
    {
        let (card, exam) = cards[index]
        let rest = problem.exams[exam].time.days(since: session.time)
        guard rest > 0, card.past?.day != session.day else { return nil }
        let outcome: OneStepGain.Outcome
        let idle: Double
        if let past = card.past {
            outcome = gain.review(
                of: past.memory, after: Double(session.day - past.day), rest: rest)
            idle = recall(of: card, at: problem.exams[exam].time)
        } else {
            (outcome, idle) = (gain.first(rest: rest), card.guessRate)
        }
        let seconds = outcome.seconds * card.pace
        let rate = card.weight * (outcome.recall - idle) / seconds
        guard rate > ExamPlanner.leastGain else { return nil }
        let task = ExamPlan.Task(
            card: card.card, guide: card.guide, isNew: card.past == nil, gain: rate,
            seconds: seconds, isExtra: false)
        return (index, task)
    }

    mutating func study(at index: Int) -> ExamPlan.Session {
        let session = problem.sessions[index]
        let chosen = chosen(at: session)
        for (index, _) in chosen { answer(index, at: session) }
        for exam in problem.exams.indices where introduced[exam] == nil {
            if !cards.contains(where: { $0.exam == exam && $0.card.past == nil }) {
                introduced[exam] = session.day
            }
        }
        let new = chosen.count { $0.task.isNew }
        return ExamPlan.Session(
            session: session, seconds: chosen.reduce(0) { $0 + $1.task.seconds },
            reviews: Double(chosen.count - new), new: Double(new),
            price: chosen.last?.task.gain ?? 0)
    }

    private mutating func answer(_ index: Int, at session: PlanSession) {
        let past = cards[index].card.past
        let days = past.map { Double(session.day - $0.day) } ?? 0
        let chances =
            past.map {
                problem.costs.chances(
                    recall: problem.model.retrievability(of: $0.memory, after: days))
            } ?? problem.costs.firstRating
        var draw = generator.unit()
        var rating = Rating.good
        for (chance, candidate) in zip(chances, Rating.allCases) {
            if draw < chance {
                rating = candidate
                break
            }
            draw -= chance
        }
        let memory = problem.model.state(after: past?.memory, rating: rating, days: days)
        cards[index].card.past = PlanCard.Past(
            memory: memory, time: session.time, day: session.day)
    }

    private func recall(of card: PlanCard, at time: Timestamp) -> Double {
        guard let past = card.past else { return card.guessRate }
        return problem.model.retrievability(of: past.memory, after: time.days(since: past.time))
    }

    func outlook(of index: Int) -> ExamPlan.Outlook {
        let exam = problem.exams[index]
        let end = cards.filter { $0.exam == index }.map(\.card)
        let later = exam.time.adding(seconds: 30 * 86_400)
        return ExamPlan.Outlook(
            now: forecast(exam.cards, at: problem.now), idle: forecast(exam.cards, at: exam.time),
            planned: forecast(end, at: exam.time), monthLater: forecast(end, at: later).mean,
            byGuide: Dictionary(grouping: end, by: \.guide)
                .mapValues { forecast($0, at: exam.time) },
            introducedBy: introduced[index])
    }

    private func forecast(_ cards: [PlanCard], at time: Timestamp) -> Forecast {
        let weight = cards.reduce(0) { $0 + $1.weight }
        guard weight > 0 else { return Forecast(mean: 0, deviation: 0) }
        var (mean, variance) = (0.0, 0.0)
        for card in cards {
            let recall = recall(of: card, at: time)
            mean += card.weight / weight * recall
            variance += card.weight * card.weight / weight / weight * recall * (1 - recall)
        }
        let doubt = 0.15 / (1 + Double(problem.belief.reviews) / 50).squareRoot()
        variance += doubt * doubt * mean * (1 - mean)
        return Forecast(mean: mean, deviation: variance.squareRoot())
    }
}
