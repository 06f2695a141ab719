internal import GRDB
package import StudyCore

extension Store {
    /// How many cards of a scope stand where; suspended ones are counted as such and nowhere else.
    package struct Counts: Hashable, Sendable {
        /// Cards in guides, suspended ones too.
        package var all = 0
        /// May be asked now: on steps and their time has come, or in review and their day has.
        package var due = 0
        /// Of the due ones, those whose day was before today.
        package var overdue = 0
        /// Never answered, not buried.
        package var new = 0
        /// On learning or relearning steps.
        package var learning = 0
        /// In review with an interval below 21 days.
        package var young = 0
        /// In review with an interval of 21 days or more.
        package var mature = 0
        package var suspended = 0
        package var buried = 0
        package var flagged = 0
        /// Whose text changed in meaning since the last answer.
        package var changed = 0

        package init() {}
    }

    /// The counts of a scope; reads every card of it.
    package func counts(
        in scope: Scope, at now: Timestamp, on today: StudyDay
    ) throws(StoreError) -> Counts {
        let (condition, arguments) = scope.condition(on: "guide")
        return try read { db in
            let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*),
                        sum(shown AND coalesce(due_at <= ?, due_day <= ?, 0)),
                        sum(shown AND coalesce(due_day < ?, 0)),
                        sum(shown AND phase = 0),
                        sum(active AND phase IN (1, 3)),
                        sum(active AND phase = 2 AND interval < \(DayTotal.maturity)),
                        sum(active AND phase = 2 AND interval >= \(DayTotal.maturity)),
                        sum(NOT active), sum(active AND NOT shown), sum(is_flagged),
                        sum(is_changed)
                    FROM (
                        SELECT phase, interval, due_at, due_day, is_flagged, is_changed,
                            NOT is_suspended AS active,
                            NOT is_suspended AND coalesce(buried_until <= ?, 1) AS shown
                        FROM card_state WHERE \(condition))
                    """,
                arguments: [now.milliseconds, today.number, today.number, today.number] + arguments)
            var counts = Counts()
            guard let row else { return counts }
            counts.all = row[0] ?? 0
            counts.due = row[1] ?? 0
            counts.overdue = row[2] ?? 0
            counts.new = row[3] ?? 0
            counts.learning = row[4] ?? 0
            counts.young = row[5] ?? 0
            counts.mature = row[6] ?? 0
            counts.suspended = row[7] ?? 0
            counts.buried = row[8] ?? 0
            counts.flagged = row[9] ?? 0
            counts.changed = row[10] ?? 0
            return counts
        }
    }

    /// How many cards of a scope may be asked now; reads only those.
    package func dueCount(
        in scope: Scope, at now: Timestamp, on today: StudyDay
    ) throws(StoreError) -> Int {
        let (condition, arguments) = scope.condition(on: "guide")
        return try read { db in
            let days = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM card_state
                    WHERE due_day <= ? AND \(Self.isShown) AND \(condition)
                    """,
                arguments: [today.number, today.number] + arguments)
            let moments = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM card_state
                    WHERE due_at <= ? AND \(Self.isShown) AND \(condition)
                    """,
                arguments: [now.milliseconds, today.number] + arguments)
            return (days ?? 0) + (moments ?? 0)
        }
    }

    /// How many cards come due on each study day of a range, those overdue counted on its first day.
    ///
    /// - Parameters:
    ///   - days: Both ends belong to it.
    ///   - scope: Which guides.
    /// - Returns: Days on which something comes due, with how much.
    /// - Throws: Why the file cannot be read.
    package func dueByDay(
        _ days: ClosedRange<StudyDay>, in scope: Scope
    ) throws(StoreError) -> [StudyDay: Int] {
        let (condition, arguments) = scope.condition(on: "guide")
        return try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT max(due_day, ?), count(*) FROM card_state
                    WHERE due_day <= ? AND guide IS NOT NULL AND is_suspended = 0 AND \(condition)
                    GROUP BY 1
                    """,
                arguments: [days.lowerBound.number, days.upperBound.number] + arguments)
            var counts: [StudyDay: Int] = [:]
            while let row = try rows.next() { counts[StudyDay(number: row[0])] = row[1] }
            return counts
        }
    }
}
