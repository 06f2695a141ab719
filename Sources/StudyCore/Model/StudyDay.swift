/// A day of study: it begins at the rollover hour, local time, and not at midnight.
///
/// The number counts days since 1970-01-01, so an answer given at 01:00 with a rollover at 04:00
/// belongs to the day before.
package struct StudyDay: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let number: Int

    package init(number: Int) {
        self.number = number
    }

    package static func < (left: StudyDay, right: StudyDay) -> Bool { left.number < right.number }

    /// Whole days from the right day to the left one; negative when the left one is earlier.
    package static func - (left: StudyDay, right: StudyDay) -> Int { left.number - right.number }

    package static func + (day: StudyDay, days: Int) -> StudyDay {
        StudyDay(number: day.number + days)
    }
}
