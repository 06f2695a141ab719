internal import BulkSQL
internal import GRDB
package import StudyCore

extension Store {
    /// Saves an answer, and where its card stands after it, in one step.
    ///
    /// When it returns, both are on the disk.
    ///
    /// - Parameter draft: The answer.
    /// - Returns: The review with its identity, and the card's new state.
    /// - Throws: Why it could not be saved; the store is as it was before.
    package func append(
        _ draft: ReviewDraft
    ) throws(StoreError) -> (review: Review, state: CardState) {
        try write { db in
            try keepUp(db)
            let item = try registeredItem(draft.card.item, db)
            let card = CardKey(
                item: try Partings.owner(of: item, text: draft.fingerprint, db),
                facet: draft.card.facet)
            let isLast = try isLast(draft.time, of: card, db)
            var appended: Review?
            let insert = {
                let (event, id) = try self.insertEvent(draft.time, draft.utcOffset, db)
                let review = draft.review(id: id)
                try ReviewRow.insert(review, event: event, item: item, db)
                appended = review
            }
            if isLast { try insert() } else { try self.redrive([card.item], db, after: insert) }
            guard let review = appended else { throw Undecodable("a review that was not inserted") }
            if isLast { return (review, try advance(card, by: review, db)) }
            // An answer that came before others of the card, by its clock: all were replayed.
            if let state = try CardRow.state(of: card, db) { return (review, state) }
            // It went over to another item, by a link made after it: the state it would have had.
            let slug = try classSlug(of: card.item, db)
            return (review, rules.replay(nil, review, slug))
        }
    }

    /// Saves what the learner did beside answering, and what follows from it.
    ///
    /// - Parameters:
    ///   - deed: What was done.
    ///   - time: When.
    ///   - utcOffset: Minutes that local time is ahead of UTC.
    /// - Returns: The event.
    /// - Throws: `refused` when it makes no sense, such as an undo of what is undone.
    package func append(
        _ deed: Action.Deed, at time: Timestamp, utcOffset: Int
    ) throws(StoreError) -> Action {
        let before = adopted
        do throws(StoreError) {
            return try write { db in try append(deed, at: time, utcOffset, db) }
        } catch {
            // What the transaction adopted is taken back with it.
            adopted = before
            throw error
        }
    }

    private func append(
        _ deed: Action.Deed, at time: Timestamp, _ utcOffset: Int, _ db: Database
    ) throws -> Action {
        try keepUp(db)
        try check(deed, db)
        var appended: Action?
        try self.follow(deed, db) {
            let (event, id) = try self.insertEvent(time, utcOffset, db)
            try self.insertPayload(of: deed, event: event, db)
            appended = Action(id: id, deed: deed, time: time, utcOffset: utcOffset)
        }
        guard let appended else { throw Undecodable("an action that was not inserted") }
        return appended
    }

    /// Writes what an action did beside its event.
    func insertPayload(of deed: Action.Deed, event: Int64, _ db: Database) throws {
        if try ExamRow.insert(deed, event: event, db) { return }
        try ActionRow.insert(deed, event: event, db) { try registeredItem($0, db) }
    }

    /// The number of an item; gives one to an item never heard of.
    func registeredItem(_ id: Item.ID, _ db: Database) throws -> Int64 {
        if let number = try knownItem(id, db) { return number }
        try db.cachedStatement(sql: "INSERT INTO item (id) VALUES (?)").execute(arguments: [id.text]
        )
        return db.lastInsertedRowID
    }

    /// The number of an item; nil for one never heard of.
    func knownItem(_ id: Item.ID, _ db: Database) throws -> Int64? {
        try BulkStatement(cached: "SELECT number FROM item WHERE id = ?", db)
            .first(id.text) { $0.number(0) }
    }

    /// Adds an event with the device's next running number.
    func insertEvent(
        _ time: Timestamp, _ utcOffset: Int, _ db: Database
    ) throws -> (number: Int64, id: EventID) {
        let device = try device(at: time, db)
        let last = try Int.fetchOne(
            db.cachedStatement(sql: "SELECT max(sequence) FROM event WHERE device = ?"),
            arguments: [device.number])
        let sequence = (last ?? 0) + 1
        try db.cachedStatement(
            sql: "INSERT INTO event (device, sequence, time, utc_offset) VALUES (?, ?, ?, ?)"
        ).execute(arguments: [device.number, sequence, time.milliseconds, utcOffset])
        return (db.lastInsertedRowID, EventID(device: device.name, sequence: sequence))
    }
}
