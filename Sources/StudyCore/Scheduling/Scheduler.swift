package import FSRS

/// What an answer does to a card: its new memory, and when it comes again.
///
/// The same arguments always give the same result, so a card's state is its reviews replayed.
package struct Scheduler: Hashable, Sendable {
    package let model: MemoryModel
    package let learningSteps: LearningSteps
    package let relearningSteps: LearningSteps
    /// The longest interval in days.
    package let maximumInterval: Int
    /// Whether due dates are spread over neighbouring days.
    package let isSpread: Bool

    /// The probability of recall at which a card is asked again, where nothing else is set.
    package static let standardRetention = 0.9

    package init(
        parameters: Parameters = .standard, learningSteps: LearningSteps = .standard,
        relearningSteps: LearningSteps = .relearning,
        maximumInterval: Int = ReviewIntervals.standardMaximum, isSpread: Bool = true
    ) {
        model = MemoryModel(parameters: parameters)
        self.learningSteps = learningSteps
        self.relearningSteps = relearningSteps
        self.maximumInterval = maximumInterval
        self.isSpread = isSpread
    }

    /// An answer as the scheduler sees it.
    package struct Answer: Hashable, Sendable {
        package let card: Card.ID
        package let rating: Rating
        package let evidence: Evidence
        package let time: Timestamp
        package let clock: StudyClock
        /// Desired retention, 0.70–0.99.
        package let retention: Double

        package init(
            card: Card.ID, rating: Rating, evidence: Evidence, time: Timestamp, clock: StudyClock,
            retention: Double
        ) {
            self.card = card
            self.rating = rating
            self.evidence = evidence
            self.time = time
            self.clock = clock
            self.retention = retention
        }

        fileprivate var day: StudyDay { clock.day(of: time) }
    }

    /// The state of a card after an answer.
    ///
    /// A right answer by recognition proves no memory: it counts as practice, and leaves the memory and
    /// the interval as they are. A wrong one counts as *again*.
    ///
    /// - Parameters:
    ///   - state: The state before; nil for a new card.
    ///   - answer: The answer.
    /// - Returns: The state after it.
    package func state(after state: CardState?, _ answer: Answer) -> CardState {
        if answer.evidence == .recognition, answer.rating != .again {
            return practised(state, answer)
        }
        let memory = model.state(
            after: state?.memory, rating: answer.rating, days: elapsed(state, answer))
        let wasKnown = state?.phase == .review
        let isLapse = wasKnown && answer.rating == .again
        let next: LearningSteps.Next =
            wasKnown && !isLapse
            ? .graduate : steps(after: state).next(step: state?.step ?? 0, rating: answer.rating)
        let phase: CardState.Phase =
            state == nil || state?.phase == .learning ? .learning : .relearning
        var result = CardState(
            memory: memory, phase: phase, step: 0, due: .day(answer.day), lastTime: answer.time,
            lastDay: answer.day, interval: 0, reviews: (state?.reviews ?? 0) + 1,
            lapses: (state?.lapses ?? 0) + (isLapse ? 1 : 0))
        switch next {
        case .step(let index, let seconds):
            result.step = index
            result.due = due(in: seconds, answer)
        case .graduate:
            let interval = intervals(after: state, answer)[answer.rating]
            result.phase = .review
            result.interval = interval
            result.due = .day(answer.day + interval)
        }
        return result
    }

    /// The state after each rating, for showing what a key would do.
    package func outcomes(after state: CardState?, _ answer: Answer) -> [Rating: CardState] {
        var outcomes: [Rating: CardState] = [:]
        for rating in Rating.allCases {
            let answer = Answer(
                card: answer.card, rating: rating, evidence: answer.evidence, time: answer.time,
                clock: answer.clock, retention: answer.retention)
            outcomes[rating] = self.state(after: state, answer)
        }
        return outcomes
    }

    /// The probability that a card is recalled now; nil for a card without a memory.
    package func retrievability(
        of state: CardState?, at time: Timestamp, on day: StudyDay
    ) -> Double? {
        guard let state, let memory = state.memory else { return nil }
        return retrievability(
            of: memory, answeredAt: state.lastTime, on: state.lastDay, at: time, on: day)
    }

    /// The probability that a memory is recalled now, by the moment and study day of its last answer.
    package func retrievability(
        of memory: MemoryState, answeredAt lastTime: Timestamp, on lastDay: StudyDay,
        at time: Timestamp, on day: StudyDay
    ) -> Double {
        let days = usesExactTime ? time.days(since: lastTime) : Double(day - lastDay)
        return model.retrievability(of: memory, after: max(0, days))
    }

    private var usesExactTime: Bool { model.parameters.version != .fsrs6 }

    /// Days since the last answer, as the model's version counts them; 0 for a new card.
    private func elapsed(_ state: CardState?, _ answer: Answer) -> Double {
        guard let state else { return 0 }
        let days =
            usesExactTime
            ? answer.time.days(since: state.lastTime) : Double(answer.day - state.lastDay)
        return max(0, days)
    }

    /// The steps that a card is on or, from review, would come to.
    private func steps(after state: CardState?) -> LearningSteps {
        switch state?.phase {
        case nil, .learning: learningSteps
        case .review, .relearning: relearningSteps
        }
    }

    private func practised(_ state: CardState?, _ answer: Answer) -> CardState {
        var result =
            state
            ?? CardState(
                memory: nil, phase: .learning, step: 0, due: .day(answer.day),
                lastTime: answer.time, lastDay: answer.day, interval: 0, reviews: 0, lapses: 0)
        result.reviews += 1
        if result.phase == .review {
            // Asked again tomorrow: the memory is as old as it was, and still has to be proved.
            if result.isDue(at: answer.time, on: answer.day) { result.due = .day(answer.day + 1) }
        } else if let wait = steps(after: state).seconds.last {
            result.due = due(in: wait, answer)
        } else {
            result.due = .day(answer.day + 1)
        }
        if result.memory == nil {
            result.lastTime = answer.time
            result.lastDay = answer.day
        }
        return result
    }

    private func due(in seconds: Double, _ answer: Answer) -> CardState.Due {
        let rollover = answer.clock.start(of: answer.day + 1).seconds - answer.time.seconds
        switch LearningSteps.wait(seconds: seconds, rollover: rollover) {
        case .seconds(let seconds): return .moment(answer.time.adding(seconds: seconds))
        case .days(let days): return .day(answer.day + days)
        }
    }

    private func intervals(after state: CardState?, _ answer: Answer) -> ReviewIntervals {
        let elapsed = elapsed(state, answer)
        let days: (Rating) -> Double = { rating in
            model.interval(
                of: model.state(after: state?.memory, rating: rating, days: elapsed),
                retention: answer.retention)
        }
        var generator = SeededGenerator(
            text: answer.card.description, number: state?.reviews ?? 0)
        let unit = isSpread ? generator.unit() : nil
        guard let state, state.phase == .review else {
            return ReviewIntervals(graduating: days, maximum: maximumInterval, unit: unit)
        }
        return ReviewIntervals(
            days: days, previous: state.interval, maximum: maximumInterval, unit: unit)
    }
}
