import GRDB
import StudyCore

/// A row of the exam table with its event and its parts.
enum ExamRow {
    private static let columns = """
        event.number, device.name, event.sequence, event.time, event.utc_offset, exam.deed, \
        subject.name, exam.exam_sequence, exam.name, exam.moment, exam.utc_offset, \
        exam.minutes_per_day, exam.days_off, exam.target, exam.result
        """

    private static let joined = """
        exam JOIN event ON event.number = exam.event \
        JOIN device ON device.number = event.device \
        LEFT JOIN device AS subject ON subject.number = exam.exam_device
        """

    /// What an event did to an exam; nil when it is about none.
    static func action(_ event: Int64, _ db: Database) throws -> Action? {
        try Row.fetchOne(
            db.cachedStatement(sql: "SELECT \(columns) FROM \(joined) WHERE exam.event = ?"),
            arguments: [event]
        ).map { try action(of: $0, db) }
    }

    /// Everything done to exams that counts, in the order of replay.
    static func actions(_ db: Database) throws -> [Action] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(columns) FROM \(joined) WHERE event.number NOT IN undone
                    ORDER BY \(ReviewRow.replayOrder)
                    """))
        return try rows.map { try action(of: $0, db) }
    }

    private static func action(of row: Row, _ db: Database) throws -> Action {
        Action(
            id: EventID(device: row[1], sequence: row[2]), deed: try deed(of: row, db),
            time: Timestamp(milliseconds: row[3]), utcOffset: row[4])
    }

    private static func deed(of row: Row, _ db: Database) throws -> Action.Deed {
        let device: String? = row[6]
        let subject = device.map { EventID(device: $0, sequence: row[7]) }
        let name: String = row[5]
        switch (name, subject) {
        case ("set", _):
            return .setExam(
                Exam(
                    name: row[8], parts: try parts(of: row[0], db),
                    moment: Timestamp(milliseconds: row[9]), utcOffset: row[10],
                    minutesPerDay: row[11], daysOff: Set(bits: row[12]), target: row[13]),
                changing: subject)
        case ("result", let exam?): return .enterResult(row[14], of: exam)
        case ("remove", let exam?): return .removeExam(exam)
        default: throw Undecodable("an unknown deed '\(name)' about an exam")
        }
    }

    private static func parts(of event: Int64, _ db: Database) throws -> [Exam.Part] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT class_slug, unit, term_slug, weight FROM exam_part
                    WHERE event = ? ORDER BY ordinal
                    """),
            arguments: [event]
        ).map { row in
            let scope: Exam.Scope =
                switch (row[0] as String?, row[1] as String?, row[2] as String?) {
                case (let slug?, let unit?, _): .unit(classSlug: slug, name: unit)
                case (let slug?, _, let term?): .guide(Guide.ID(classSlug: slug, termSlug: term))
                case (let slug?, _, _): .class(slug: slug)
                default: .all
                }
            return Exam.Part(scope, weight: row[3])
        }
    }

    /// Inserts the payload of an event; false when it is about no exam, and nothing was inserted.
    static func insert(_ deed: Action.Deed, event: Int64, _ db: Database) throws -> Bool {
        var exam: Exam?
        var result: Double?
        let subject: EventID?
        switch deed {
        case .setExam(let set, let id): (exam, subject) = (set, id)
        case .enterResult(let share, let id): (result, subject) = (share, id)
        case .removeExam(let id): subject = id
        default: return false
        }
        let device = try subject.map { try deviceNumber($0.device, db) }
        try db.execute(
            sql: """
                INSERT INTO exam (event, deed, exam_device, exam_sequence, name, moment, utc_offset,
                    minutes_per_day, days_off, target, result)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                event, deed.name, device, subject?.sequence, exam?.name, exam?.moment.milliseconds,
                exam?.utcOffset, exam?.minutesPerDay, exam?.daysOff.bits, exam?.target, result,
            ])
        for (ordinal, part) in (exam?.parts ?? []).enumerated() {
            try insert(part, ordinal: ordinal, event: event, db)
        }
        return true
    }

    private static func insert(
        _ part: Exam.Part, ordinal: Int, event: Int64, _ db: Database
    ) throws {
        var (slug, unit, term): (String?, String?, String?)
        switch part.scope {
        case .all: break
        case .class(let name): slug = name
        case .unit(let name, let shown): (slug, unit) = (name, shown)
        case .guide(let id): (slug, term) = (id.classSlug, id.termSlug)
        }
        try db.execute(
            sql: """
                INSERT INTO exam_part (event, ordinal, class_slug, unit, term_slug, weight)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [event, ordinal, slug, unit, term, part.weight])
    }

    /// The number of a device that wrote events.
    static func deviceNumber(_ name: String, _ db: Database) throws -> Int64 {
        let number = try Int64.fetchOne(
            db, sql: "SELECT number FROM device WHERE name = ?", arguments: [name])
        guard let number else { throw Undecodable("an event of an unknown device '\(name)'") }
        return number
    }
}

extension Set<Weekday> {
    /// As the store keeps them: bit 0 for Monday.
    fileprivate var bits: Int { reduce(0) { $0 | 1 << $1.rawValue } }

    fileprivate init(bits: Int) {
        self.init(Weekday.allCases.filter { bits & 1 << $0.rawValue != 0 })
    }
}
