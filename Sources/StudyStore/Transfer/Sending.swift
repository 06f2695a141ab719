internal import GRDB
package import StudyCore

extension Store {
    /// Hands over every event, in the order in which this store came to know them.
    ///
    /// - Throws: Why the file cannot be read; `damaged` for an event of a kind that is not known.
    package func forEachEvent(_ body: (Event) throws -> Void) throws {
        try transfer { db in
            let numbers = try Int64.fetchCursor(db, sql: "SELECT number FROM event ORDER BY number")
            while let number = try numbers.next() {
                guard let event = try event(number, db) else {
                    throw Undecodable("event \(number) of an unknown kind")
                }
                try body(event)
            }
        }
    }

    /// Hands over every line of the ledger, oldest first.
    package func forEachLedgerLine(_ body: (LedgerRecord) throws -> Void) throws {
        try transfer { db in
            let rows = try Row.fetchCursor(db, sql: LedgerRecord.query)
            while let row = try rows.next() { try body(try LedgerRecord(row)) }
        }
    }

    /// Hands over every forecast that was said of an exam, oldest first.
    package func forEachForecast(_ body: (NotedForecast) throws -> Void) throws {
        try transfer { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT device.name, exam_device.name, exam_sequence, time, mean, low, high, idle
                    FROM forecast JOIN device ON device.number = forecast.device
                    JOIN device AS exam_device ON exam_device.number = forecast.exam_device
                    ORDER BY time, forecast.number
                    """)
            while let row = try rows.next() {
                try body(
                    NotedForecast(
                        device: row[0], exam: EventID(device: row[1], sequence: row[2]),
                        forecast: SaidForecast(
                            time: Timestamp(milliseconds: row[3]), mean: row[4], low: row[5],
                            high: row[6], idle: row[7])))
            }
        }
    }

    /// Hands over where every answered card stands, by item and facet.
    package func forEachState(_ body: (Card.ID, CardState) throws -> Void) throws {
        try transfer { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT \(CardRow.stateColumns), item.id, card_state.facet
                    FROM card_state JOIN item ON item.number = card_state.item
                    WHERE phase > 0 ORDER BY item.id, card_state.facet
                    """)
            while let row = try rows.next() {
                guard let facet = Card.Facet(rawValue: row[CardRow.stateWidth + 1]) else {
                    throw Undecodable("a card of an unknown facet")
                }
                guard let state = try CardRow.state(of: row) else { continue }
                try body(Card.ID(item: Item.ID(row[CardRow.stateWidth]), facet: facet), state)
            }
        }
    }

    /// A read whose own errors become the store's, and the caller's stay what they are.
    private func transfer(_ body: (Database) throws -> Void) throws {
        var foreign: (any Error)?
        try read { db in
            do {
                try body(db)
            } catch let error where !(error is DatabaseError || error is Undecodable) {
                foreign = error
            }
        }
        if let foreign { throw foreign }
    }
}
