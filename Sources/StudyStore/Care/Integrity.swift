internal import GRDB
package import StudyCore

/// What an examination of the store found.
package struct IntegrityReport: Hashable, Sendable {
    /// What SQLite says is wrong with the file; empty for a sound one.
    package var damage: [String] = []
    /// References that lead nowhere, one a table.
    package var brokenReferences: [String] = []
    /// Events that a repair could not bring over: numbers that are left out.
    package var lostEvents = 0
    /// Derived tables that are not what the events give; `rebuild` mends them.
    package var staleTables: [String] = []
    /// Answers whose time is more than a day after the present: the clock was wrong, then or now.
    package var answersInTheFuture = 0
    /// Answers with an earlier time than the one given just before on the same device.
    package var answersOutOfOrder = 0
    package var reviews = 0
    package var actions = 0

    package init() {}

    /// Whether the file is as it should be; wrong clocks and what is lost for good are not held against it.
    package var isSound: Bool {
        damage.isEmpty && brokenReferences.isEmpty && staleTables.isEmpty
    }
}

extension Store {
    /// Examines the file, its references, its events, and whether the derived tables follow from them.
    ///
    /// - Parameter now: The present.
    /// - Returns: What was found.
    /// - Throws: Why the file cannot be examined.
    package func check(at now: Timestamp) throws(StoreError) -> IntegrityReport {
        let damage = try damage()
        guard damage.isEmpty else {
            // Figures of a damaged file would only mislead.
            var report = IntegrityReport()
            report.damage = damage
            return report
        }
        var report = try read { db in
            var report = IntegrityReport()
            report.brokenReferences = try String.fetchAll(
                db, sql: "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check ORDER BY 1")
            report.lostEvents =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT sum(missing) FROM (
                            SELECT max(sequence) - count(*) AS missing FROM event GROUP BY device)
                        """) ?? 0
            report.answersInTheFuture =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM event JOIN review ON review.event = event.number
                        WHERE event.time > ?
                        """,
                    arguments: [now.milliseconds + 86_400_000]) ?? 0
            report.answersOutOfOrder =
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM event JOIN event AS before
                            ON before.device = event.device
                            AND before.sequence = event.sequence - 1
                        WHERE event.time < before.time
                        """) ?? 0
            report.reviews = try Int.fetchOne(db, sql: "SELECT count(*) FROM review") ?? 0
            report.actions =
                try Int.fetchOne(
                    db,
                    sql: "SELECT (SELECT count(*) FROM action) + (SELECT count(*) FROM exam)") ?? 0
            return report
        }
        report.staleTables = try staleTables()
        return report
    }

    /// What SQLite says is wrong with the file.
    private func damage() throws(StoreError) -> [String] {
        do {
            return try queue.inDatabase { db in
                try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            }
        } catch {
            // Some damage keeps it from being listed.
            guard case .corrupt(_, let detail) = StoreError(error, path: path) else {
                throw StoreError(error, path: path)
            }
            return [detail]
        }
    }

    /// Rebuilds in a transaction that is taken back, and says which tables came out otherwise.
    private func staleTables() throws(StoreError) -> [String] {
        do {
            return try queue.writeWithoutTransaction { db in
                var stale: [String] = []
                try db.inTransaction(.immediate) {
                    for table in Store.derivedTables {
                        try db.execute(
                            sql: "CREATE TEMP TABLE before_\(table) AS SELECT * FROM main.\(table)")
                    }
                    try rebuild(db)
                    for table in Store.derivedTables {
                        let differences = try Int.fetchOne(
                            db,
                            sql: """
                                SELECT (SELECT count(*) FROM (SELECT * FROM main.\(table)
                                    EXCEPT SELECT * FROM before_\(table)))
                                + (SELECT count(*) FROM (SELECT * FROM before_\(table)
                                    EXCEPT SELECT * FROM main.\(table)))
                                """)
                        if differences != 0 { stale.append(table) }
                    }
                    return .rollback
                }
                return stale
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// The tables that `rebuild` makes anew.
    static let derivedTables = [
        "card_state", "undone", "link", "parting", "day_total", "recall_total",
    ]
}
