import FSRS
import StudyCore

/// Why a card comes when it comes, in words.
enum WhyWords {
    /// The part of a sentence that begins with *because*, from the answers of the card's last study day.
    static func reason(_ steps: [CardStep], _ state: CardState) -> String {
        let valid = steps.filter { !$0.isUndone }
        guard let last = valid.last else { return "because of what went over to it" }
        let day = last.review.time.localDate(last.review.utcOffset)
        let answers = valid.filter { $0.review.time.localDate($0.review.utcOffset) == day }
        let date = "on \(day.short)"
        if isOnlyRecognised(steps) {
            return "because you recognised it \(date), which proves no memory yet"
        }
        if answers.contains(where: { $0.review.rating == .again }) {
            return state.lapses > 0 || valid.count > answers.count
                ? "because you forgot it \(date)" : "because you did not know it \(date)"
        }
        if valid.count == answers.count { return "because you learned it \(date)" }
        switch last.review.rating {
        case .hard: return "because you recalled it with effort \(date)"
        case .easy: return "because you recalled it easily \(date)"
        case .again, .good: return "because you recalled it \(date)"
        }
    }

    /// Whether the last answer was right, and only picked among options.
    static func isOnlyRecognised(_ steps: [CardStep]) -> Bool {
        guard let last = steps.last(where: { !$0.isUndone })?.review else { return false }
        return last.form.evidence == .recognition && last.rating != .again
    }
}

extension Timestamp {
    /// The date on the calendar where the answer was given.
    fileprivate func localDate(_ utcOffset: Int) -> CalendarDate {
        CalendarDate(StudyClock(utcOffset: utcOffset, rollover: 0).day(of: self))
    }
}
