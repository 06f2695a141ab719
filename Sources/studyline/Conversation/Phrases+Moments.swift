import StudyCore

/// Moments and spans of days in words.
extension Phrases {
    /// A moment with its year and time zone: `Fri 4 Dec 2026 at 09:00 (UTC+1)`.
    static func moment(_ time: Timestamp, utcOffset: Int) -> String {
        let (date, minutes) = local(time, utcOffset: utcOffset)
        return
            "\(date.short) \(date.year) at \(TimeOfDay.text(minutes: minutes)) (\(zone(utcOffset)))"
    }

    /// A moment as one speaks of it today: `today at 14:00`, `tomorrow at 09:00`, `Fri 4 Dec at 09:00`.
    static func appointment(_ time: Timestamp, utcOffset: Int, now: Timestamp) -> String {
        let (date, minutes) = local(time, utcOffset: utcOffset)
        let clock = StudyClock(utcOffset: utcOffset, rollover: 0)
        let at = "at \(TimeOfDay.text(minutes: minutes))"
        switch clock.day(of: time) - clock.day(of: now) {
        case 0: return "today \(at)"
        case 1: return "tomorrow \(at)"
        case ...300: return "\(date.short) \(at)"
        default: return "\(date.short) \(date.year) \(at)"
        }
    }

    /// `in 40 minutes`, `in 5 hours`, `in 8 days`.
    static func ahead(_ time: Timestamp, from now: Timestamp) -> String {
        "in \(duration(days: time.days(since: now)))"
    }

    /// A span of days spelt out, in its largest sensible unit.
    static func duration(days: Double) -> String {
        let minutes = Int((days * 1440).rounded())
        if minutes < 90 { return count(minutes, "minute") }
        if days < 1.5 { return count(Int((days * 24).rounded()), "hour") }
        return count(Int(days.rounded()), "day")
    }

    /// `UTC`, `UTC+1`, `UTC-3:30`.
    static func zone(_ utcOffset: Int) -> String {
        guard utcOffset != 0 else { return "UTC" }
        let minutes = abs(utcOffset)
        let rest = minutes % 60
        return "UTC\(utcOffset < 0 ? "-" : "+")\(minutes / 60)"
            + (rest == 0 ? "" : ":\(CalendarDate.two(rest))")
    }

    private static func local(
        _ time: Timestamp, utcOffset: Int
    ) -> (date: CalendarDate, minutes: Int) {
        let clock = StudyClock(utcOffset: utcOffset, rollover: 0)
        let day = clock.day(of: time)
        return (CalendarDate(day), Int(time.seconds - clock.start(of: day).seconds) / 60)
    }
}
