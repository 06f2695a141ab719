/// What to do now, what comes after, and what it will lead to.
package struct ExamPlan: Hashable, Sendable {
    /// One card to ask in the session that begins now.
    package struct Task: Hashable, Sendable {
        package var card: Card.ID
        package var guide: Guide.ID
        package var isNew: Bool
        /// Expected points for each second spent.
        package var gain: Double
        /// Expected seconds, repeats on the same day included.
        package var seconds: Double
        /// It is worth less than the time is later on, or hardly anything: something for minutes left over.
        package var isExtra: Bool
    }

    /// A session as it is expected to be.
    package struct Session: Hashable, Sendable {
        package var session: PlanSession
        /// Seconds that are put to use.
        package var seconds: Double
        /// Expected number of cards asked again.
        package var reviews: Double
        /// Expected number of new cards.
        package var new: Double
        /// Points that one more second would bring.
        package var price: Double
    }

    /// What one exam will come to.
    package struct Outlook: Hashable, Sendable {
        /// The score if the exam were now.
        package var now: Forecast
        /// The score at the exam if nothing more is done.
        package var idle: Forecast
        /// The score at the exam if the plan is followed.
        package var planned: Forecast
        /// The expected share still known 30 days after the exam if the plan is followed.
        package var monthLater: Double
        /// The planned score of each guide.
        package var byGuide: [Guide.ID: Forecast]
        /// The study day by whose end every card has been seen; nil when the time is too short for that.
        package var introducedBy: StudyDay?

        /// Whether every card is seen before the exam; else the plan is the best part that fits.
        package var isComplete: Bool { introducedBy != nil }
    }

    /// The cards of the session that begins now in the order in which they are asked, topics mixed.
    package var today: [Task]
    package var sessions: [Session]
    /// One for each exam, in their order.
    package var outlooks: [Outlook]

    /// Points that a second is worth on each day: where tomorrow's plan begins its search.
    package var prices: [StudyDay: Double] {
        Dictionary(sessions.map { ($0.session.day, $0.price) }, uniquingKeysWith: { $1 })
    }
}
