internal import StudyCore

/// A line of the ledger, as a record of an archive.
struct ArchivedText: Codable {
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
