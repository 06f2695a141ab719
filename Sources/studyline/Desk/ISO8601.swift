import StudyCore

/// Moments written as ISO 8601: `2026-11-23T09:00:00+01:00`.
enum ISO8601 {
    /// A moment, and the difference to UTC that was written with it.
    struct Moment: Equatable {
        let time: Timestamp
        /// Minutes ahead of UTC; nil when the text says none.
        let utcOffset: Int?
    }

    /// Reads a moment.
    ///
    /// Date and time are parted by `T` or a space; seconds and their fraction may be missing, and so may
    /// the whole time (then it is midnight). `Z` and `±hh:mm` are understood; without either the time is
    /// local, and counted as UTC here until the caller knows better.
    ///
    /// - Parameter text: The text.
    /// - Returns: The moment; nil when the text is none.
    static func parse(_ text: String) -> Moment? {
        let whole =
            /(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}:?\d{2})?/
        guard let match = try? whole.wholeMatch(in: text),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let hours = match.4.flatMap { Int($0) } ?? 0
        let minutes = match.5.flatMap { Int($0) } ?? 0
        let seconds = match.6.flatMap { Int($0) } ?? 0
        guard hours < 24, minutes < 60, seconds < 61 else { return nil }
        let date = studyDay(year: year, month: month, day: day)
        guard CalendarDate(date).day == day else { return nil }
        let milliseconds = match.7.flatMap { Int64("\($0)00".prefix(3)) } ?? 0
        var utcOffset: Int?
        if let zone = match.8 {
            guard let minutes = minutesAhead(String(zone)) else { return nil }
            utcOffset = minutes
        }
        let local =
            Int64(date.number) * 86_400_000
            + Int64(((hours * 60 + minutes) * 60 + seconds) * 1000) + milliseconds
        return Moment(
            time: Timestamp(milliseconds: local - Int64(utcOffset ?? 0) * 60_000),
            utcOffset: utcOffset)
    }

    /// Days since 1970 of a date, Hinnant's `days_from_civil`.
    static func studyDay(year: Int, month: Int, day: Int) -> StudyDay {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return StudyDay(number: era * 146_097 + dayOfEra - 719_468)
    }

    /// Nil for what no clock shows, such as `+24:00`.
    private static func minutesAhead(_ text: String) -> Int? {
        guard text != "Z" else { return 0 }
        let digits = text.dropFirst().filter(\.isNumber)
        guard digits.count == 4, let hours = Int(digits.prefix(2)),
            let minutes = Int(digits.suffix(2)), hours < 24, minutes < 60
        else { return nil }
        return (text.hasPrefix("-") ? -1 : 1) * (hours * 60 + minutes)
    }

    /// Writes a moment as UTC: `2026-11-23T08:00:00.000Z`.
    static func text(_ time: Timestamp) -> String {
        let clock = StudyClock(utcOffset: 0, rollover: 0)
        let day = clock.day(of: time)
        let milliseconds = Int(time.milliseconds - clock.start(of: day).milliseconds)
        let (seconds, rest) = (milliseconds / 1000, milliseconds % 1000)
        let two = CalendarDate.two
        let fraction = String(String(1000 + rest).dropFirst())
        return
            "\(CalendarDate(day).iso)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60)).\(fraction)Z"
    }
}
