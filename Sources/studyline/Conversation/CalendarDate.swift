import StudyCore

/// A day of the calendar, for showing study days; proleptic Gregorian.
struct CalendarDate: Equatable {
    let year: Int
    /// 1–12.
    let month: Int
    /// 1–31.
    let day: Int
    /// 0 is Monday, 6 Sunday.
    let weekday: Int
    /// The study day that begins on it.
    let studyDay: StudyDay

    /// The date on which a study day begins.
    ///
    /// The arithmetic is Howard Hinnant's *chrono-compatible low-level date algorithms*,
    /// `civil_from_days`.
    init(_ studyDay: StudyDay) {
        self.studyDay = studyDay
        let shifted = studyDay.number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        weekday = ((studyDay.number + 3) % 7 + 7) % 7
    }

    /// Reads `2026-11-23`; nil when there is no such day.
    init?(iso: String) {
        let parts = iso.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        // `days_from_civil` of the same source; the way back tells whether there is such a day.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        let date = CalendarDate(StudyDay(number: era * 146_097 + dayOfEra - 719_468))
        guard date.year == year, date.month == month, date.day == day else { return nil }
        self = date
    }

    /// `2026-11-23`.
    var iso: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }

    /// `Mon 23 Nov 2026`.
    var long: String { "\(short) \(year)" }

    /// `Mon 23 Nov`.
    var short: String { "\(weekdayName) \(day) \(monthName)" }

    var weekdayName: String { ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday] }

    var monthName: String { String(Self.monthNames[month - 1].prefix(3)) }

    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension Timestamp {
    /// `2026-11-23 14:05`, local time.
    func localText(_ clock: StudyClock) -> String {
        let midnight = StudyClock(utcOffset: clock.utcOffset, rollover: 0)
        let day = midnight.day(of: self)
        let minutes = Int(seconds - midnight.start(of: day).seconds) / 60
        return "\(CalendarDate(day).iso) \(TimeOfDay.text(minutes: minutes))"
    }
}
