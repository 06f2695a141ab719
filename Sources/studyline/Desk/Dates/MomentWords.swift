import StudyCore

/// What the words of a date and a time of day say, before a calendar is asked.
struct MomentWords: Equatable {
    /// The day, in one of the ways in which one is named.
    enum Day: Equatable {
        /// Days from today.
        case ahead(Int)
        /// Months from today.
        case months(Int)
        /// A day of the month without its month: *the 15th*.
        case monthDay(Int)
        /// Nil for a year that is not written.
        case date(year: Int?, month: Int, day: Int)
    }

    var day: Day?
    /// A day of the week; beside a day that is named otherwise, it must agree with that.
    var weekday: Weekday?
    /// *Next*: of the coming week, which begins on a Monday.
    var isNext = false
    /// Minutes after midnight.
    var minutes: Int?
    /// Seconds from now: *in two hours*.
    var seconds: Double?
    /// Minutes ahead of UTC.
    var utcOffset: Int?

    /// Reads words in any order that people write them in.
    ///
    /// - Parameter text: Such as `friday 9am`, `the 4th of December`, `in 10 days at 14:30`,
    ///     `Fri 4 Dec 2026 at 09:00 (UTC+1)`.
    /// - Throws: The first word that says nothing, or something that cannot be.
    init(_ text: String) throws(MomentError) {
        var rest = Rest(text)
        if rest.words.isEmpty { throw .empty }
        while let word = rest.take() {
            try read(word, &rest)
        }
        if case .date(year: _, month: let month, day: 0)? = day {
            throw .noDayOfMonth(CalendarDate.monthNames[month - 1])
        }
    }

    /// The words not read yet.
    struct Rest {
        var words: ArraySlice<String>

        init(_ text: String) {
            let parted = text.lowercased().map { character -> Character in
                ",()@".contains(character) ? " " : character
            }
            words = ArraySlice(
                String(parted).split(whereSeparator: \.isWhitespace).map(String.init))
        }

        var next: String? { words.first }

        mutating func take() -> String? { words.popFirst() }

        /// Takes the next word if it is one of these.
        mutating func take(_ wanted: String...) -> String? {
            guard let next, wanted.contains(next) else { return nil }
            return take()
        }
    }

    private mutating func read(_ word: String, _ rest: inout Rest) throws(MomentError) {
        switch word {
        case "on", "the", "of", "this", "coming", "in", "from", "now": return
        case "at":
            if let next = rest.next, let hour = Int(next), next.count <= 2 {
                _ = rest.take()
                return try setHour(hour, &rest)
            }
        case "next":
            isNext = true
            if rest.take("week") != nil { return try setWeekAhead() }
            if rest.take("month") != nil { return try set(.months(1), word) }
        case "today": try set(.ahead(0), word)
        case "tonight":
            try set(.ahead(0), word)
            try setMinutes(20 * 60, word)
        case "tomorrow", "tmrw", "tmr": try set(.ahead(1), word)
        case "day" where rest.take("after") != nil:
            guard rest.take("tomorrow", "tmrw") != nil else {
                throw .unknown("day after", near: nil)
            }
            try set(.ahead(2), word)
        case "noon", "midday": try setMinutes(12 * 60, word)
        case "morning": try setMinutes(9 * 60, word)
        case "afternoon": try setMinutes(14 * 60, word)
        case "evening": try setMinutes(18 * 60, word)
        default:
            if try readDay(word, &rest) { return }
            if try readTime(word, &rest) { return }
            if try readZone(word) { return }
            throw .unknown(word, near: NearName.suggestions(for: word, among: Self.known).first)
        }
    }

    // MARK: Days

    private mutating func readDay(_ word: String, _ rest: inout Rest) throws(MomentError) -> Bool {
        if let weekday = Self.weekday(word) {
            if let had = self.weekday, had != weekday { throw .twice(word) }
            self.weekday = weekday
            if case .ahead(7)? = day, isNext { day = nil }
            return true
        }
        if let month = Self.month(word) {
            try setMonth(month)
            if let next = rest.next, let number = Self.dayOfMonth(next) {
                _ = rest.take()
                try setDayOfMonth(number)
            }
            return true
        }
        if let numbers = Self.numbers(of: word, parted: "-"), numbers.count == 3, word.count == 10 {
            try set(.date(year: numbers[0], month: numbers[1], day: numbers[2]), word)
            return true
        }
        if let numbers = Self.numbers(of: word, parted: "."), numbers.count > 1,
            word.hasSuffix(".") || numbers.count == 3
        {
            try set(
                .date(
                    year: numbers.count > 2 ? numbers[2] : nil, month: numbers[1], day: numbers[0]),
                word)
            return true
        }
        if let numbers = Self.numbers(of: word, parted: "/"), (2...3).contains(numbers.count) {
            try setSlashed(numbers, word)
            return true
        }
        return try readCount(word, &rest)
    }

    /// A number: of days ahead, of a day of the month, or a year.
    private mutating func readCount(
        _ word: String, _ rest: inout Rest
    ) throws(MomentError) -> Bool {
        if let count = Self.count(word), let unit = rest.next, let span = Self.spans[unit] {
            _ = rest.take()
            switch span {
            case .seconds(let length):
                if seconds != nil || day != nil { throw .twice("\(word) \(unit)") }
                seconds = Double(count) * length
            case .days(let length): try set(.ahead(count * length), "\(word) \(unit)")
            case .months(let length): try set(.months(count * length), "\(word) \(unit)")
            }
            return true
        }
        if let number = Int(word), word.count == 4,
            case .date(nil, let month, let day)? = day
        {
            self.day = .date(year: number, month: month, day: day)
            return true
        }
        guard let number = Self.dayOfMonth(word), rest.next != "am", rest.next != "pm" else {
            return false
        }
        _ = rest.take("of")
        if let month = rest.next.flatMap(Self.month) {
            _ = rest.take()
            try setMonth(month)
        } else if Int(word) != nil, !hasOpenMonth {
            return false
        }
        try setDayOfMonth(number)
        return true
    }

    private var hasOpenMonth: Bool {
        if case .date(_, _, 0)? = day { true } else { false }
    }

    private mutating func set(_ day: Day, _ word: String) throws(MomentError) {
        if self.day != nil || seconds != nil { throw .twice(word) }
        self.day = day
    }

    /// *Next week*: a day of the week in it, or today's.
    private mutating func setWeekAhead() throws(MomentError) {
        if weekday == nil { try set(.ahead(7), "next week") }
    }

    /// A month whose day comes later has day 0 until then.
    private mutating func setMonth(_ month: Int) throws(MomentError) {
        try set(.date(year: nil, month: month, day: 0), CalendarDate.monthNames[month - 1])
    }

    private mutating func setDayOfMonth(_ number: Int) throws(MomentError) {
        if case .date(let year, let month, 0)? = day {
            day = .date(year: year, month: month, day: number)
        } else {
            try set(.monthDay(number), "\(number)")
        }
    }

    /// `4/12` is April in one country and December in another: taken where only one of them can be.
    private mutating func setSlashed(_ numbers: [Int], _ word: String) throws(MomentError) {
        let (first, second) = (numbers[0], numbers[1])
        if first <= 12, second <= 12, first != second {
            throw .eitherDay(word, first, second)
        }
        let (day, month) = first > 12 || first == second ? (first, second) : (second, first)
        try set(.date(year: numbers.count > 2 ? numbers[2] : nil, month: month, day: day), word)
    }

    // MARK: Times of day

    private mutating func readTime(
        _ word: String, _ rest: inout Rest
    ) throws(MomentError) -> Bool {
        if let hour = Int(word), word.count <= 2, let half = rest.take("am", "pm", "h", "uhr") {
            try setMinutes(try Self.minutes(hour: hour, minute: 0, half: half, word), word)
            return true
        }
        guard
            let match = word.wholeMatch(
                of: /(\d{1,2})(?:[:h](\d{2})?)?(?:uhr)?(am|pm|a\.m\.|p\.m\.)?/),
            match.3 != nil || word.contains(":") && match.2 != nil || word.contains("h")
        else { return false }
        var half = match.3.map(String.init)
        if half == nil { half = rest.take("am", "pm") }
        try setMinutes(
            try Self.minutes(
                hour: Int(match.1) ?? 0, minute: match.2.flatMap { Int($0) } ?? 0, half: half, word),
            word)
        return true
    }

    private static func minutes(
        hour: Int, minute: Int, half: String?, _ word: String
    ) throws(MomentError) -> Int {
        guard (0...59).contains(minute) else { throw .noTimeOfDay(word) }
        switch half?.first {
        case "a", "p":
            guard (1...12).contains(hour) else { throw .noTimeOfDay(word) }
            return (hour % 12 + (half?.first == "p" ? 12 : 0)) * 60 + minute
        default:
            guard (0...23).contains(hour) else { throw .noTimeOfDay(word) }
            return hour * 60 + minute
        }
    }

    /// An hour alone, after *at*: plain from 8 on, else it could be morning or afternoon.
    private mutating func setHour(_ hour: Int, _ rest: inout Rest) throws(MomentError) {
        let half = rest.take("am", "pm")
        if half == nil, (1...7).contains(hour) { throw .eitherHour(hour) }
        try setMinutes(try Self.minutes(hour: hour, minute: 0, half: half, "\(hour)"), "\(hour)")
    }

    private mutating func setMinutes(_ minutes: Int, _ word: String) throws(MomentError) {
        if self.minutes != nil || seconds != nil { throw .twice(word) }
        self.minutes = minutes
    }

    // MARK: Time zones

    /// `Z`, `UTC`, `UTC+1`, `+01:00`.
    private mutating func readZone(_ word: String) throws(MomentError) -> Bool {
        guard
            let match = word.wholeMatch(
                of: /(?:z|utc|gmt)|(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?/)
        else { return false }
        if utcOffset != nil { throw .twice(word) }
        guard let sign = match.1 else {
            utcOffset = 0
            return true
        }
        let minutes = (match.2.flatMap { Int($0) } ?? 0) * 60 + (match.3.flatMap { Int($0) } ?? 0)
        guard minutes <= 15 * 60 else { throw .unknown(word, near: nil) }
        utcOffset = sign == "-" ? -minutes : minutes
        return true
    }
}
