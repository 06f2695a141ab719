import GRDB
import StudyCore

extension Store {
    /// Writes an event of another device, with the identity it has.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - device: The number of the device that made it.
    ///   - db: The database.
    ///   - register: Gives the number of a device that the event speaks of, and one to a new one.
    ///   - item: The number of the item that a review is of.
    /// - Throws: Why the file cannot be written.
    func insert(
        _ event: Event, device: Int64, _ db: Database, register: (String) throws -> Int64,
        item: (Item.ID) throws -> Int64
    ) throws {
        try db.cachedStatement(
            sql: "INSERT INTO event (device, sequence, time, utc_offset) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [
            device, event.id.sequence, event.time.milliseconds, event.utcOffset,
        ])
        let number = db.lastInsertedRowID
        switch event {
        case .review(let review):
            try ReviewRow.insert(review, event: number, item: item(review.card.item), db)
        case .action(let action):
            for named in action.deed.events { _ = try register(named.device) }
            try insertPayload(of: action.deed, event: number, db)
        case .intake(let intake):
            try IntakeRow.insert(
                intake.source, intake.ranges, event: number, db, device: register)
        }
    }
}
