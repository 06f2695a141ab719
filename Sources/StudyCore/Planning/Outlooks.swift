import FSRS

/// What the exams of a solved plan will come to.
enum Outlooks {
    /// The scales that stand for all that the learner may be, and how much each counts (Gauss and Hermite's three points).
    private static let points: [(deviations: Double, weight: Double)] = [
        (0, 2.0 / 3), (-1.7320508, 1.0 / 6), (1.7320508, 1.0 / 6),
    ]
    /// Days after the exam at which it is asked what is left.
    private static let later = 30.0

    static func all(_ solved: SolvedPlan) -> [ExamPlan.Outlook] {
        let belief = solved.prepared.problem.belief
        let forgetting = solved.prepared.frame.forgetting
        let suppositions = points.map {
            forgetting.scaled(by: exponential($0.deviations * belief.deviation))
        }
        let exams = solved.prepared.problem.exams.indices
        var now = exams.map { _ in ScoreTally(points.map(\.weight)) }
        var (idle, planned) = (now, now)
        var guides = exams.map { _ in [Guide.ID: ScoreTally]() }
        var month = exams.map { _ in 0.0 }
        let frame = solved.prepared.frame
        for (number, group) in solved.prepared.groups.enumerated() {
            let values = solved.values[number]
            let outcomes = suppositions.map {
                CardOutcome(group.kind, values, in: frame, forgetting: $0)
            }
            var laterKind = group.kind
            laterKind.rest += later
            let afterMonth = CardOutcome(
                laterKind, values, in: frame, forgetting: forgetting)
            let weight = Double(group.kind.weight)
            var shares = Array(repeating: Float(0), count: group.seen.sessions.count)
            for card in 0..<group.seen.count {
                _ = group.seen.choose(
                    card, values, prices: solved.prices, temperature: PriceSearch.temperature,
                    shares: &shares)
                let entry = group.seen.entries[card]
                let chances = outcomes.map {
                    Double(group.seen.points(of: card, shares: shares, $0, in: frame)) / weight
                }
                now[group.exam].add(
                    suppositions.map { $0.recall(of: entry.memory, after: entry.age) },
                    weight: weight)
                idle[group.exam].add(
                    suppositions.map {
                        $0.recall(of: entry.memory, after: entry.age + group.kind.rest)
                    }, weight: weight)
                planned[group.exam].add(chances, weight: weight)
                let guide = solved.prepared.card(group.seenMembers[card]).guide
                guides[group.exam][guide, default: ScoreTally(points.map(\.weight))]
                    .add(chances, weight: weight)
                month[group.exam] += Double(
                    group.seen.points(of: card, shares: shares, afterMonth, in: frame))
            }
            for (entry, members) in zip(group.new, group.newMembers) {
                let (options, repeats) = solved.new[number]
                let (_, shares) = entry.choose(options, temperature: PriceSearch.temperature)
                let chances = outcomes.map {
                    Double(entry.points(shares: shares, repeats: repeats, $0, in: frame)) / weight
                }
                let guess = suppositions.map { _ in Double(entry.guess) / weight }
                let left = Double(
                    entry.points(shares: shares, repeats: repeats, afterMonth, in: frame))
                for member in members {
                    now[group.exam].add(guess, weight: weight)
                    idle[group.exam].add(guess, weight: weight)
                    planned[group.exam].add(chances, weight: weight)
                    guides[group.exam][
                        solved.prepared.card(member).guide,
                        default: ScoreTally(points.map(\.weight))
                    ].add(chances, weight: weight)
                    month[group.exam] += left
                }
            }
        }
        return exams.map { exam in
            ExamPlan.Outlook(
                now: now[exam].forecast, idle: idle[exam].forecast,
                planned: planned[exam].forecast,
                monthLater: month[exam] / max(planned[exam].weight, .leastNormalMagnitude),
                byGuide: guides[exam].mapValues(\.forecast),
                introducedBy: introduced(exam, solved))
        }
    }

    /// The day by whose end fewer than half a card of the exam is still new.
    private static func introduced(_ exam: Int, _ solved: SolvedPlan) -> StudyDay? {
        let prepared = solved.prepared
        var left = 0.0
        var flows: [CardFlow] = []
        for (group, flow) in zip(prepared.groups, solved.evaluation.flows)
        where group.exam == exam {
            left += Double(group.new.reduce(0) { $0 + $1.count })
            flows.append(flow)
        }
        if left == 0 { return prepared.problem.today }
        for (index, place) in prepared.calendar.place.enumerated() {
            let isLast =
                index + 1 == prepared.calendar.place.count
                || prepared.calendar.place[index + 1] != place
            guard isLast else { continue }
            for flow in flows where place < flow.new.count { left -= flow.new[place] }
            if left < 0.5 { return prepared.problem.sessions[index].day }
        }
        return nil
    }
}

/// Sums the chances of independent answers under several suppositions about the learner.
struct ScoreTally: Sendable {
    private let suppositions: [Double]
    private var sums: [Double]
    private var chance = 0.0
    private(set) var weight = 0.0

    /// - Parameter suppositions: How much each supposition counts; they sum to 1.
    init(_ suppositions: [Double]) {
        self.suppositions = suppositions
        sums = suppositions.map { _ in 0 }
    }

    /// Adds a card's chance of a right answer under each supposition.
    mutating func add(_ chances: [Double], weight: Double) {
        self.weight += weight
        for (index, chance) in chances.enumerated() {
            sums[index] += weight * chance
            self.chance += suppositions[index] * weight * weight * chance * (1 - chance)
        }
    }

    /// The score with the range in which it falls four times out of five.
    var forecast: Forecast {
        guard weight > 0 else { return Forecast(mean: 0, deviation: 0) }
        let means = sums.map { $0 / weight }
        let mean = zip(means, suppositions).reduce(0) { $0 + $1.0 * $1.1 }
        let spread = zip(means, suppositions).reduce(0) {
            $0 + ($1.0 - mean) * ($1.0 - mean) * $1.1
        }
        return Forecast(
            mean: mean, deviation: (chance / weight / weight + spread).squareRoot())
    }
}
