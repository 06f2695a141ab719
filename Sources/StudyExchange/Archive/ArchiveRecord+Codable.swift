internal import StudyCore

extension ArchiveRecord: Codable {
    private enum Key: String, CodingKey {
        case kind
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .setting(let setting):
            try container.encode("setting", forKey: .kind)
            try setting.encode(to: encoder)
        case .file(let file):
            try container.encode("file", forKey: .kind)
            try file.encode(to: encoder)
        case .image(let image):
            try container.encode("image", forKey: .kind)
            try image.encode(to: encoder)
        case .text(let text):
            try container.encode("text", forKey: .kind)
            try ArchivedText(text).encode(to: encoder)
        case .review(let review):
            try container.encode("review", forKey: .kind)
            try ArchivedReview(review).encode(to: encoder)
        case .action(let action):
            try container.encode("action", forKey: .kind)
            try ArchivedAction(action).encode(to: encoder)
        case .intake(let intake):
            try container.encode("intake", forKey: .kind)
            try ArchivedIntake(intake).encode(to: encoder)
        case .forecast(let forecast):
            try container.encode("forecast", forKey: .kind)
            try ArchivedForecast(forecast).encode(to: encoder)
        case .practice(let result):
            try container.encode("practice", forKey: .kind)
            try result.encode(to: encoder)
        case .state(let card, let state):
            try container.encode("state", forKey: .kind)
            try ArchivedState(card, state).encode(to: encoder)
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(String.self, forKey: .kind) {
        case "setting": self = .setting(try Setting(from: decoder))
        case "file": self = .file(try File(from: decoder))
        case "image": self = .image(try Image(from: decoder))
        case "text": self = .text(try ArchivedText(from: decoder).value())
        case "review": self = .review(try ArchivedReview(from: decoder).value())
        case "action": self = .action(try ArchivedAction(from: decoder).value())
        case "intake": self = .intake(try ArchivedIntake(from: decoder).value())
        case "forecast": self = .forecast(try ArchivedForecast(from: decoder).value())
        case "practice":
            let result = try Practice(from: decoder)
            guard result.isSound else {
                throw Unreadable("'questions', 'points' or 'expected' cannot be so")
            }
            self = .practice(result)
        case "state":
            let (card, state) = try ArchivedState(from: decoder).value()
            self = .state(card, state)
        case let kind: throw Unreadable("the kind '\(kind)' is not known")
        }
    }

    /// A value that stands in no archive of ours.
    struct Unreadable: Error {
        let reason: String

        init(_ reason: String) { self.reason = reason }
    }
}

/// A value, or the error that names its field.
func known<Value>(_ value: Value?, _ field: String) throws -> Value {
    guard let value else {
        throw ArchiveRecord.Unreadable("the field '\(field)' is missing or cannot be so")
    }
    return value
}

extension Fingerprint {
    var hex: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    init(hex: String) throws {
        self.init(value: try known(UInt64(hex, radix: 16), "fingerprint"))
    }
}

/// The name of a device, if it can be one.
func deviceName(_ name: String) throws -> String {
    guard (1...64).contains(name.unicodeScalars.count) else {
        throw ArchiveRecord.Unreadable("the field 'device' has 1 to 64 letters")
    }
    return name
}
