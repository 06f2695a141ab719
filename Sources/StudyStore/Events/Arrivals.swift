import BulkSQL
import GRDB
import StudyCore

/// Events of other devices on their way into the tables, with the identities they have.
///
/// Made for hundreds of thousands of them: names are looked up once, reviews wait to enter by the thousand, and what
/// the tables would check at each row stands fast by the types of the values and by `has`. It is used inside
/// `BulkIntake.run`.
struct Arrivals {
    private let store: Store
    private let db: Database
    private let waitingRows: BulkRows
    private let eventInsertion: BulkStatement
    private let reviewInsertion: BulkStatement
    /// Reviews that are not in the tables yet: `flush` writes them.
    private var waiting: [Waiting] = []
    /// The number of the newest event.
    private var newest: Int64
    private var devices: [String: Device] = [:]
    private var items: [Item.ID: Int64] = [:]

    private struct Waiting {
        let number: Int64
        let device: Int64
        let item: Int64
        let review: Review
    }

    private struct Device {
        let number: Int64
        /// The number of its newest event here, 0 for none.
        var last: Int
    }

    /// Answers that are written in one go.
    static let many = 4096

    init(_ store: Store, _ db: Database) throws {
        self.store = store
        self.db = db
        newest = try Int64.fetchOne(db, sql: "SELECT max(number) FROM event") ?? 0
        waitingRows = try BulkRows(
            "waiting", columns: ["number, device, sequence, time, utc_offset", ReviewRow.payload],
            db)
        eventInsertion = try BulkStatement(
            """
            INSERT INTO event (number, device, sequence, time, utc_offset)
            SELECT number, device, sequence, time, utc_offset FROM waiting
            """, db)
        reviewInsertion = try BulkStatement(
            """
            INSERT INTO review (event, \(ReviewRow.payload))
            SELECT number, \(ReviewRow.payload) FROM waiting
            """, db)
    }

    /// Whether an event is here already.
    ///
    /// - Throws: `refused` for one that would leave a gap: events of a device come in the order of their
    ///   numbers.
    mutating func has(_ id: EventID) throws -> Bool {
        let last = try device(id.device).last
        guard id.sequence <= last + 1 else {
            throw StoreError.refused(
                reason: """
                    Event \(id) cannot be taken up: the newest one here of the same device is \
                    number \(last), and those between are missing.
                    """)
        }
        return id.sequence <= last
    }

    /// Takes in the next event of its device; it is in the tables after the next `flush`.
    mutating func insert(_ event: Event) throws {
        let id = event.id
        let device = try number(ofDevice: id.device)
        newest += 1
        devices[id.device]?.last = id.sequence
        if case .review(let review) = event {
            try check(review)
            waiting.append(
                Waiting(
                    number: newest, device: device, item: try number(of: review.card.item),
                    review: review))
            return
        }
        try flush()
        try db.cachedStatement(
            sql: """
                INSERT INTO event (number, device, sequence, time, utc_offset)
                VALUES (?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            newest, device, id.sequence, event.time.milliseconds, event.utcOffset,
        ])
        switch event {
        case .review: break
        case .action(let action):
            for named in action.deed.events { _ = try self.device(named.device) }
            try store.insertPayload(of: action.deed, event: newest, db)
        case .intake(let intake):
            try IntakeRow.insert(intake.source, intake.ranges, event: newest, db) {
                try number(ofDevice: $0)
            }
        }
    }

    /// Whether so many wait that more would only take memory.
    var areMany: Bool { waiting.count >= Self.many }

    /// Writes what is not in the tables yet.
    mutating func flush() throws {
        if waiting.isEmpty { return }
        // By their addresses, so that no answer is copied for each of its columns.
        try waiting.withUnsafeBufferPointer { waiting in
            try waitingRows.holding(waiting.count) { row, column, result in
                switch column {
                case 0: result.set(waiting[row].number)
                case 1: result.set(waiting[row].device)
                case 2: result.set(waiting[row].review.id.sequence)
                case 3: result.set(waiting[row].review.time.milliseconds)
                case 4: result.set(waiting[row].review.utcOffset)
                case 5: result.set(waiting[row].item)
                default: ReviewRow.put(waiting[row].review, column - 6, result)
                }
            } _: {
                try eventInsertion.run()
                try reviewInsertion.run()
            }
        }
        for row in waiting {
            guard let assessment = row.review.assessment else { continue }
            try AssessmentRow.insert(assessment, event: row.number, db)
        }
        waiting.removeAll(keepingCapacity: true)
    }

    /// What the table would say of numbers that cannot be.
    private func check(_ review: Review) throws {
        guard (-1440...1440).contains(review.utcOffset), review.seconds >= 0, review.hints >= 0,
            review.score.map({ (0...1).contains($0) }) ?? true
        else {
            throw StoreError.refused(
                reason: "Event \(review.id) cannot be taken up: one of its numbers cannot be so.")
        }
    }

    /// Takes the number of an item that is registered.
    mutating func learn(_ id: Item.ID, as number: Int64) { items[id] = number }

    /// The number of an item, registered when it was not known; most are asked for again and again.
    mutating func number(of id: Item.ID) throws -> Int64 {
        if let known = items[id] { return known }
        let number = try store.registeredItem(id, db)
        items[id] = number
        return number
    }

    /// The number of a device, registered when it was not known.
    mutating func number(ofDevice name: String) throws -> Int64 { try device(name).number }

    private mutating func device(_ name: String) throws -> Device {
        if let known = devices[name] { return known }
        let number =
            try Int64.fetchOne(
                db, sql: "SELECT number FROM device WHERE name = ?", arguments: [name])
            ?? register(name)
        let last = try Int.fetchOne(
            db, sql: "SELECT max(sequence) FROM event WHERE device = ?", arguments: [number])
        let device = Device(number: number, last: last ?? 0)
        devices[name] = device
        return device
    }

    /// A device that is no name of this folder's.
    private func register(_ name: String) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO device (name, file, created_at) VALUES (?, NULL, 0)",
            arguments: [name])
        return db.lastInsertedRowID
    }
}
