import GRDB
import StudyCore

/// Which events are taken back now.
///
/// An event is undone while some undo of it is not redone, or every intake that it came in with is
/// undone. That does not depend on the order in which events arrive, so machines that exchange them
/// agree.
enum Undone {
    static func number(of id: EventID, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT event.number FROM event JOIN device ON device.number = event.device
                WHERE device.name = ? AND event.sequence = ?
                """,
            arguments: [id.device, id.sequence])
    }

    static func contains(_ event: Int64, _ db: Database) throws -> Bool {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT 1 FROM undone WHERE event = ?"), arguments: [event])
            != nil
    }

    /// Whether something is taken back or brought back that is not here yet, and may come.
    static func awaitsSubjects(_ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM action WHERE target_device IS NOT NULL
                    AND NOT EXISTS (SELECT 1 FROM event
                        WHERE event.device = action.target_device
                            AND event.sequence = action.target_sequence))
                """) ?? false
    }

    /// Whether an undo was itself taken back.
    static func isRedone(_ undo: Int64, _ db: Database) throws -> Bool {
        try Int.fetchOne(
            db,
            sql: """
                SELECT 1 FROM event JOIN action AS redo ON redo.target_device = event.device
                    AND redo.target_sequence = event.sequence AND redo.deed = 'redo'
                WHERE event.number = ?
                """,
            arguments: [undo]) != nil
    }

    /// The event that an undo takes back or a redo brings back; nil when it is not here.
    static func subject(of deed: Action.Deed, _ db: Database) throws -> Int64? {
        switch deed {
        case .undo(let id): return try number(of: id, db)
        case .redo(let id):
            return try Int64.fetchOne(
                db,
                sql: """
                    SELECT subject.number FROM event JOIN action ON action.event = event.number
                    JOIN device ON device.number = event.device
                    JOIN event AS subject ON subject.device = action.target_device
                        AND subject.sequence = action.target_sequence
                    WHERE device.name = ? AND event.sequence = ?
                    """,
                arguments: [id.device, id.sequence])
        default: return nil
        }
    }

    /// Derives the mark of one event anew.
    static func refresh(_ event: Int64, _ db: Database) throws {
        try db.execute(sql: "DELETE FROM undone WHERE event = ?", arguments: [event])
        try db.execute(
            sql: "INSERT INTO undone \(query) AND subject.number = ?", arguments: [event])
        try db.execute(
            sql: "INSERT OR IGNORE INTO undone \(IntakeRow.undone(where: "event.number = ?"))",
            arguments: [event])
    }

    static func rebuild(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM undone; INSERT INTO undone \(query);
                INSERT OR IGNORE INTO undone \(IntakeRow.undone())
                """)
    }

    private static let query = """
        SELECT DISTINCT subject.number FROM action AS undo
        JOIN event ON event.number = undo.event
        JOIN event AS subject ON subject.device = undo.target_device
            AND subject.sequence = undo.target_sequence
        WHERE undo.deed = 'undo' AND NOT EXISTS (
            SELECT 1 FROM action AS redo WHERE redo.deed = 'redo'
            AND redo.target_device = event.device AND redo.target_sequence = event.sequence)
        """
}
