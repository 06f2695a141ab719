import StudyCore
import StudyStore

/// Everything that is told of the plan of one exam, as of now.
struct ExamReport {
    /// A study day, or a week, of the plan.
    struct Stretch {
        let first: StudyDay
        let last: StudyDay
        /// Seconds that are put to use.
        var seconds: Double
        /// Expected numbers of cards.
        var reviews: Double
        var new: Double
        /// No study on any of its days.
        var isOff: Bool

        /// Whether there is hardly anything to do, though there is time.
        var isIdle: Bool { !isOff && reviews + new < 0.5 }

        func joined(with next: Stretch) -> Stretch {
            Stretch(
                first: first, last: next.last, seconds: seconds + next.seconds,
                reviews: reviews + next.reviews, new: new + next.new, isOff: isOff && next.isOff)
        }
    }

    let record: ExamRecord
    let outlook: ExamPlan.Outlook
    let kept: KeptPlan.Outlook
    /// Today's cards.
    let tasks: [KeptPlan.Task]
    let cards: Int
    let today: StudyDay
    /// The day of the exam.
    let day: StudyDay
    /// One for each study day up to the exam.
    let days: [Stretch]
    /// Guides of which nothing will have been seen.
    let unseen: Int
    /// Of the others, those with the lowest expected score, lowest first, with their terms.
    let weakest: [(term: String, share: Double)]

    /// Most weak guides that are named.
    private static let mostWeak = 5
    /// The expected score below which a guide counts as not seen at all.
    private static let seen = 0.005

    init(desk: Desk, exam name: String) throws {
        let record = try desk.exam(named: name)
        guard record.exam.moment > desk.now() else { throw ExamError.noneAhead }
        guard let (planning, made) = try desk.examPlans.renewed(advising: record.id),
            let index = planning.records.firstIndex(where: { $0.id == record.id }),
            let kept = made.kept.outlook(of: record.id)
        else { throw ExamError.noCards(record.exam.name) }
        self.record = record
        self.kept = kept
        outlook = made.outlooks[index]
        tasks = made.kept.tasks
        cards = planning.cards[index].count
        today = planning.today
        day = planning.clock.day(of: record.exam.moment)
        var days = Self.days(
            made.plan.sessions.filter { $0.session.time < record.exam.moment },
            from: planning.today,
            to: planning.clock.day(of: record.exam.moment), off: record.exam.daysOff)
        // Today's cards are settled in the morning; what comes after is expected as of now.
        days[0].seconds = tasks.reduce(0) { $0 + $1.seconds }
        days[0].new = Double(tasks.count(where: \.isNew))
        days[0].reviews = Double(tasks.count) - days[0].new
        self.days = days
        let seen = outlook.byGuide.filter { $0.value.mean >= Self.seen }
        unseen = outlook.byGuide.count - seen.count
        let lowest = seen.sorted {
            ($0.value.mean, $0.key.description) < ($1.value.mean, $1.key.description)
        }.prefix(Self.mostWeak)
        weakest = try lowest.map { guide, forecast in
            (try desk.store.guide(guide)?.head.term ?? guide.termSlug, forecast.mean)
        }
    }

    private static func days(
        _ sessions: [ExamPlan.Session], from today: StudyDay, to last: StudyDay, off: Set<Weekday>
    ) -> [Stretch] {
        (0...max(0, last - today)).map { offset in
            let day = today + offset
            let own = sessions.filter { $0.session.day == day }
            return Stretch(
                first: day, last: day, seconds: own.reduce(0) { $0 + $1.seconds },
                reviews: own.reduce(0) { $0 + $1.reviews }, new: own.reduce(0) { $0 + $1.new },
                isOff: off.contains(day.weekday) && own.allSatisfy { $0.seconds == 0 })
        }
    }

    /// The days, or for plans over months the weeks, with stretches in which nothing is to be done as one.
    func calendar(mostDays: Int) -> [Stretch] {
        let stretches = days.count > mostDays ? weeks : days
        return stretches.reduce(into: []) { rows, stretch in
            if let last = rows.last, last.isIdle, stretch.isIdle, rows.count > 1 {
                rows[rows.count - 1] = last.joined(with: stretch)
            } else {
                rows.append(stretch)
            }
        }
    }

    /// The days by weeks that begin on Mondays.
    private var weeks: [Stretch] {
        var weeks: [Stretch] = []
        for day in days {
            if let last = weeks.last, day.first.weekday != .monday {
                weeks[weeks.count - 1] = last.joined(with: day)
            } else {
                weeks.append(day)
            }
        }
        return weeks
    }
}

extension ExamReport {
    /// The report as programs read it: shares of points, moments as UTC, days as dates.
    struct Data: Encodable {
        struct Day: Encodable {
            let date: String
            let minutes: Double
            let reviews: Double
            let new: Double
        }

        struct Guide: Encodable {
            let guide: String
            let forecast: KeptPlan.Range
        }

        let exam: String
        let moment: String
        let utcOffset: Int
        let minutesPerDay: Double
        let target: Double?
        let cards: Int
        let cardsToday: Int
        let now: KeptPlan.Range
        let idle: KeptPlan.Range
        let planned: KeptPlan.Range
        let afterToday: Double
        let monthLater: Double
        let advice: KeptPlan.Advice?
        let introducedBy: String?
        let isComplete: Bool
        let days: [Day]
        let guides: [Guide]
    }

    var data: Data {
        let exam = record.exam
        return Data(
            exam: exam.name, moment: ISO8601.text(exam.moment), utcOffset: exam.utcOffset,
            minutesPerDay: exam.minutesPerDay, target: exam.target, cards: cards,
            cardsToday: tasks.count, now: kept.now, idle: kept.idle, planned: kept.planned,
            afterToday: kept.afterToday, monthLater: kept.monthLater, advice: kept.advice,
            introducedBy: kept.introducedBy.map { CalendarDate(StudyDay(number: $0)).iso },
            isComplete: outlook.isComplete,
            days: days.map {
                Data.Day(
                    date: CalendarDate($0.first).iso, minutes: $0.seconds / 60,
                    reviews: $0.reviews, new: $0.new)
            },
            guides: outlook.byGuide.sorted { $0.key.description < $1.key.description }.map {
                Data.Guide(guide: $0.key.description, forecast: KeptPlan.Range($0.value))
            })
    }
}
