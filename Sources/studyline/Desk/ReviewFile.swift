import FSRS
import StudyCore

/// A file of reviews that cannot be used.
enum ReviewFileError: Error, Equatable, CustomStringConvertible {
    case unreadable(file: String, reason: String)
    /// What is wrong in a place; line and column count from 1.
    case invalid(file: String, line: Int, column: Int, reason: String)

    var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        case .invalid(let file, let line, let column, let reason):
            "\(file):\(line):\(column): error: \(reason)"
        }
    }
}

/// Reviews in a file of comma-separated values, oldest first.
///
/// The first line is the header. Lines are read as bytes, a million in about a quarter of a second.
struct ReviewFile {
    static let header = "card_id,review_time,rating,elapsed_days"

    let path: String

    private var log = ReviewLog()
    private var cards = CardNumbers()
    private var lastTime = 0

    /// Reads a whole file.
    ///
    /// - Parameter path: The file.
    /// - Returns: Its reviews; cards are numbered in the order in which they come.
    /// - Throws: The first thing that is wrong, and where.
    static func log(at path: String) throws(ReviewFileError) -> ReviewLog {
        var file = ReviewFile(path: path)
        try file.read()
        return file.log
    }

    private init(path: String) {
        self.path = path
    }

    private mutating func read() throws(ReviewFileError) {
        let path = path
        let failing: (FileLines.Failure) -> ReviewFileError = { failure in
            switch failure {
            case .unreadable(let reason): .unreadable(file: path, reason: reason)
            case .tooLong(let line):
                .invalid(
                    file: path, line: line, column: FileLines.longestLine + 1,
                    reason: "the line is too long; it must be four values parted by commas")
            }
        }
        var lines: FileLines
        do {
            lines = try FileLines(path: path)
        } catch {
            throw failing(error)
        }
        var hasHeader = false
        try lines.forEach(
            { line, number throws(ReviewFileError) in
                do throws(ReviewFields.Fault) {
                    if number == 1 {
                        try Self.checkHeader(line)
                        hasHeader = true
                    } else if !line.isEmpty {
                        try add(ReviewFields(line))
                    }
                } catch {
                    throw .invalid(
                        file: path, line: number, column: error.column(in: line),
                        reason: error.reason)
                }
            }, failing: failing)
        if !hasHeader {
            throw .invalid(
                file: path, line: 1, column: 1,
                reason: "the file is empty; its first line must be \(Self.header)")
        }
    }

    private static func checkHeader(
        _ line: UnsafeBufferPointer<UInt8>
    ) throws(ReviewFields.Fault) {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = line.starts(with: mark) ? line.dropFirst(mark.count) : line[...]
        guard text.elementsEqual(header.utf8) else {
            throw .init(offset: 0, reason: "the first line must be \(header)")
        }
    }

    private mutating func add(_ review: ReviewFields) throws(ReviewFields.Fault) {
        guard review.time >= lastTime else {
            throw .init(
                offset: review.timeOffset,
                reason: "review_time is before that of the line above; sort the lines by time")
        }
        lastTime = review.time
        let (card, isNew) = cards.number(of: review.card)
        guard card <= CardNumbers.highest else {
            throw .init(offset: 0, reason: "there are more than \(CardNumbers.highest + 1) cards")
        }
        guard !isNew || review.days == 0 else {
            throw .init(
                offset: review.daysOffset,
                reason:
                    "elapsed_days must be 0 on a card's first review; give all reviews of a card"
            )
        }
        log.append(card: card, rating: review.rating, days: review.days)
    }
}

/// Numbers for cards, from 0 in the order in which they come.
private struct CardNumbers {
    /// The highest number that a log takes.
    static let highest = 0xFF_FFFF

    private var byNumber: [UInt64: Int] = [:]
    private var byText: [String: Int] = [:]

    /// The number of a card, given when it is new.
    mutating func number(of card: ReviewFields.Card) -> (number: Int, isNew: Bool) {
        let next = byNumber.count + byText.count
        let number =
            switch card {
            case .number(let id): byNumber[id, default: next]
            case .text(let id): byText[id, default: next]
            }
        guard number == next else { return (number, false) }
        switch card {
        case .number(let id): byNumber[id] = next
        case .text(let id): byText[id] = next
        }
        return (next, true)
    }
}
