import StudyCore
import StudyStore

/// When something comes due next, in a scope of which nothing is due now.
struct NextDue {
    let desk: Desk
    let scope: Store.Scope

    /// The end of a sentence, such as *in 5 min* or *12 cards tomorrow*; nil when nothing ever does.
    var words: String? {
        get throws {
            let now = desk.now()
            let today = desk.today
            if let step = try desk.store.nextStep(in: scope, on: today) {
                return "in \(Phrases.span(seconds: step.seconds - now.seconds))"
            }
            let days = try desk.store.dueByDay((today + 1)...(today + Self.horizon), in: scope)
            guard let (day, count) = days.min(by: { $0.key < $1.key }) else { return nil }
            let when = day - today == 1 ? "tomorrow" : "on \(CalendarDate(day).short)"
            return "\(Phrases.count(count, "card")) \(when)"
        }
    }

    /// Days that are looked at.
    private static let horizon = 400
}
