import FSRS
import BulkSQL
import GRDB
import StudyCore

/// A row of the review table with its event.
///
/// It stays in this module; callers see `Review`.
enum ReviewRow {
    /// What `review(of:)` reads, in its order.
    static let columns = """
        event.number, device.name, event.sequence, event.time, event.utc_offset, \
        item.id, review.facet, review.form, review.rating, review.milliseconds, review.answer, \
        review.score, review.hints, review.fingerprint, \(AssessmentRow.columns)
        """

    /// How many columns those are: the next one is the caller's.
    static let width = 14 + AssessmentRow.width

    static let joined = """
        review JOIN event ON event.number = review.event \
        JOIN device ON device.number = event.device \
        JOIN item ON item.number = review.item \
        \(AssessmentRow.joined)
        """

    /// The order of replay: by time, and where clocks agree by device and sequence.
    ///
    /// It depends on nothing but the events, so every machine that has them derives the same. An
    /// event whose clock was wrong stands where its clock says.
    static let replayOrder = "event.time, device.name, event.sequence"

    static func review(of row: Row) throws -> Review {
        guard let facet = Card.Facet(rawValue: row[6]) else {
            throw Undecodable("a review of an unknown facet")
        }
        guard let form = Form(rawValue: row[7]), let rating = Rating(rawValue: row[8]) else {
            throw Undecodable("a review of an unknown form or rating")
        }
        let milliseconds: Int64 = row[9]
        return Review(
            id: EventID(device: row[1], sequence: row[2]),
            card: Card.ID(item: Item.ID(row[5]), facet: facet),
            form: form, rating: rating, time: Timestamp(milliseconds: row[3]), utcOffset: row[4],
            seconds: Double(milliseconds) / 1000, answer: row[10], score: row[11], hints: row[12],
            fingerprint: Fingerprint(stored: row[13]),
            assessment: try AssessmentRow.assessment(of: row, from: 14))
    }

    /// What a row says beside its event, in the order of `insert`.
    static let payload =
        "item, facet, form, rating, milliseconds, answer, score, hints, fingerprint"

    static func insert(_ review: Review, event: Int64, item: Int64, _ db: Database) throws {
        try BulkStatement(
            cached: "INSERT INTO review (event, \(payload)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            db
        ).run(
            event, item, review.card.facet.rawValue, review.form.rawValue, review.rating.rawValue,
            milliseconds(review.seconds), review.answer, review.score, review.hints,
            review.fingerprint.stored)
        if let assessment = review.assessment {
            try AssessmentRow.insert(assessment, event: event, db)
        }
    }

    /// Hands over a column of the payload, counted from 0 for the facet.
    static func put(_ review: UnsafePointer<Review>, _ column: Int32, _ result: BulkResult) {
        switch column {
        case 0: result.set(review.pointee.card.facet.rawValue)
        case 1: result.set(review.pointee.form.rawValue)
        case 2: result.set(review.pointee.rating.rawValue)
        case 3: result.set(milliseconds(review.pointee.seconds))
        case 4: result.set(review.pointee.answer)
        case 5: result.set(review.pointee.score)
        case 6: result.set(review.pointee.hints)
        default: result.set(review.pointee.fingerprint.stored)
        }
    }

    private static func milliseconds(_ seconds: Double) -> Int64 {
        Int64((seconds * 1000).rounded())
    }
}

extension Fingerprint {
    /// SQLite's integers are signed; the bits are kept.
    var stored: Int64 { Int64(bitPattern: value) }

    init(stored: Int64) {
        self.init(value: UInt64(bitPattern: stored))
    }
}
