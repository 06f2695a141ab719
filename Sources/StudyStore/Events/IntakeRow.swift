import GRDB
import StudyCore

/// Rows of the intake tables with their event.
enum IntakeRow {
    /// The intake of an event; nil when the event is none.
    static func intake(_ event: Int64, _ db: Database) throws -> Intake? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT device.name, event.sequence, intake.source, event.time, event.utc_offset
                FROM intake JOIN event ON event.number = intake.event
                JOIN device ON device.number = event.device
                WHERE intake.event = ?
                """,
            arguments: [event])
        guard let row else { return nil }
        let ranges = try Row.fetchAll(
            db,
            sql: """
                SELECT device.name, first, last FROM intake_range
                JOIN device ON device.number = intake_range.device
                WHERE event = ? ORDER BY device.name, first
                """,
            arguments: [event])
        return Intake(
            id: EventID(device: row[0], sequence: row[1]), source: row[2],
            ranges: ranges.map { Intake.Range(device: $0[0], numbers: $0[1]...$0[2]) },
            time: Timestamp(milliseconds: row[3]), utcOffset: row[4])
    }

    static func insert(
        _ source: String, _ ranges: [Intake.Range], event: Int64, _ db: Database,
        device: (String) throws -> Int64
    ) throws {
        try db.execute(
            sql: "INSERT INTO intake (event, source) VALUES (?, ?)", arguments: [event, source])
        for range in ranges {
            try db.execute(
                sql: "INSERT INTO intake_range (event, device, first, last) VALUES (?, ?, ?, ?)",
                arguments: [
                    event, try device(range.device), range.numbers.lowerBound,
                    range.numbers.upperBound,
                ])
        }
    }

    /// Numbers of the events all intakes of which are undone, by the marks of the intakes.
    ///
    /// - Parameter condition: Which events to look at.
    /// - Returns: SQL.
    static func undone(where condition: String = "true") -> String {
        """
        SELECT event.number FROM intake_range AS range
        JOIN event ON event.device = range.device AND event.sequence BETWEEN range.first AND range.last
        WHERE \(condition) AND range.device IN (
            SELECT device FROM intake_range WHERE event IN (SELECT event FROM undone))
        GROUP BY event.number
        HAVING min(range.event IN (SELECT event FROM undone))
        """
    }
}
