import StudyCore

/// A moment that the learner wrote, and what had to be made up for it.
struct WrittenMoment: Equatable {
    let time: Timestamp
    /// Minutes that local time is ahead of UTC there and then.
    let utcOffset: Int
    /// No time of day was written.
    var isHourAssumed = false
    /// No year was written, and the day is over in this one.
    var isNextYear = false
}

/// Finds the moment that words mean, seen from now.
struct MomentReader {
    let now: Timestamp
    /// Minutes that local time is ahead of UTC at a moment.
    let utcOffset: (Timestamp) -> Int

    /// When an exam begins whose hour is not said, in minutes after midnight.
    static let standardMinutes = 9 * 60
    /// How far ahead an exam may be.
    static let mostYears = 3

    /// Reads a moment in the future.
    ///
    /// A day of the week is the next one, with *next* that of the coming week; a date without a year the
    /// next one; a time without a day today's or tomorrow's.
    ///
    /// - Parameter text: Words such as `friday 9am`, or ISO 8601.
    /// - Returns: The moment.
    /// - Throws: Why it is none, or none that an exam can have.
    func read(_ text: String) throws(MomentError) -> WrittenMoment {
        let moment = try anyMoment(text)
        let shown = Phrases.moment(moment.time, utcOffset: moment.utcOffset)
        if moment.time <= now {
            throw .past(shown, ago: Phrases.duration(days: now.days(since: moment.time)))
        }
        if moment.time.days(since: now) > Double(Self.mostYears) * 365.25 { throw .tooFar(shown) }
        return moment
    }

    /// Whether words are a moment, be it one that no exam can have: over, too far away, or in no calendar.
    func isMoment(_ text: String) -> Bool {
        do {
            _ = try read(text)
            return true
        } catch {
            switch error {
            case .past, .tooFar, .noSuchDay, .wrongWeekday: return true
            default: return false
            }
        }
    }

    private func anyMoment(_ text: String) throws(MomentError) -> WrittenMoment {
        let trimmed = text.trimmed.uppercased()
        if trimmed.contains("T"), let moment = ISO8601.parse(trimmed) {
            if let offset = moment.utcOffset {
                return WrittenMoment(time: moment.time, utcOffset: offset)
            }
            return local(moment.time, nil)
        }
        let words = try MomentWords(text)
        if let seconds = words.seconds {
            let time = now.adding(seconds: (seconds / 60).rounded() * 60)
            return WrittenMoment(time: time, utcOffset: words.utcOffset ?? utcOffset(time))
        }
        let minutes = words.minutes ?? Self.standardMinutes
        var (day, isNextYear) = try day(of: words, minutes: minutes)
        // A time alone is today's, or tomorrow's when that is over.
        let isDayNamed = words.day != nil || words.weekday != nil
        if !isDayNamed, moment(day, minutes, words.utcOffset).time <= now { day = day + 1 }
        var result = moment(day, minutes, words.utcOffset)
        result.isHourAssumed = words.minutes == nil
        result.isNextYear = isNextYear
        return result
    }

    private var today: StudyDay {
        StudyClock(utcOffset: utcOffset(now), rollover: 0).day(of: now)
    }

    /// A time of a day, in local time unless a difference to UTC is given.
    private func moment(_ day: StudyDay, _ minutes: Int, _ offset: Int?) -> WrittenMoment {
        local(
            Timestamp(milliseconds: Int64(day.number) * 86_400_000 + Int64(minutes) * 60_000),
            offset)
    }

    /// The moment at which clocks show a time that is written here as if it were UTC.
    private func local(_ shown: Timestamp, _ offset: Int?) -> WrittenMoment {
        if let offset {
            return WrittenMoment(
                time: shown.adding(seconds: Double(-offset * 60)), utcOffset: offset)
        }
        // Where clocks change between now and then, the second look finds the offset in force.
        var found = utcOffset(shown)
        for _ in 0..<2 { found = utcOffset(shown.adding(seconds: Double(-found * 60))) }
        return WrittenMoment(time: shown.adding(seconds: Double(-found * 60)), utcOffset: found)
    }

    /// The day that words name, and whether it had to be taken from next year.
    private func day(
        of words: MomentWords, minutes: Int
    ) throws(MomentError) -> (day: StudyDay, isNextYear: Bool) {
        switch words.day {
        case nil:
            guard let weekday = words.weekday else { return (today, false) }
            return (next(weekday, words, minutes: minutes), false)
        case .ahead(let days): return (try agreed(today + days, words), false)
        case .months(let months):
            let date = CalendarDate(today)
            let count = date.year * 12 + date.month - 1 + months
            let first = ISO8601.studyDay(year: count / 12, month: count % 12 + 1, day: 1)
            let last = ISO8601.studyDay(year: (count + 1) / 12, month: (count + 1) % 12 + 1, day: 1)
            return (try agreed(min(first + (date.day - 1), last + -1), words), false)
        case .monthDay(let number):
            let date = CalendarDate(today)
            for ahead in 0...12 {
                let count = date.year * 12 + date.month - 1 + ahead
                let day = try? existing(count / 12, count % 12 + 1, number)
                if let day, isAhead(day, words, minutes) { return (try agreed(day, words), false) }
            }
            throw .noSuchDay("day \(number) in the months to come")
        case .date(let year?, let month, let day):
            let year = year < 100 ? 2000 + year : year
            return (try agreed(try existing(year, month, day), words), false)
        case .date(nil, let month, let day):
            let year = CalendarDate(today).year
            // A leap day is at most eight years away.
            for ahead in 0...8 {
                guard let found = try? existing(year + ahead, month, day) else { continue }
                if isAhead(found, words, minutes) {
                    return (try agreed(found, words), ahead > 0 && found - today > 180)
                }
            }
            throw noSuchDay(nil, month, day)
        }
    }

    private func isAhead(_ day: StudyDay, _ words: MomentWords, _ minutes: Int) -> Bool {
        // Today's date is meant as today, even where the hour that was not written is over.
        moment(day, words.minutes ?? 24 * 60 - 1, words.utcOffset).time > now
    }

    private func next(_ weekday: Weekday, _ words: MomentWords, minutes: Int) -> StudyDay {
        if words.isNext {
            let monday = today + (7 - today.weekday.rawValue)
            return monday + weekday.rawValue
        }
        let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
        if ahead == 0, moment(today, minutes, words.utcOffset).time <= now { return today + 7 }
        return today + ahead
    }

    /// The day, if it is the day of the week that was written beside it.
    private func agreed(_ day: StudyDay, _ words: MomentWords) throws(MomentError) -> StudyDay {
        if let weekday = words.weekday, weekday != day.weekday {
            let date = CalendarDate(day)
            throw .wrongWeekday(weekday, "\(date.day) \(date.monthName) \(date.year)")
        }
        return day
    }

    private func existing(_ year: Int, _ month: Int, _ day: Int) throws(MomentError) -> StudyDay {
        guard (1...12).contains(month), (1...31).contains(day) else {
            throw noSuchDay(year, month, day)
        }
        let found = ISO8601.studyDay(year: year, month: month, day: day)
        guard CalendarDate(found).day == day else { throw noSuchDay(year, month, day) }
        return found
    }

    private func noSuchDay(_ year: Int?, _ month: Int, _ day: Int) -> MomentError {
        let name = (1...12).contains(month) ? CalendarDate.monthNames[month - 1] : "month \(month)"
        return .noSuchDay("\(day) \(name)" + (year.map { " \($0)" } ?? ""))
    }
}
