import FSRS
import StudyCore

/// Times, counts and ratings in words.
enum Phrases {
    /// A number of things: `1 card`, `3 cards`.
    static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? singular : plural ?? singular + "s")"
    }

    /// A whole number with thin groups of three from five digits on: `9999`, `10,000`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        guard digits.count > 4 else { return String(number) }
        var result = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
            result.append(digit)
        }
        return (number < 0 ? "-" : "") + result
    }

    /// A share as whole per cent: `87 %`.
    static func percent(_ share: Double) -> String {
        "\(Int((share * 100).rounded())) %"
    }

    /// A span of time in its largest sensible unit: `40 s`, `10 min`, `3 h`, `12 d`, `2.5 mo`, `1.4 y`.
    static func span(seconds: Double) -> String {
        // A unit ends where its rounded number would be one of the next: 59.6 s are 1 min.
        let seconds = max(0, seconds)
        if seconds < 59.5 { return "\(Int(seconds.rounded())) s" }
        if seconds < 59.5 * 60 { return "\(Int((seconds / 60).rounded())) min" }
        if seconds < 23.5 * 3600 { return "\(Int((seconds / 3600).rounded())) h" }
        return span(days: max(1, seconds / 86400))
    }

    /// A span of whole or broken days: `0 d`, `5 h`, `12 d`, `2.5 mo`, `1.4 y`.
    static func span(days: Double) -> String {
        if days > 0, days < 23.5 / 24 { return span(seconds: days * 86400) }
        if days < 30.5 { return "\(Int(days.rounded())) d" }
        if days < 11.95 * 30.44 { return "\(oneDecimal(days / 30.44)) mo" }
        return "\(oneDecimal(days / 365.25)) y"
    }

    /// A span of time spelt out, for sentences: `12 seconds`, `1 minute`, `2 hours`.
    static func duration(seconds: Double) -> String {
        if seconds < 90 { return count(Int(seconds.rounded()), "second") }
        if seconds < 5400 { return count(Int((seconds / 60).rounded()), "minute") }
        return "\(oneDecimal(seconds / 3600)) hours"
    }

    /// How long a card waits after an answer.
    static func wait(of state: CardState, from time: Timestamp, on day: StudyDay) -> String {
        switch state.due {
        case .moment(let moment): span(seconds: moment.seconds - time.seconds)
        case .day(let due): span(days: Double(max(0, due - day)))
        }
    }

    /// When a card comes again, for the end of a sentence: `in 10 min`, `tomorrow`, `in 12 d`.
    static func again(_ state: CardState, from time: Timestamp, on day: StudyDay) -> String {
        if case .day(let due) = state.due {
            if due <= day { return "today" }
            if due - day == 1 { return "tomorrow" }
        }
        return "in " + wait(of: state, from: time, on: day)
    }

    static func name(_ rating: Rating) -> String {
        switch rating {
        case .again: "again"
        case .hard: "hard"
        case .good: "good"
        case .easy: "easy"
        }
    }

    static func name(_ form: Form) -> String {
        switch form {
        case .flashcard: "flashcard"
        case .typedTerm: "typed term"
        case .cloze: "fill the gap"
        case .multipleChoice: "multiple choice"
        case .trueFalse: "true or false"
        case .matching: "matching"
        case .listRecall: "list recall"
        case .freeResponse: "free response"
        case .contrast: "contrast"
        }
    }

    static func oneDecimal(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
