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
    private(set) var waiting: [Review] = []
    /// What the tables know them, their devices and their items by.
    private var numbers: [(event: Int64, device: Int64, item: Int64)] = []
    /// The number of the newest event.
    private var newest: Int64
    private var devices: [String: Device] = [:]
    /// The device asked for last: events of one come together.
    private var latest: Device?
    private var items: [Item.ID: Int64] = [:]

    private final class Device {
        let name: String
        let number: Int64
        /// The number of its newest event here, 0 for none.
        var last: Int

        init(name: String, number: Int64, last: Int) {
            self.name = name
            self.number = number
            self.last = last
        }
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
        if case .review(let review) = event {
            return try insert(review, of: number(of: review.card.item))
        }
        let device = try next(event.id)
        try flush()
        try db.cachedStatement(
            sql: """
                INSERT INTO event (number, device, sequence, time, utc_offset)
                VALUES (?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            newest, device, event.id.sequence, event.time.milliseconds, event.utcOffset,
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

    /// Takes in an answer, as `insert` does, to the item of a number.
    mutating func insert(_ review: Review, of item: Int64) throws {
        try check(review)
        let device = try next(review.id)
        waiting.append(review)
        numbers.append((event: newest, device: device, item: item))
    }

    /// Counts the next event of a device; its number is `newest` then.
    private mutating func next(_ id: EventID) throws -> Int64 {
        let device = try device(id.device)
        device.last = id.sequence
        newest += 1
        return device.number
    }

    /// Whether so many wait that more would only take memory.
    var areMany: Bool { waiting.count >= Self.many }

    /// Writes what is not in the tables yet.
    mutating func flush() throws {
        if waiting.isEmpty { return }
        try waitingRows.holding(waiting) { index, review, column, result in
            switch column {
            case 0: result.set(numbers[index].event)
            case 1: result.set(numbers[index].device)
            case 2: result.set(review.pointee.id.sequence)
            case 3: result.set(review.pointee.time.milliseconds)
            case 4: result.set(review.pointee.utcOffset)
            case 5: result.set(numbers[index].item)
            default: ReviewRow.put(review, column - 6, result)
            }
        } _: {
            try eventInsertion.run()
            try reviewInsertion.run()
        }
        for index in waiting.indices {
            guard let assessment = waiting[index].assessment else { continue }
            try AssessmentRow.insert(assessment, event: numbers[index].event, db)
        }
        waiting = []
        waiting.reserveCapacity(Self.many)
        numbers.removeAll(keepingCapacity: true)
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

    /// Makes room for items that `learn` is about to be told of.
    mutating func reserve(_ count: Int) { items.reserveCapacity(count) }

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
        if let latest, latest.name == name { return latest }
        let device = try devices[name] ?? look(name)
        devices[name] = device
        latest = device
        return device
    }

    /// A device as the tables know it, registered when they did not.
    private func look(_ name: String) throws -> Device {
        let number =
            try Int64.fetchOne(
                db, sql: "SELECT number FROM device WHERE name = ?", arguments: [name])
            ?? register(name)
        let last = try Int.fetchOne(
            db, sql: "SELECT max(sequence) FROM event WHERE device = ?", arguments: [number])
        return Device(name: name, number: number, last: last ?? 0)
    }

    /// A device that is no name of this folder's.
    private func register(_ name: String) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO device (name, file, created_at) VALUES (?, NULL, 0)",
            arguments: [name])
        return db.lastInsertedRowID
    }
}
