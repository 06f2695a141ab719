import FSRS
import StudyCore
import StudyExchange
import StudyStore

/// The answers and marks of a package as events of a device of its own.
///
/// The device's name follows from what the events say: the same package gives the same events on every
/// machine, and a later package only those that are not there yet.
struct PackageHistory {
    /// A card here that is asked by a card of the package.
    struct Target {
        let card: Card.ID
        let fingerprint: Fingerprint
    }

    private struct Answer {
        let target: Int32
        let rating: Int8
        let milliseconds: Int32
        let time: Int64
    }

    enum Mark: String {
        case suspended, flagged
    }

    private var targets: [Target] = []
    private var ranges: [Int64: Range<Int32>] = [:]
    private var answers: [Answer] = []
    private var marks: [(mark: Mark, card: Card.ID, time: Timestamp)] = []
    /// Answers to cards that became nothing here.
    private(set) var unmatched = 0
    /// Answers dated more than a day ahead: they would put cards off for as long as a clock was wrong.
    private(set) var untimely = 0
    /// Milliseconds since 1970; no mark is later.
    private var now = Int64.max

    /// Answers and marks that will come in.
    var count: Int { answers.count + marks.count }
    var answerCount: Int { answers.count }
    var markCount: Int { marks.count }

    /// Nothing answered or marked.
    init() {}

    /// All that the package says of cards that are here.
    ///
    /// - Parameters:
    ///   - contents: The cards of the package.
    ///   - log: The answers.
    ///   - match: Which cards here they ask.
    ///   - now: Milliseconds since 1970.
    init(_ contents: PackageContents, _ log: [AnkiAnswer], _ match: PackageMatch, now: Int64) {
        self.now = now
        for card in contents.cards {
            add(match.targets(of: card, contents), for: card.id)
            let time = Timestamp(milliseconds: card.modified * 1000)
            if card.isSuspended { add(.suspended, toCard: card.id, at: time) }
            if card.isFlagged { add(.flagged, toCard: card.id, at: time) }
        }
        for answer in log { add(answer) }
    }

    /// Says which cards a card of the package asks.
    private mutating func add(_ found: [Target], for card: Int64) {
        guard !found.isEmpty else { return }
        ranges[card] = Int32(targets.count)..<Int32(targets.count + found.count)
        targets += found
    }

    private func targets(of card: Int64) -> ArraySlice<Target> {
        guard let range = ranges[card] else { return [] }
        return targets[Int(range.lowerBound)..<Int(range.upperBound)]
    }

    /// Marks all that a card of the package asks.
    private mutating func add(_ mark: Mark, toCard card: Int64, at time: Timestamp) {
        for target in targets(of: card) { marks.append((mark, target.card, time)) }
    }

    private mutating func add(_ answer: AnkiAnswer) {
        guard let range = ranges[answer.card] else {
            unmatched += 1
            return
        }
        guard answer.time <= now + 86_400_000 else {
            untimely += 1
            return
        }
        for target in range {
            answers.append(
                Answer(
                    target: target, rating: answer.rating,
                    milliseconds: min(answer.duration, 86_400_000), time: answer.time))
        }
    }

    /// Leaves out what the log has already: nobody answers a card twice within a second, and Anki moves
    /// answers that were given at the same moment a little apart.
    mutating func dropKnown(
        _ known: (Card.ID) throws -> Set<Int64>,
        isMarked: (Action.Deed, Timestamp?) throws -> Bool
    ) rethrows {
        var times: [Int32: Set<Int64>] = [:]
        answers = try answers.filter { answer in
            if times[answer.target] == nil {
                times[answer.target] = try known(targets[Int(answer.target)].card)
            }
            return times[answer.target]?.contains { abs($0 - answer.time) < 1000 } == false
        }
        marks = try marks.filter { mark in
            // One from the future was noted at the moment it came in.
            let time = mark.time.milliseconds > now ? nil : mark.time
            return try !isMarked(Self.deed(mark.mark, mark.card), time)
        }
    }

    /// The events, in their order.
    ///
    /// - Parameter utcOffset: Minutes that the learner's local time was ahead of UTC at a moment.
    /// - Returns: Reviews by time, then marks.
    func events(utcOffset: @escaping (Timestamp) -> Int) -> some Collection<Event> {
        let device = deviceName
        return (0..<count).lazy.map { index in
            let id = EventID(device: device, sequence: index + 1)
            guard index < answers.count else {
                let mark = marks[index - answers.count]
                let time = Timestamp(milliseconds: min(mark.time.milliseconds, now))
                return .action(
                    Action(
                        id: id, deed: Self.deed(mark.mark, mark.card), time: time,
                        utcOffset: utcOffset(time)))
            }
            let answer = answers[index]
            let target = targets[Int(answer.target)]
            let time = Timestamp(milliseconds: answer.time)
            return .review(
                Review(
                    id: id, card: target.card, form: .flashcard,
                    rating: Rating(rawValue: Int(answer.rating)) ?? .good, time: time,
                    utcOffset: utcOffset(time), seconds: Double(answer.milliseconds) / 1000,
                    fingerprint: target.fingerprint))
        }
    }

    private static func deed(_ mark: Mark, _ card: Card.ID) -> Action.Deed {
        switch mark {
        case .suspended: .suspend(card)
        case .flagged: .flag(card)
        }
    }

    /// `anki-` and thirteen signs made of everything that the events say.
    private var deviceName: String {
        var digest = RunningDigest()
        let cards = targets.map { xxh64(Array($0.card.description.utf8)) }
        for answer in answers {
            digest.add(cards[Int(answer.target)])
            digest.add(UInt64(bitPattern: answer.time))
            digest.add(UInt64(UInt8(bitPattern: answer.rating)))
        }
        for mark in marks {
            digest.add(xxh64(Array("\(mark.mark.rawValue) \(mark.card)".utf8)))
            digest.add(UInt64(bitPattern: mark.time.milliseconds))
        }
        let text = String(digest.finished, radix: 32)
        return "anki-" + String(repeating: "0", count: 13 - text.count) + text
    }
}

/// A digest of numbers that come one by one.
private struct RunningDigest {
    private var digest: UInt64 = 0
    private var bytes: [UInt8] = []

    mutating func add(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
        if bytes.count >= 1 << 16 { fold() }
    }

    var finished: UInt64 {
        var copy = self
        copy.fold()
        return copy.digest
    }

    private mutating func fold() {
        digest = xxh64(bytes, seed: digest)
        bytes.removeAll(keepingCapacity: true)
    }
}
