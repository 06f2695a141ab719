import StudyCore

/// The words that dates are written with.
extension MomentWords {
    /// Units of a span that is counted from now.
    enum Span {
        case seconds(Double)
        case days(Int)
        case months(Int)
    }

    static let spans: [String: Span] = [
        "minute": .seconds(60), "minutes": .seconds(60), "min": .seconds(60), "mins": .seconds(60),
        "hour": .seconds(3600), "hours": .seconds(3600), "h": .seconds(3600),
        "day": .days(1), "days": .days(1), "week": .days(7), "weeks": .days(7),
        "month": .months(1), "months": .months(1), "year": .months(12), "years": .months(12),
    ]

    private static let counts = [
        "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]

    /// A number of things, in digits or as a word; nil for what is none.
    static func count(_ word: String) -> Int? {
        if let number = Int(word), (0...9999).contains(number) { return number }
        if word == "an" { return 1 }
        return counts.firstIndex(of: word).map { max($0, 1) }
    }

    /// A day by its name or the first letters of it, three at least.
    static func weekday(_ word: String) -> Weekday? {
        Weekday.allCases.first { named(word, $0.englishName.lowercased()) }
    }

    /// 1–12, by its name or the first letters of it, three at least.
    static func month(_ word: String) -> Int? {
        CalendarDate.monthNames.firstIndex { named(word, $0.lowercased()) }.map { $0 + 1 }
    }

    private static func named(_ word: String, _ name: String) -> Bool {
        let letters = word.hasSuffix(".") ? String(word.dropLast()) : word
        return letters.count >= 3 && name.hasPrefix(letters)
    }

    /// `4`, `4.`, `4th`; nil for what is no day of a month.
    static func dayOfMonth(_ word: String) -> Int? {
        var digits = Substring(word)
        for ending in ["st", "nd", "rd", "th", "."] where word.hasSuffix(ending) {
            digits = word.dropLast(ending.count)
        }
        guard digits.count <= 2, let number = Int(digits), (1...31).contains(number) else {
            return nil
        }
        return number
    }

    /// The numbers of `4.12.2026`, `4/12` or `2026-12-04`; nil when there are other signs in it.
    static func numbers(of word: String, parted separator: Character) -> [Int]? {
        let parts = word.split(separator: separator)
        let numbers = parts.compactMap { part in
            part.allSatisfy(\.isNumber) ? Int(part) : nil
        }
        return numbers.count == parts.count && word.contains(separator) ? numbers : nil
    }

    /// What a mistyped word may have meant.
    static let known =
        (Weekday.allCases.map(\.englishName) + CalendarDate.monthNames).map { $0.lowercased() }
        + ["today", "tomorrow", "tonight", "noon", "next", "morning", "afternoon", "evening"]
}

extension Weekday {
    var englishName: String {
        [
            "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        ][rawValue]
    }

    /// Days by their names or first letters: `sat,sun`; nil when a word is none.
    static func list(_ text: String) -> Set<Weekday>? {
        let words = text.lowercased().split { $0 == "," || $0.isWhitespace }.map(String.init)
        if words == ["none"] { return [] }
        var days: Set<Weekday> = []
        for word in words {
            if let range = Self.groups[word] {
                days.formUnion(range)
            } else if let day = MomentWords.weekday(
                word.hasSuffix("s") ? String(word.dropLast()) : word)
            {
                days.insert(day)
            } else {
                return nil
            }
        }
        return words.isEmpty ? nil : days
    }

    private static let groups: [String: [Weekday]] = [
        "weekend": [.saturday, .sunday], "weekends": [.saturday, .sunday],
        "weekday": [.monday, .tuesday, .wednesday, .thursday, .friday],
        "weekdays": [.monday, .tuesday, .wednesday, .thursday, .friday],
    ]
}
