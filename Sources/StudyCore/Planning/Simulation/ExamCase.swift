/// A simulated exam: how much is to be learned in how much time.
package struct ExamCase: Hashable, Sendable {
    package var cards: Int
    /// Days with one session each, in the evening; the exam is 14 hours after the last.
    package var days: Int
    package var secondsPerDay: Double
    /// Whether a month of ordinary study lies behind the cards; else all are new.
    package var hasHistory: Bool
    /// Whether all days' seconds are kept for the last evening.
    package var isCrammed = false

    package init(cards: Int, days: Int, minutes: Double, hasHistory: Bool = false) {
        (self.cards, self.days, self.hasHistory) = (cards, days, hasHistory)
        secondsPerDay = minutes * 60
    }

    /// Days of ordinary study before.
    package static let historyDays = 30
    /// Days from the last session to the exam.
    package static let night = 14.0 / 24

    /// The seconds of a day's session.
    func seconds(on day: Int) -> Double {
        guard isCrammed else { return secondsPerDay }
        return day == firstDay + days - 1 ? secondsPerDay * Double(days) : 0
    }

    /// The number of the first day, after the history.
    package var firstDay: Int { hasHistory ? Self.historyDays : 0 }
    /// The exam, in days since the simulation's first evening.
    package var exam: Double { Double(firstDay + days - 1) + Self.night }
}
