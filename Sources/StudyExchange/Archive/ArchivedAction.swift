internal import FSRS
internal import StudyCore

/// An action, as a record of an archive.
struct ArchivedAction: Codable {
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
