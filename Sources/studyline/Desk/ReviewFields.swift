import FSRS

/// The four values of one line of a file of reviews.
struct ReviewFields {
    /// Something wrong in a line.
    struct Fault: Error {
        /// Bytes before it.
        let offset: Int
        let reason: String

        /// The column in characters, from 1.
        func column(in line: UnsafeBufferPointer<UInt8>) -> Int {
            1 + line.prefix(offset).count { $0 & 0xC0 != 0x80 }
        }
    }

    /// What names a card.
    enum Card {
        /// A number as it is usually written, so that no two of them are the same text.
        case number(UInt64)
        case text(String)
    }

    let card: Card
    /// Milliseconds since 1970 UTC.
    let time: Int
    let rating: Rating
    /// 0 to `ReviewLog.longestGap`.
    let days: Double
    /// Bytes before the time and before the days.
    let timeOffset, daysOffset: Int

    /// The last millisecond of the year 9999.
    private static let latest = 253_402_300_799_999

    private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

    init(_ line: UnsafeBufferPointer<UInt8>) throws(Fault) {
        let first = try Self.comma(after: 0, in: line, values: 1)
        let second = try Self.comma(after: first + 1, in: line, values: 2)
        let third = try Self.comma(after: second + 1, in: line, values: 3)
        if let more = line[(third + 1)...].firstIndex(of: UInt8(ascii: ",")) {
            throw Fault(offset: more, reason: "a line has four values, \(ReviewFile.header)")
        }
        (timeOffset, daysOffset) = (first + 1, third + 1)
        card = try Self.card(line[..<first])
        guard let time = Self.whole(line[timeOffset..<second]), time <= Self.latest else {
            throw Fault(
                offset: timeOffset,
                reason:
                    "review_time is \(Self.shown(line[timeOffset..<second])); it must be whole milliseconds since 1970, up to the year 9999"
            )
        }
        self.time = time
        let ratingField = line[(second + 1)..<third]
        guard let rating = Self.whole(ratingField).flatMap(Rating.init(rawValue:)) else {
            throw Fault(
                offset: second + 1,
                reason:
                    "rating is \(Self.shown(ratingField)); it must be 1 (again), 2 (hard), 3 (good) or 4 (easy)"
            )
        }
        self.rating = rating
        days = try Self.days(line[daysOffset...])
    }

    private static func comma(
        after start: Int, in line: UnsafeBufferPointer<UInt8>, values: Int
    ) throws(Fault) -> Int {
        guard let comma = line[start...].firstIndex(of: UInt8(ascii: ",")) else {
            throw Fault(
                offset: line.count,
                reason: "the line ends after \(values) of four values, \(ReviewFile.header)")
        }
        return comma
    }

    private static func card(_ field: Bytes) throws(Fault) -> Card {
        guard let first = field.first else { throw Fault(offset: 0, reason: "card_id is empty") }
        if first != UInt8(ascii: "0") || field.count == 1, let number = whole(field) {
            return .number(UInt64(number))
        }
        return .text(String(decoding: field, as: UTF8.self))
    }

    private static func days(_ field: Bytes) throws(Fault) -> Double {
        let days = whole(field).map(Double.init) ?? Double(String(decoding: field, as: UTF8.self))
        guard let days, (0...ReviewLog.longestGap).contains(days) else {
            throw Fault(
                offset: field.startIndex,
                reason:
                    "elapsed_days is \(shown(field)); it must be a number from 0 to \(Int(ReviewLog.longestGap))"
            )
        }
        return days
    }

    /// A number of one to eighteen digits; nil for anything else.
    private static func whole(_ field: Bytes) -> Int? {
        guard (1...18).contains(field.count) else { return nil }
        var value = 0
        for byte in field {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        return value
    }

    private static func shown(_ field: Bytes) -> String {
        if field.isEmpty { return "empty" }
        let text = String(decoding: field.prefix(40), as: UTF8.self)
        return field.count > 40 ? "'\(text)…'" : "'\(text)'"
    }
}
