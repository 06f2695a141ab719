/// Time set aside for study: one session on a study day.
package struct PlanSession: Hashable, Sendable {
    package var day: StudyDay
    /// When the session takes place.
    package var time: Timestamp
    /// The seconds that may be spent, at least 0.
    package var seconds: Double

    package init(day: StudyDay, time: Timestamp, seconds: Double) {
        self.day = day
        self.time = time
        self.seconds = seconds.isFinite ? max(seconds, 0) : 0
    }
}
