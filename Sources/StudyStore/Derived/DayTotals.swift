import GRDB
import StudyCore

/// Figures of study days, by class: how much was done and how well it was remembered.
struct DayTotals {
    struct Key: Hashable {
        /// Empty for cards whose class is unknown.
        let classSlug: String
        let day: Int
    }

    var totals: [Key: DayTotal] = [:]

    /// Counts a review of a card that stood at `state` before it.
    mutating func count(_ review: Review, at state: CardState?, on day: StudyDay, in slug: String?)
    {
        totals[Key(classSlug: slug ?? "", day: day.number), default: DayTotal()]
            .count(review, at: state)
    }

    static func += (left: inout DayTotals, right: DayTotals) {
        for (key, total) in right.totals {
            left.totals[key, default: DayTotal()].add(total, times: 1)
        }
    }

    static func -= (left: inout DayTotals, right: DayTotals) {
        for (key, total) in right.totals {
            left.totals[key, default: DayTotal()].add(total, times: -1)
        }
    }

    /// Adds these figures, which may be negative, to the stored ones.
    func apply(to db: Database) throws {
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
        for (key, total) in totals where total != DayTotal() {
            try add.execute(arguments: [
                key.classSlug, key.day, total.reviews, total.introduced, total.milliseconds,
                total.practice.right, total.practice.wrong, total.young.right, total.young.wrong,
                total.mature.right, total.mature.wrong,
            ])
            if total.reviews < 0 {
                try db.execute(
                    sql: "DELETE FROM day_total WHERE class_slug = ? AND day = ? AND reviews = 0",
                    arguments: [key.classSlug, key.day])
            }
        }
    }
}
