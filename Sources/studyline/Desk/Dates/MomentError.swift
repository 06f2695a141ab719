import StudyCore

/// Why words are no moment that an exam can have.
enum MomentError: Error, Equatable, CustomStringConvertible {
    case empty
    case unknown(String, near: String?)
    /// A second day or time of day.
    case twice(String)
    /// A month without its day.
    case noDayOfMonth(String)
    /// A day that no calendar has, such as 31 November.
    case noSuchDay(String)
    /// `4/12`, with both its numbers.
    case eitherDay(String, Int, Int)
    case eitherHour(Int)
    case noTimeOfDay(String)
    /// The day of the week that was written, and the date with the right one.
    case wrongWeekday(Weekday, String)
    /// The moment, and how long ago it was.
    case past(String, ago: String)
    case tooFar(String)

    var description: String {
        switch self {
        case .empty: "no date is given; say when, such as 'friday 9am', '4 Dec' or 2026-12-04T09:00"
        case .unknown(let word, let near?):
            "'\(word)' is no day or time. Did you mean '\(near)'?"
        case .unknown(let word, nil):
            "'\(word)' is no day or time; write it such as 'friday 9am', '4 Dec', 'in 10 days' or 2026-12-04T09:00"
        case .twice(let word): "'\(word)' is one day or time too many"
        case .noDayOfMonth(let month): "which day of \(month)? Write it such as '4 \(month)'"
        case .noSuchDay(let day): "there is no \(day)"
        case .eitherDay(let text, let first, let second):
            "'\(text)' is \(first) \(CalendarDate.monthNames[second - 1]) to some and \(second) \(CalendarDate.monthNames[first - 1]) to others; write the month as a word"
        case .eitherHour(let hour): "is that \(hour)am or \(hour)pm?"
        case .noTimeOfDay(let text): "'\(text)' is no time of day"
        case .wrongWeekday(let weekday, let date): "\(date) is no \(weekday.englishName)"
        case .past(let moment, let ago): "\(moment) is over: it was \(ago) ago"
        case .tooFar(let moment):
            "\(moment) is more than \(MomentReader.mostYears) years away; set the exam when it is nearer"
        }
    }
}
