/// A day of the week.
package enum Weekday: Int, Hashable, Sendable, CaseIterable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday
}

extension StudyDay {
    /// The day of the week; day 0 was a Thursday.
    package var weekday: Weekday {
        Weekday.allCases[((number + 3) % 7 + 7) % 7]
    }
}
