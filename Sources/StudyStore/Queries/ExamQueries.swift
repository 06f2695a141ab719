internal import GRDB
package import StudyCore

extension Store {
    /// The exams that were set and not removed, past ones too, in the order of their moments.
    package func exams() throws(StoreError) -> [ExamRecord] {
        do {
            // No transaction: one look-up, and this is on the way to the first question.
            return try queue.inDatabase { db in ExamRecord.records(after: try ExamRow.actions(db)) }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Refuses what is said about an exam that is not there.
    func checkExam(_ id: EventID, _ db: Database) throws {
        guard let number = try Undone.number(of: id, db),
            case .setExam(_, changing: nil)? = try ExamRow.action(number, db)?.deed
        else { throw StoreError.refused(reason: "There is no exam \(id).") }
    }

    // MARK: What was forecast

    /// Notes what the program says of an exam.
    ///
    /// No event, since the learner did not do it and `undo` does not take it back; kept all the same,
    /// for `exam result` compares with what was said and not with what would be said by then.
    package func note(_ forecast: SaidForecast, of exam: EventID) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: """
                    INSERT INTO forecast
                        (device, time, exam_device, exam_sequence, mean, low, high, idle)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    device(at: forecast.time, db).number, forecast.time.milliseconds,
                    ExamRow.deviceNumber(exam.device, db), exam.sequence, forecast.mean,
                    forecast.low, forecast.high, forecast.idle,
                ])
        }
    }

    /// What was said of an exam last before a moment; nil when nothing was.
    package func lastForecast(
        of exam: EventID, before time: Timestamp
    ) throws(StoreError) -> SaidForecast? {
        try forecasts(
            of: exam, where: "forecast.time < ?", "time DESC, forecast.number DESC LIMIT 1",
            [time.milliseconds]
        ).first
    }

    /// Everything that was said of an exam, oldest first.
    package func forecasts(of exam: EventID) throws(StoreError) -> [SaidForecast] {
        try forecasts(of: exam, where: "1", "time, forecast.number", [])
    }

    private func forecasts(
        of exam: EventID, where condition: String, _ order: String, _ arguments: StatementArguments
    ) throws(StoreError) -> [SaidForecast] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT forecast.time, mean, low, high, idle FROM forecast
                    JOIN device ON device.number = exam_device
                    WHERE device.name = ? AND exam_sequence = ? AND \(condition) ORDER BY \(order)
                    """,
                arguments: [exam.device, exam.sequence] + arguments
            ).map { row in
                SaidForecast(
                    time: Timestamp(milliseconds: row[0]), mean: row[1], low: row[2], high: row[3],
                    idle: row[4])
            }
        }
    }

    // MARK: The plan made last

    /// The plan that was kept last, and the study day it was made for.
    ///
    /// What it holds is the program's matter. It can be deleted at any time.
    package func keptPlan() throws(StoreError) -> (day: StudyDay, content: String)? {
        do {
            return try queue.inDatabase { db in
                try Row.fetchOne(db.cachedStatement(sql: "SELECT day, content FROM exam_plan"))
                    .map { (StudyDay(number: $0[0]), $0[1]) }
            }
        } catch {
            throw StoreError(error, path: path)
        }
    }

    /// Keeps a plan in place of the one before.
    package func keepPlan(_ content: String, for day: StudyDay) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "INSERT OR REPLACE INTO exam_plan (number, day, content) VALUES (1, ?, ?)",
                arguments: [day.number, content])
        }
    }
}
