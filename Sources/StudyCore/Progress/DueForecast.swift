/// What comes due when: now, and on each of the days to come.
package struct DueForecast: Hashable, Sendable {
    /// May be asked now.
    package var now = 0
    /// Of those due now, cards in review whose day was before today.
    package var overdue = 0
    /// On steps that end later today.
    package var laterToday = 0
    /// Cards that come due tomorrow and on the days after it, as things stand: what is answered until then,
    /// and new cards, bring more.
    package var days: [Int]

    /// Study days after today that are looked at.
    package static let length = 30

    package init() {
        days = Array(repeating: 0, count: Self.length)
    }

    /// Counts a card; new and suspended cards never come due.
    ///
    /// A hidden card comes when it is hidden no more.
    package mutating func count(
        _ card: StandingCard, at now: Timestamp, on today: StudyDay, _ clock: StudyClock
    ) {
        guard let due = card.past?.due, !card.marks.isSuspended else { return }
        var day: StudyDay
        switch due {
        case .moment(let moment): day = clock.day(of: moment)
        case .day(let dueDay): day = dueDay
        }
        if let shown = card.marks.buriedUntil { day = max(day, shown) }
        if day > today {
            let wait = day - today
            if wait <= days.count { days[wait - 1] += 1 }
        } else if due.hasCome(at: now, on: today) {
            self.now += 1
            if case .day(let dueDay) = due, dueDay < today { overdue += 1 }
        } else {
            laterToday += 1
        }
    }

    /// Adds the forecast of other cards.
    package mutating func add(_ other: DueForecast) {
        now += other.now
        overdue += other.overdue
        laterToday += other.laterToday
        for day in days.indices { days[day] += other.days[day] }
    }
}
