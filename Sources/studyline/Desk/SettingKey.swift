import FSRS
import StudyCore

/// The names of the settings, what each means, and how each is read and written.
enum SettingKey: String, CaseIterable {
    case content
    case rollover
    case newPerDay = "new-per-day"
    case reviewsPerDay = "reviews-per-day"
    case retention
    case model
    case learningSteps = "learning-steps"
    case relearningSteps = "relearning-steps"
    case maximumInterval = "maximum-interval"
    case spread

    var meaning: String {
        switch self {
        case .content: "folders with guides, separated by commas; empty for the bundled ones"
        case .rollover: "when a study day begins, as HH:MM"
        case .newPerDay: "cards introduced in a day"
        case .reviewsPerDay: "reviews asked in a day"
        case .retention: "probability of recall at which a card comes again, 0.70 to 0.99"
        case .model: "memory model, fsrs-6 or fsrs-7"
        case .learningSteps: "waits between the first answers of a new card, such as 1m 10m"
        case .relearningSteps: "waits after forgetting, such as 10m"
        case .maximumInterval: "longest wait between two reviews, in days"
        case .spread: "whether due dates are spread over neighbouring days, true or false"
        }
    }

    /// The value as it is shown and typed.
    func text(in settings: Settings) -> String {
        switch self {
        case .content: settings.content.joined(separator: ", ")
        case .rollover: TimeOfDay.text(minutes: settings.rollover)
        case .newPerDay: String(settings.newPerDay)
        case .reviewsPerDay: String(settings.reviewsPerDay)
        case .retention: String(settings.retention)
        case .model: "fsrs-\(settings.model.rawValue)"
        case .learningSteps: StepText.text(settings.learningSteps)
        case .relearningSteps: StepText.text(settings.relearningSteps)
        case .maximumInterval: String(settings.maximumInterval)
        case .spread: String(settings.spread)
        }
    }

    /// Sets the value from what was typed.
    func set(_ text: String, in settings: inout Settings) throws(SettingsError) {
        switch self {
        case .content:
            settings.content = text.split(separator: ",").map { String($0).trimmed }
                .filter { !$0.isEmpty }
        case .rollover:
            settings.rollover = try wanted(
                TimeOfDay.minutes(text), text, "a time of day such as 04:00")
        case .newPerDay:
            settings.newPerDay = try whole(text, 0...9999)
        case .reviewsPerDay:
            settings.reviewsPerDay = try whole(text, 0...9999)
        case .retention:
            settings.retention = try Self.retention(text, key: rawValue)
        case .model:
            settings.model = try wanted(
                Version.allCases.first { "fsrs-\($0.rawValue)" == text.lowercased() }, text,
                "fsrs-6 or fsrs-7")
        case .learningSteps:
            settings.learningSteps = try steps(text)
        case .relearningSteps:
            settings.relearningSteps = try steps(text)
        case .maximumInterval:
            settings.maximumInterval = try whole(text, 1...ReviewIntervals.standardMaximum)
        case .spread:
            settings.spread = try wanted(Bool(text.lowercased()), text, "true or false")
        }
    }

    /// Reads a desired retention, `0.9` or `90%`.
    static func retention(_ text: String, key: String) throws(SettingsError) -> Double {
        let isPercent = text.hasSuffix("%")
        let number = Double(isPercent ? String(text.dropLast()).trimmed : text)
        guard let number, case let value = isPercent ? number / 100 : number,
            (0.70...0.99).contains(value)
        else {
            throw .invalid(key: key, value: text, wanted: "between 0.70 and 0.99, or 70% and 99%")
        }
        return value
    }

    private func whole(_ text: String, _ range: ClosedRange<Int>) throws(SettingsError) -> Int {
        try wanted(
            Int(text).flatMap { range.contains($0) ? $0 : nil }, text,
            "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }

    private func steps(_ text: String) throws(SettingsError) -> LearningSteps {
        try wanted(StepText.steps(text), text, "waits such as 1m 10m, or none")
    }

    private func wanted<Value>(
        _ value: Value?, _ text: String, _ wanted: String
    ) throws(SettingsError) -> Value {
        guard let value else { throw .invalid(key: rawValue, value: text, wanted: wanted) }
        return value
    }
}

/// A time of day as `HH:MM`.
enum TimeOfDay {
    static func text(minutes: Int) -> String {
        "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }

    /// Minutes after midnight; nil when the text is no time of day.
    static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let hours = Int(parts[0]), (0...23).contains(hours),
            let minutes = parts.count == 2 ? Int(parts[1]) : 0, (0...59).contains(minutes)
        else { return nil }
        return hours * 60 + minutes
    }
}

/// Learning steps as `1m 10m 1h`.
enum StepText {
    static func text(_ steps: LearningSteps) -> String {
        if steps.seconds.isEmpty { return "none" }
        return steps.seconds.map { seconds in
            let units: [(Double, String)] = [(86400, "d"), (3600, "h"), (60, "m")]
            for (length, name) in units
            where seconds >= length && seconds.truncatingRemainder(dividingBy: length) == 0 {
                return "\(Int(seconds / length))\(name)"
            }
            return seconds == seconds.rounded() ? "\(Int(seconds))s" : "\(seconds)s"
        }.joined(separator: " ")
    }

    /// Reads what `text` writes; nil when the text is not a list of waits.
    ///
    /// *none* and the empty text are no steps.
    static func steps(_ text: String) -> LearningSteps? {
        if text.trimmed == "none" { return LearningSteps(seconds: []) }
        var seconds: [Double] = []
        for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            let length: Double
            switch word.last {
            case "s": length = 1
            case "m": length = 60
            case "h": length = 3600
            case "d": length = 86400
            default: return nil
            }
            guard let number = Double(word.dropLast()), number > 0, number * length <= 365 * 86400
            else { return nil }
            seconds.append(number * length)
        }
        return LearningSteps(seconds: seconds)
    }
}
