import FSRS
import GRDB
import StudyCore

extension Totals {
    /// SQL that empties the tables of figures.
    static let deletion = "DELETE FROM day_total; DELETE FROM recall_total"

    /// Adds these figures, which may be negative, to the stored ones.
    func apply(to db: Database) throws {
        if !days.isEmpty { try applyDays(to: db) }
        if !recall.isEmpty { try applyRecall(to: db) }
    }

    private func applyDays(to db: Database) throws {
        let add = try db.cachedStatement(
            sql: """
                INSERT INTO day_total (class_slug, day, \(DayTotal.columns))
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (class_slug, day) DO UPDATE SET reviews = reviews + excluded.reviews,
                    introduced = introduced + excluded.introduced,
                    milliseconds = milliseconds + excluded.milliseconds,
                    practice_right = practice_right + excluded.practice_right,
                    practice_wrong = practice_wrong + excluded.practice_wrong,
                    young_right = young_right + excluded.young_right,
                    young_wrong = young_wrong + excluded.young_wrong,
                    mature_right = mature_right + excluded.mature_right,
                    mature_wrong = mature_wrong + excluded.mature_wrong
                """)
        for (key, total) in days where total != DayTotal() {
            try add.execute(arguments: [
                key.classSlug, key.day.number, total.reviews, total.introduced, total.milliseconds,
                total.practice.right, total.practice.wrong, total.young.right, total.young.wrong,
                total.mature.right, total.mature.wrong,
            ])
            if total.reviews < 0 {
                try db.execute(
                    sql: "DELETE FROM day_total WHERE class_slug = ? AND day = ? AND reviews = 0",
                    arguments: [key.classSlug, key.day.number])
            }
        }
    }

    private func applyRecall(to db: Database) throws {
        let add = try db.cachedStatement(
            sql: """
                INSERT INTO recall_total (week, class_slug, form, trial, tenth,
                    answers, correct, millionths, milliseconds)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (week, class_slug, form, trial, tenth) DO UPDATE SET
                    answers = answers + excluded.answers, correct = correct + excluded.correct,
                    millionths = millionths + excluded.millionths,
                    milliseconds = milliseconds + excluded.milliseconds
                """)
        for (key, total) in recall where total != RecallTotal() {
            let sort = key.sort
            let place: StatementArguments = [
                sort.week.number, key.classSlug, sort.form.rawValue, sort.trial.rawValue,
                sort.tenth,
            ]
            try add.execute(
                arguments: place + [
                    total.answers, total.right, total.millionths, total.milliseconds,
                ])
            if total.answers < 0 {
                try db.execute(
                    sql: """
                        DELETE FROM recall_total WHERE week = ? AND class_slug = ? AND form = ?
                            AND trial = ? AND tenth = ? AND answers = 0
                        """,
                    arguments: place)
            }
        }
    }
}

extension DayTotal {
    static let columns = """
        reviews, introduced, milliseconds, practice_right, practice_wrong, young_right, \
        young_wrong, mature_right, mature_wrong
        """

    /// Reads the figures in the columns from `start` on.
    init(_ row: Row, from start: Int) {
        self.init()
        reviews = row[start]
        introduced = row[start + 1]
        milliseconds = row[start + 2]
        practice = Tally(right: row[start + 3], wrong: row[start + 4])
        young = Tally(right: row[start + 5], wrong: row[start + 6])
        mature = Tally(right: row[start + 7], wrong: row[start + 8])
    }
}
