internal import GRDB
package import StudyCore

/// How much a store took in, and how much of it it knew already.
package struct Received: Hashable, Sendable {
    package var events = 0
    package var knownEvents = 0
    package var ledgerLines = 0
    package var knownLedgerLines = 0
    package var forecasts = 0
    package var knownForecasts = 0

    package init() {}

    package var isNothing: Bool { events == 0 && ledgerLines == 0 && forecasts == 0 }
}

/// Takes in what other stores hold: events keep their identities, so that what comes twice is known.
package struct Receiver {
    private let db: Database
    private var arrivals: Arrivals
    package private(set) var received = Received()

    fileprivate init(_ store: Store, _ db: Database) throws {
        self.db = db
        arrivals = try Arrivals(store, db)
    }

    /// Takes in an event.
    ///
    /// Events of a device come in the order of their numbers, and an undo after what it takes back.
    ///
    /// - Throws: `refused` for an event that would leave a gap.
    package mutating func take(_ event: Event) throws {
        if try arrivals.has(event.id) {
            received.knownEvents += 1
        } else {
            try arrivals.insert(event)
            if arrivals.areMany { try arrivals.flush() }
            received.events += 1
        }
    }

    /// Takes in what was forecast of an exam.
    ///
    /// - Throws: `refused` for shares that are none.
    package mutating func take(_ noted: NotedForecast) throws {
        guard noted.isSound else {
            throw StoreError.refused(
                reason: "A forecast of exam \(noted.exam) has shares that cannot be so.")
        }
        let forecast = noted.forecast
        try db.cachedStatement(
            sql: """
                INSERT INTO forecast (device, time, exam_device, exam_sequence, mean, low, high, idle)
                SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8 WHERE NOT EXISTS (
                    SELECT 1 FROM forecast WHERE exam_device = ?3 AND exam_sequence = ?4
                        AND time = ?2 AND device = ?1)
                """
        ).execute(arguments: [
            try arrivals.number(ofDevice: noted.device), forecast.time.milliseconds,
            try arrivals.number(ofDevice: noted.exam.device), noted.exam.sequence, forecast.mean,
            forecast.low, forecast.high, forecast.idle,
        ])
        if db.changesCount == 1 { received.forecasts += 1 } else { received.knownForecasts += 1 }
    }

    fileprivate mutating func finish() throws { try arrivals.flush() }

    /// Takes in a line of a ledger.
    package mutating func take(_ line: LedgerRecord) throws {
        let device = try arrivals.number(ofDevice: line.device)
        let item = try arrivals.number(of: line.item)
        let isKnown = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM received_line WHERE device = ? AND time = ?
                        AND item = ? AND fingerprint = ? AND path = ? AND ordinal = ?)
                    """),
            arguments: [
                device, line.time.milliseconds, item, line.fingerprint.stored, line.path,
                line.ordinal,
            ])
        if isKnown == true {
            received.knownLedgerLines += 1
            return
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO ledger (device, time, item, kind, class_slug, term_slug,
                    guide_explicit_id, path, ordinal, fingerprint, text, answer, holes,
                    likeness, changed, adopts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            device, line.time.milliseconds, item, line.kind.rawValue, line.guide.classSlug,
            line.guide.termSlug, line.guideExplicitID, line.path, line.ordinal,
            line.fingerprint.stored, line.text, line.answer, HoleList.text(line.holes),
            line.likeness, line.changed, try line.adopts.map { try arrivals.number(of: $0) },
        ])
        received.ledgerLines += 1
    }
}

extension Store {
    /// Takes in events and ledger lines of other stores, all or nothing.
    ///
    /// Guides have to be looked at again afterwards: they find their items by what the ledger then knows.
    ///
    /// - Parameter body: Hands everything to the receiver.
    /// - Returns: What was new.
    /// - Throws: What `body` throws, or why the file cannot be written; the store is as it was before.
    package func receive(_ body: (inout Receiver) throws -> Void) throws -> Received {
        var foreign: (any Error)?
        let before = adopted
        var received = Received()
        do {
            received = try writeTrusted { db in
                try db.execute(
                    sql: """
                        CREATE TEMP TABLE IF NOT EXISTS received_line AS
                            SELECT device, time, item, fingerprint, path, ordinal FROM ledger;
                        CREATE INDEX IF NOT EXISTS temp.received_line_item ON received_line (item);
                        """)
                let received = try BulkIntake.run(db) {
                    var receiver = try Receiver(self, db)
                    do {
                        try body(&receiver)
                        try receiver.finish()
                    } catch {
                        if !(error is DatabaseError || error is Undecodable) { foreign = error }
                        throw error
                    }
                    return receiver.received
                }
                try db.execute(sql: "DROP TABLE temp.received_line")
                if !received.isNothing {
                    // Links and partings first: they say whose text a ledger line is.
                    try rebuild(db)
                    try Orphanage.rebuild(db)
                    try rebuild(db)
                }
                return received
            }
        } catch {
            adopted = before
            throw foreign ?? error
        }
        return received
    }

    /// Items that were answered and stand in no guide, each with the item that stands where its text was
    /// last read, word for word: two names that two stores gave to one text.
    package func twins() throws(StoreError) -> [(item: Item.ID, standing: Item.ID)] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT gone.id, min(here.id)
                    FROM entry AS orphan
                    JOIN ledger AS seen ON seen.number = orphan.ledger_line
                    JOIN entry AS standing ON standing.fingerprint = orphan.fingerprint
                        AND standing.guide IS NOT NULL AND standing.kind = orphan.kind
                    JOIN guide ON guide.number = standing.guide
                        AND guide.class_slug = seen.class_slug AND guide.term_slug = seen.term_slug
                    JOIN item AS gone ON gone.number = orphan.item
                    JOIN item AS here ON here.number = standing.item
                    WHERE orphan.guide IS NULL AND orphan.is_forgotten = 0
                        AND EXISTS (SELECT 1 FROM review WHERE review.item = orphan.item)
                        AND NOT EXISTS (SELECT 1 FROM link WHERE link.item = orphan.item)
                    GROUP BY orphan.item ORDER BY orphan.item
                    """)
            return rows.map { (Item.ID($0[0]), Item.ID($0[1])) }
        }
    }
}
