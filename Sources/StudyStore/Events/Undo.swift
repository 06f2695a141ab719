internal import GRDB
package import StudyCore

extension Store {
    /// The newest event of this folder that can be taken back; nil when there is none.
    ///
    /// It goes on across restarts, to the very first answer.
    package func undoable() throws(StoreError) -> Event? {
        try read { db in
            let number = try Int64.fetchOne(
                db,
                sql: """
                    SELECT event.number FROM event
                    JOIN device ON device.number = event.device AND device.file IS NOT NULL
                    LEFT JOIN action ON action.event = event.number
                    WHERE coalesce(action.deed NOT IN ('undo', 'redo'), 1)
                        AND event.number NOT IN undone
                    ORDER BY event.number DESC LIMIT 1
                    """)
            return try number.flatMap { try event($0, db) }
        }
    }

    /// The undo that can be taken back, newest first; nil when something else was done since.
    package func redoable() throws(StoreError) -> Action? {
        try read { db in
            let events = try Row.fetchCursor(
                db,
                sql: """
                    SELECT event.number, action.deed FROM event
                    JOIN device ON device.number = event.device AND device.file IS NOT NULL
                    LEFT JOIN action ON action.event = event.number
                    ORDER BY event.number DESC
                    """)
            while let row = try events.next() {
                switch row[1] as String? {
                case "redo": continue
                case "undo":
                    if try Undone.isRedone(row[0], db) { continue }
                    guard case .action(let undo)? = try event(row[0], db) else { return nil }
                    return undo
                default: return nil
                }
            }
            return nil
        }
    }

    /// The event of an identity; nil when there is none.
    package func event(_ id: EventID) throws(StoreError) -> Event? {
        try read { db in try Undone.number(of: id, db).flatMap { try event($0, db) } }
    }

    func event(_ number: Int64, _ db: Database) throws -> Event? {
        if let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT \(ReviewRow.columns) FROM \(ReviewRow.joined) WHERE review.event = ?"),
            arguments: [number])
        {
            return .review(try ReviewRow.review(of: row))
        }
        if let row = try Row.fetchOne(
            db.cachedStatement(
                sql: "SELECT \(ActionRow.columns) FROM \(ActionRow.joined) WHERE action.event = ?"),
            arguments: [number])
        {
            return .action(try ActionRow.action(of: row))
        }
        if let exam = try ExamRow.action(number, db) { return .action(exam) }
        return try IntakeRow.intake(number, db).map { .intake($0) }
    }

    /// Refuses a deed that makes no sense.
    func check(_ deed: Action.Deed, _ db: Database) throws {
        switch deed {
        case .undo(let id):
            guard let number = try Undone.number(of: id, db), let event = try event(number, db)
            else { throw StoreError.refused(reason: "There is no event \(id) to undo.") }
            if case .action(let action) = event, action.deed.target != nil {
                throw StoreError.refused(
                    reason: "Event \(id) is an undo or redo itself; undo takes back anything else.")
            }
            if case .action(let action) = event, case .part(let item, _, let made) = action.deed {
                try checkRejoin(made, with: item, db)
            }
            if try Undone.contains(number, db) {
                throw StoreError.refused(reason: "Event \(id) is undone already.")
            }
        case .redo(let id):
            guard let number = try Undone.number(of: id, db),
                case .action(let action)? = try event(number, db), case .undo = action.deed
            else { throw StoreError.refused(reason: "There is no undo \(id) to take back.") }
            if try Undone.isRedone(number, db) {
                throw StoreError.refused(reason: "The undo \(id) is taken back already.")
            }
        case .link(let item, let target):
            try checkLink(item, to: target, db)
        case .unlink(let item):
            try checkUnlink(item, db)
        case .part(let item, _, let made):
            try checkPart(item, to: made, db)
        case .forget(let item):
            try checkForget(item, db)
        case .setExam(_, let id): if let id { try checkExam(id, db) }
        case .enterResult(_, let id), .removeExam(let id): try checkExam(id, db)
        case .suspend, .resume, .bury, .flag, .unflag, .adopt: return
        }
    }
}
