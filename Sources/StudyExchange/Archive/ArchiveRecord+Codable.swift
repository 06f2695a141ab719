internal import FSRS
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
        case .text(let text):
            try container.encode("text", forKey: .kind)
            try TextRow(text).encode(to: encoder)
        case .review(let review):
            try container.encode("review", forKey: .kind)
            try ReviewRow(review).encode(to: encoder)
        case .action(let action):
            try container.encode("action", forKey: .kind)
            try ActionRow(action).encode(to: encoder)
        case .intake(let intake):
            try container.encode("intake", forKey: .kind)
            try IntakeRow(intake).encode(to: encoder)
        case .state(let card, let state):
            try container.encode("state", forKey: .kind)
            try StateRow(card, state).encode(to: encoder)
        }
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        switch try container.decode(String.self, forKey: .kind) {
        case "setting": self = .setting(try Setting(from: decoder))
        case "file": self = .file(try File(from: decoder))
        case "text": self = .text(try TextRow(from: decoder).value())
        case "review": self = .review(try ReviewRow(from: decoder).value())
        case "action": self = .action(try ActionRow(from: decoder).value())
        case "intake": self = .intake(try IntakeRow(from: decoder).value())
        case "state":
            let (card, state) = try StateRow(from: decoder).value()
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
    fileprivate var hex: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    fileprivate init(hex: String) throws {
        self.init(value: try known(UInt64(hex, radix: 16), "fingerprint"))
    }
}

private struct TextRow: Codable {
    let device: String
    let time: Int64
    let item: String
    let itemKind: String
    let `class`: String
    let term: String
    let guideID: String?
    let path: String
    let ordinal: Int
    let fingerprint: String
    let text: String
    let answer: String?
    /// Beginning and end of each, in bytes.
    let holes: [[Int]]?
    let likeness: Double?
    let changed: Int?
    let adopts: String?

    init(_ line: ArchiveRecord.SeenText) {
        device = line.device
        time = line.time.milliseconds
        item = line.item.text
        itemKind = line.itemKind.rawValue
        `class` = line.guide.classSlug
        term = line.guide.termSlug
        guideID = line.guideExplicitID
        path = line.path
        ordinal = line.ordinal
        fingerprint = line.fingerprint.hex
        text = line.text
        answer = line.answer
        holes = line.holes.isEmpty ? nil : line.holes.map { [$0.lowerBound, $0.upperBound] }
        likeness = line.likeness
        changed = line.changed == 0 ? nil : line.changed
        adopts = line.adopts?.text
    }

    func value() throws -> ArchiveRecord.SeenText {
        let ranges = try (holes ?? []).map { hole in
            guard hole.count == 2, 0 <= hole[0], hole[0] <= hole[1] else {
                throw ArchiveRecord.Unreadable("a hole is a beginning and an end")
            }
            return hole[0]..<hole[1]
        }
        guard ordinal >= 0, !item.isEmpty, likeness.map({ (0...1).contains($0) }) ?? true else {
            throw ArchiveRecord.Unreadable("'ordinal', 'item' or 'likeness' cannot be so")
        }
        return ArchiveRecord.SeenText(
            device: try deviceName(device), time: Timestamp(milliseconds: time),
            item: Item.ID(item), itemKind: try known(Item.Kind(rawValue: itemKind), "itemKind"),
            guide: Guide.ID(classSlug: `class`, termSlug: term), guideExplicitID: guideID,
            path: path, ordinal: ordinal, fingerprint: try Fingerprint(hex: fingerprint),
            text: text, answer: answer, holes: ranges, likeness: likeness, changed: changed ?? 0,
            adopts: adopts.map { Item.ID($0) })
    }
}

func deviceName(_ name: String) throws -> String {
    guard (1...64).contains(name.unicodeScalars.count) else {
        throw ArchiveRecord.Unreadable("the field 'device' has 1 to 64 letters")
    }
    return name
}

private struct ReviewRow: Codable {
    let device: String
    let sequence: Int
    let time: Int64
    let utcOffset: Int
    let card: String
    let form: String
    let rating: Int
    let milliseconds: Int64
    let answer: String?
    let score: Double?
    let hints: Int?
    let fingerprint: String
    let assessment: ArchivedAssessment?

    init(_ review: Review) {
        device = review.id.device
        sequence = review.id.sequence
        time = review.time.milliseconds
        utcOffset = review.utcOffset
        card = review.card.description
        form = review.form.rawValue
        rating = review.rating.rawValue
        milliseconds = Int64((review.seconds * 1000).rounded())
        answer = review.answer.isEmpty ? nil : review.answer
        score = review.score
        hints = review.hints == 0 ? nil : review.hints
        fingerprint = review.fingerprint.hex
        assessment = review.assessment.map(ArchivedAssessment.init)
    }

    func value() throws -> Review {
        guard sequence > 0, (-1440...1440).contains(utcOffset), milliseconds >= 0,
            (hints ?? 0) >= 0, score.map({ (0...1).contains($0) }) ?? true
        else {
            throw ArchiveRecord.Unreadable(
                "'sequence', 'utcOffset', 'milliseconds', 'hints' or 'score' cannot be so")
        }
        return Review(
            id: EventID(device: try deviceName(device), sequence: sequence),
            card: try known(Card.ID(card), "card"), form: try known(Form(rawValue: form), "form"),
            rating: try known(Rating(rawValue: rating), "rating"),
            time: Timestamp(milliseconds: time), utcOffset: utcOffset,
            seconds: Double(milliseconds) / 1000, answer: answer ?? "", score: score,
            hints: hints ?? 0, fingerprint: try Fingerprint(hex: fingerprint),
            assessment: try assessment?.value())
    }
}

private struct ActionRow: Codable {
    let device: String
    let sequence: Int
    let time: Int64
    let utcOffset: Int
    let deed: String
    var targetDevice: String?
    var targetSequence: Int?
    var card: String?
    var untilDay: Int?
    var item: String?
    var otherItem: String?
    var fingerprint: String?
    var parameters: [Double]?
    var exam: ArchivedExam?
    var result: Double?

    init(_ action: Action) {
        device = action.id.device
        sequence = action.id.sequence
        time = action.time.milliseconds
        utcOffset = action.utcOffset
        switch action.deed {
        case .undo(let target):
            deed = "undo"
            (targetDevice, targetSequence) = (target.device, target.sequence)
        case .redo(let target):
            deed = "redo"
            (targetDevice, targetSequence) = (target.device, target.sequence)
        case .suspend(let card): (deed, self.card) = ("suspend", card.description)
        case .resume(let card): (deed, self.card) = ("resume", card.description)
        case .bury(let card, let day):
            (deed, self.card, untilDay) = ("bury", card.description, day.number)
        case .flag(let card): (deed, self.card) = ("flag", card.description)
        case .unflag(let card): (deed, self.card) = ("unflag", card.description)
        case .link(let item, let other):
            (deed, self.item, otherItem) = ("link", item.text, other.text)
        case .unlink(let item): (deed, self.item) = ("unlink", item.text)
        case .part(let item, let text, let made):
            (deed, self.item, otherItem) = ("part", item.text, made.text)
            fingerprint = text.hex
        case .forget(let item): (deed, self.item) = ("forget", item.text)
        case .adopt(let adopted): (deed, parameters) = ("adopt", adopted.values)
        case .setExam(let exam, let changed):
            (deed, self.exam) = ("set-exam", ArchivedExam(exam))
            (targetDevice, targetSequence) = (changed?.device, changed?.sequence)
        case .enterResult(let result, let exam):
            (deed, self.result) = ("enter-result", result)
            (targetDevice, targetSequence) = (exam.device, exam.sequence)
        case .removeExam(let exam):
            deed = "remove-exam"
            (targetDevice, targetSequence) = (exam.device, exam.sequence)
        }
    }

    func value() throws -> Action {
        guard sequence > 0, (-1440...1440).contains(utcOffset) else {
            throw ArchiveRecord.Unreadable("'sequence' or 'utcOffset' cannot be so")
        }
        return Action(
            id: EventID(device: try deviceName(device), sequence: sequence), deed: try deedValue(),
            time: Timestamp(milliseconds: time), utcOffset: utcOffset)
    }

    private func deedValue() throws -> Action.Deed {
        func target() throws -> EventID {
            EventID(
                device: try deviceName(try known(targetDevice, "targetDevice")),
                sequence: try known(targetSequence, "targetSequence"))
        }
        func cardID() throws -> Card.ID { try known(card.flatMap { Card.ID($0) }, "card") }
        func itemID(_ text: String?, _ field: String) throws -> Item.ID {
            Item.ID(try known(text.flatMap { $0.isEmpty ? nil : $0 }, field))
        }
        switch deed {
        case "undo": return .undo(try target())
        case "redo": return .redo(try target())
        case "suspend": return .suspend(try cardID())
        case "resume": return .resume(try cardID())
        case "bury":
            return .bury(try cardID(), until: StudyDay(number: try known(untilDay, "untilDay")))
        case "flag": return .flag(try cardID())
        case "unflag": return .unflag(try cardID())
        case "link":
            return .link(try itemID(item, "item"), to: try itemID(otherItem, "otherItem"))
        case "unlink": return .unlink(try itemID(item, "item"))
        case "part":
            return .part(
                try itemID(item, "item"),
                text: try Fingerprint(hex: try known(fingerprint, "fingerprint")),
                as: try itemID(otherItem, "otherItem"))
        case "forget": return .forget(try itemID(item, "item"))
        case "adopt":
            return .adopt(try known(try? Parameters(known(parameters, "parameters")), "parameters"))
        case "set-exam":
            return .setExam(
                try known(exam, "exam").value(),
                changing: targetDevice == nil ? nil : try target())
        case "enter-result":
            guard let result, (0...1).contains(result) else {
                throw ArchiveRecord.Unreadable("the field 'result' is missing or cannot be so")
            }
            return .enterResult(result, of: try target())
        case "remove-exam": return .removeExam(try target())
        default: throw ArchiveRecord.Unreadable("the deed '\(deed)' is not known")
        }
    }
}

private struct IntakeRow: Codable {
    struct Range: Codable {
        let device: String
        let first: Int
        let last: Int
    }

    let device: String
    let sequence: Int
    let time: Int64
    let utcOffset: Int
    let source: String
    let ranges: [Range]

    init(_ intake: Intake) {
        device = intake.id.device
        sequence = intake.id.sequence
        time = intake.time.milliseconds
        utcOffset = intake.utcOffset
        source = intake.source
        ranges = intake.ranges.map {
            Range(
                device: $0.device, first: $0.numbers.lowerBound, last: $0.numbers.upperBound)
        }
    }

    func value() throws -> Intake {
        guard sequence > 0, (-1440...1440).contains(utcOffset),
            ranges.allSatisfy({ $0.first > 0 && $0.first <= $0.last && $0.last < 1 << 40 })
        else {
            throw ArchiveRecord.Unreadable("'sequence', 'utcOffset' or 'ranges' cannot be so")
        }
        return Intake(
            id: EventID(device: try deviceName(device), sequence: sequence), source: source,
            ranges: try ranges.map {
                Intake.Range(device: try deviceName($0.device), numbers: $0.first...$0.last)
            }, time: Timestamp(milliseconds: time), utcOffset: utcOffset)
    }
}

private struct StateRow: Codable {
    let card: String
    let phase: Int
    let step: Int
    let stability: Double?
    let difficulty: Double?
    let fastStability: Double?
    let dueTime: Int64?
    let dueDay: Int?
    let lastTime: Int64
    let lastDay: Int
    let interval: Int
    let reviews: Int
    let lapses: Int

    init(_ card: Card.ID, _ state: CardState) {
        self.card = card.description
        phase = state.phase.rawValue
        step = state.step
        stability = state.memory?.stability
        difficulty = state.memory?.difficulty
        fastStability = state.memory?.fastStability
        switch state.due {
        case .moment(let time): (dueTime, dueDay) = (time.milliseconds, nil)
        case .day(let day): (dueTime, dueDay) = (nil, day.number)
        }
        lastTime = state.lastTime.milliseconds
        lastDay = state.lastDay.number
        interval = state.interval
        reviews = state.reviews
        lapses = state.lapses
    }

    func value() throws -> (Card.ID, CardState) {
        let due: CardState.Due
        if let dueTime {
            due = .moment(Timestamp(milliseconds: dueTime))
        } else {
            due = .day(StudyDay(number: try known(dueDay, "dueDay")))
        }
        return (
            try known(Card.ID(card), "card"),
            CardState(
                memory: stability.map {
                    MemoryState(
                        stability: $0, difficulty: difficulty ?? 0, fastStability: fastStability)
                },
                phase: try known(CardState.Phase(rawValue: phase), "phase"), step: step, due: due,
                lastTime: Timestamp(milliseconds: lastTime), lastDay: StudyDay(number: lastDay),
                interval: interval, reviews: reviews, lapses: lapses)
        )
    }
}
