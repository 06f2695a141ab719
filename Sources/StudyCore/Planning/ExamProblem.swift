package import FSRS

/// What is to be planned: exams that share the learner's time.
package struct ExamProblem: Hashable, Sendable {
    /// One exam and what it asks.
    package struct Exam: Hashable, Sendable {
        package var time: Timestamp
        /// Each card belongs to one exam: the first one that asks it.
        package var cards: [PlanCard]

        package init(time: Timestamp, cards: [PlanCard]) {
            self.time = time
            self.cards = cards
        }
    }

    package var exams: [Exam]
    /// Time for study up to the last exam, in order; the first one is now.
    package var sessions: [PlanSession]
    package var now: Timestamp
    /// The study day of `now`.
    package var today: StudyDay
    /// What the learner remembers by.
    package var model: MemoryModel
    package var costs: StudyCosts
    /// How well the model is known to fit the learner.
    package var belief: ModelBelief

    /// How the learner forgets, as far as is known.
    var forgetting: Forgetting {
        Forgetting(model: model, scale: belief.scale, slope: belief.slope)
    }

    package init(
        exams: [Exam], sessions: [PlanSession], now: Timestamp, today: StudyDay,
        model: MemoryModel = MemoryModel(), costs: StudyCosts = StudyCosts(),
        belief: ModelBelief = ModelBelief(reviews: 0)
    ) {
        self.exams = exams
        self.sessions = sessions
        self.now = now
        self.today = today
        self.model = model
        self.costs = costs
        self.belief = belief
    }
}
