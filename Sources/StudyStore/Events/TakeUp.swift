internal import GRDB
package import StudyCore

extension Store {
    /// Takes up events that were made elsewhere, in one step, and derives once what follows from them.
    ///
    /// Events that are here already and count are left as they are; those that came in before and
    /// were taken back count again.
    ///
    /// - Parameters:
    ///   - events: The events of each device in the order of their numbers, which leave none out.
    ///   - source: Where they come from, as it is shown.
    ///   - time: The present.
    ///   - utcOffset: Minutes that local time is ahead of UTC.
    /// - Returns: What was taken up; nil when there was nothing new.
    /// - Throws: `refused` when numbers are left out; else why they could not be saved. The store is as
    ///   it was before then.
    package func takeUp(
        _ events: some Collection<Event>, from source: String, at time: Timestamp, utcOffset: Int
    ) throws(StoreError) -> Intake? {
        let before = adopted
        do throws(StoreError) {
            return try write { db in
                try keepUp(db)
                var intake = Arrivals(store: self, db: db)
                let few = try items(ofFew: events, db)
                if let few {
                    try redrive(few, db) { for event in events { try intake.add(event) } }
                } else {
                    for event in events { try intake.add(event) }
                }
                guard !intake.ranges.isEmpty else { return nil }
                let (number, id) = try insertEvent(time, utcOffset, db)
                try IntakeRow.insert(source, intake.ranges, event: number, db) {
                    try intake.device($0).number
                }
                if few == nil || intake.hasRevived { try rebuild(db) }
                return Intake(
                    id: id, source: source, ranges: intake.ranges, time: time,
                    utcOffset: utcOffset)
            }
        } catch {
            // What the transaction adopted is taken back with it.
            adopted = before
            throw error
        }
    }

    /// The items whose histories a few reviews go to; nil when a rebuild is the shorter way.
    private func items(ofFew events: some Collection<Event>, _ db: Database) throws -> Set<Int64>? {
        guard events.count <= 500 else { return nil }
        var items = Set<Int64>()
        for event in events {
            guard case .review(let review) = event else { return nil }
            items.insert(
                try Partings.owner(
                    of: registeredItem(review.card.item, db), text: review.fingerprint, db))
        }
        return items
    }
}

/// The events of one intake on their way into the tables.
private struct Arrivals {
    let store: Store
    let db: Database
    /// What came in so far.
    private(set) var ranges: [Intake.Range] = []
    /// Whether events count again that had been taken back.
    private(set) var hasRevived = false
    private var devices: [String: Device] = [:]
    private var items: [Item.ID: Int64] = [:]

    struct Device {
        let number: Int64
        /// The number of its newest event here, 0 for none.
        var last: Int
    }

    init(store: Store, db: Database) {
        self.store = store
        self.db = db
    }

    mutating func add(_ event: Event) throws {
        let id = event.id
        let device = try device(id.device)
        if id.sequence <= device.last {
            guard try isUndoneByIntake(id.sequence, of: device) else { return }
            hasRevived = true
        } else {
            guard id.sequence == device.last + 1 else {
                throw StoreError.refused(
                    reason: """
                        Event \(id) cannot be taken up: the newest one here of the same device is \
                        number \(device.last), and those between are missing.
                        """)
            }
            try store.insert(event, device: device.number, db) {
                try self.device($0).number
            } item: {
                try self.item($0)
            }
            devices[id.device]?.last = id.sequence
        }
        extend(by: id)
    }

    /// A device by its name, registered when it was not known.
    mutating func device(_ name: String) throws -> Device {
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

    /// The number of an item, registered when it was not known; most are asked for again and again.
    private mutating func item(_ id: Item.ID) throws -> Int64 {
        if let known = items[id] { return known }
        let number = try store.registeredItem(id, db)
        items[id] = number
        return number
    }

    private func register(_ name: String) throws -> Int64 {
        try db.execute(
            sql: "INSERT INTO device (name, file, created_at) VALUES (?, NULL, 0)",
            arguments: [name])
        return db.lastInsertedRowID
    }

    private mutating func extend(by id: EventID) {
        if let last = ranges.last, last.device == id.device,
            last.numbers.upperBound + 1 == id.sequence
        {
            ranges[ranges.count - 1].numbers = last.numbers.lowerBound...id.sequence
        } else {
            ranges.append(Intake.Range(device: id.device, numbers: id.sequence...id.sequence))
        }
    }

    private func isUndoneByIntake(_ sequence: Int, of device: Device) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM event JOIN undone ON undone.event = event.number
                        WHERE event.device = ?1 AND event.sequence = ?2)
                    AND EXISTS (SELECT 1 FROM intake_range
                        WHERE device = ?1 AND ?2 BETWEEN first AND last)
                    """),
            arguments: [device.number, sequence]) ?? false
    }
}
