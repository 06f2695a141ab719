internal import StudyCore

/// An intake, as a record of an archive.
struct ArchivedIntake: Codable {
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
