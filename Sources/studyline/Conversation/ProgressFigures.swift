import StudyCore
import StudyStore

/// The figures of `progress`, also as JSON.
struct ProgressFigures: Encodable {
    struct Day: Encodable {
        let date: String
        let due: Int
    }

    struct GuideFigures: Encodable {
        let guide: String
        let term: String
        let cards: Int
        let due: Int
        let new: Int
        let learning: Int
        let young: Int
        let mature: Int
    }

    let scope: String?
    let cards: Int
    let due: Int
    let new: Int
    let learning: Int
    let young: Int
    let mature: Int
    let suspended: Int
    /// Today and the seven days after it.
    let week: [Day]
    /// Share of cards in review still remembered over the last 30 days; nil without any.
    let trueRetention: Double?
    /// Answers that the true retention rests on.
    let trueRetentionAnswers: Int
    let answersToday: Int
    let secondsToday: Double
    /// Over the last 30 days.
    let answers: Int
    let seconds: Double
    /// Study days in a row.
    let streak: Int
    let guides: [GuideFigures]

    /// Days that retention and time are told for.
    static let past = 30

    init(desk: Desk, scope: Store.Scope, name: String?) throws {
        let store = try desk.store
        let now = desk.now()
        let today = desk.today
        self.scope = name
        let counts = try store.counts(in: scope, at: now, on: today)
        cards = counts.all
        due = counts.due
        new = counts.new
        learning = counts.learning
        young = counts.young
        mature = counts.mature
        suspended = counts.suspended
        let dueByDay = try store.dueByDay(today...(today + 7), in: scope)
        week = (0...7).map { offset in
            let day = today + offset
            return Day(
                date: CalendarDate(day).iso,
                due: offset == 0 ? counts.due : dueByDay[day, default: 0])
        }
        let totals = try store.dayTotals((today + -(Self.past - 1))...today, in: scope)
        var all = DayTotal()
        for total in totals.values { all.add(total) }
        trueRetention = all.trueRetention
        trueRetentionAnswers = all.young.all + all.mature.all
        answers = all.reviews
        seconds = Double(all.milliseconds) / 1000
        let day = totals[today] ?? DayTotal()
        answersToday = day.reviews
        secondsToday = Double(day.milliseconds) / 1000
        streak = try store.streak(on: today)
        guides = try store.guideProgress(in: scope, at: now, on: today).map {
            GuideFigures(
                guide: $0.guide.description, term: $0.term, cards: $0.cards, due: $0.due,
                new: $0.new, learning: $0.learning, young: $0.young, mature: $0.mature)
        }
    }
}
