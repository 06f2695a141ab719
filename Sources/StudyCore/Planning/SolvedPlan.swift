import FSRS

/// A problem with the prices found, and what they say about each card.
struct SolvedPlan: Sendable {
    let prepared: PreparedPlan
    let prices: [Float]
    /// The value of cards after each session, by group.
    let values: [CardValues]
    /// The value of a first answer in each session, and the share of repeats, by group.
    let new: [(options: [Float], repeats: [Float])]
    let evaluation: PriceSearch.Evaluation

    init(_ prepared: PreparedPlan, startingFrom start: [Float]?, steps: Int = 20) {
        self.prepared = prepared
        let search = prepared.search
        prices = search.prices(from: start, steps: steps)
        evaluation = search.evaluate(prices, temperature: PriceSearch.temperature)
        let (frame, prices) = (prepared.frame, prices)
        values = prepared.groups.map {
            CardValues($0.kind, in: frame, prices: prices, temperature: PriceSearch.temperature)
        }
        new = zip(prepared.groups, values).map { group, values in
            NewCards.values(
                values, group.kind, in: frame, prices: prices,
                temperature: PriceSearch.temperature)
        }
    }

    /// A card that could be asked now.
    struct Candidate: Sendable {
        let member: PreparedPlan.Member
        let isNew: Bool
        /// Points for each second, beside leaving the card for later.
        let gain: Double
        let seconds: Double
        /// The card is no part of the plan, but worth something on its own: for minutes left over.
        var isExtra = false
    }

    /// The price of the session that begins now.
    var price: Double { Double(prices.first ?? 0) }

    /// The gain from which a card belongs to the plan: the price, less what the softness of choices leaves open.
    var threshold: Double {
        max(price - 3 * Double(PriceSearch.temperature) / 20, price / 2, ExamPlanner.leastGain)
    }

    /// The cards to ask now: those of the plan, the ones that bring most per second first, then those for minutes left
    /// over, by what a review brings on its own.
    func queue() -> [Candidate] {
        let candidates = candidates()
        let part = candidates.partitioned { $0.gain >= threshold }
        let extras = part.others.compactMap(extra)
        return part.matching
            + extras.enumerated()
            .sorted { ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset) }
            .map(\.element)
    }

    /// A card as something for minutes left over; nil where a review brings nothing.
    private func extra(_ candidate: Candidate) -> Candidate? {
        let problem = prepared.problem
        let card = prepared.card(candidate.member)
        let gain = OneStepGain(forgetting: problem.forgetting, costs: problem.costs)
        let exam = problem.exams[candidate.member.exam].time
        let rest = exam.days(since: problem.now)
        var (outcome, idle) = (gain.first(rest: rest), card.guessRate)
        if let past = card.past {
            outcome = gain.review(
                of: past.memory, after: Double(problem.today - past.day), rest: rest)
            idle = problem.forgetting.recall(of: past.memory, after: exam.days(since: past.time))
        }
        let rate = card.weight * (outcome.recall - idle) / candidate.seconds
        guard rate > ExamPlanner.leastGain else { return nil }
        return Candidate(
            member: candidate.member, isNew: candidate.isNew, gain: rate,
            seconds: candidate.seconds, isExtra: true)
    }

    /// All cards that could be asked now, those that bring most per second first.
    private func candidates() -> [Candidate] {
        var candidates: [Candidate] = []
        for (number, group) in prepared.groups.enumerated() where group.kind.sessions > 0 {
            let (seen, values) = (group.seen, values[number])
            for card in 0..<seen.count {
                guard seen.sessions.first == 0,
                    let now = seen.value(of: card, at: 0, values, prices: prices)
                else { continue }
                var later = seen.idle[card]
                for position in seen.sessions.indices.dropFirst() {
                    let value = seen.value(of: card, at: position, values, prices: prices)
                    later = max(later, value ?? later)
                }
                let seconds = Double(seen.seconds(of: card, at: 0))
                candidates.append(
                    Candidate(
                        member: group.seenMembers[card], isNew: false,
                        gain: Double(now - later) / seconds + price, seconds: seconds))
            }
            for (entry, members) in zip(group.new, group.newMembers)
            where entry.firstSession == 0 {
                let options = new[number].options
                let later = max(options.dropFirst().max() ?? entry.guess, entry.guess)
                for member in members {
                    let pace = prepared.card(member).pace
                    let seconds = Double(prepared.frame.firstDay.firstSeconds) * pace
                    candidates.append(
                        Candidate(
                            member: member, isNew: true,
                            gain: Double(options[0] - later) / seconds + price,
                            seconds: seconds))
                }
            }
        }
        return candidates.enumerated()
            .sorted { ($1.element.gain, $0.offset) < ($0.element.gain, $1.offset) }
            .map(\.element)
    }
}

extension Array {
    /// The elements that match and those that do not, each in order.
    fileprivate func partitioned(_ matches: (Element) -> Bool) -> (
        matching: [Element], others: [Element]
    ) {
        (filter(matches), filter { !matches($0) })
    }
}

extension SolvedPlan {
    /// What asking a card once more in the session that begins now is worth, by its last rating.
    ///
    /// - Returns: Points for each second, and the seconds; nil after *good* and *easy*, and after *hard* where the card
    ///   was known before.
    func repeating(_ memory: MemoryState, group: Int, rating: Rating, isFirstDay: Bool)
        -> (gain: Double, seconds: Double)?
    {
        guard rating == .again || rating == .hard && isFirstDay,
            prepared.groups[group].kind.sessions > 0
        else { return nil }
        let costs = prepared.frame.costs
        let chances = (isFirstDay ? costs.repeatOfNew : costs.repeatOfLapse)[rating.rawValue - 1]
        let values = values[group]
        func value(_ table: [Float], _ memory: MemoryState) -> Double {
            let column = StateGrid.column(of: memory.stability)
            let row = StateGrid.row(of: memory.difficulty)
            return Double(
                SeenCards.between(
                    table, row.lower * StateGrid.columns + column.lower, column.share, row.share))
        }
        var expected = 0.0
        for (chance, rating) in zip(chances, Rating.allCases) {
            let next = prepared.frame.forgetting.model.state(after: memory, rating: rating, days: 0)
            expected += chance * value(rating == .again ? values.lapsed : values.settled, next)
        }
        let seconds = costs.expectedSeconds(chances)
        return ((expected - value(values.settled, memory)) / seconds, seconds)
    }
}
