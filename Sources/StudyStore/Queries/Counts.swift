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

    /// The counts of a scope, from the indexes alone as far as cards bear no marks.
    package func counts(
        in scope: Scope, at now: Timestamp, on today: StudyDay
    ) throws(StoreError) -> Counts {
        let (condition, arguments) = scope.condition(on: "guide")
        return try read { db in
            var counts = Counts()
            let phases = try Row.fetchOne(
                db,
                sql: """
                    SELECT count(*), sum(phase = 0), sum(phase IN (1, 3)),
                        sum(phase = 2 AND interval >= \(Trial.maturity))
                    FROM card_state WHERE guide IS NOT NULL AND \(condition)
                    """,
                arguments: arguments)
            counts.all = phases?[0] ?? 0
            counts.new = phases?[1] ?? 0
            counts.learning = phases?[2] ?? 0
            counts.mature = phases?[3] ?? 0
            counts.young = counts.all - counts.new - counts.learning - counts.mature
            let marked = try Row.fetchCursor(
                db,
                sql: """
                    SELECT phase, interval >= \(Trial.maturity), is_suspended,
                        coalesce(buried_until > ?, 0), is_flagged
                    FROM card_state
                    WHERE (is_suspended = 1 OR buried_until IS NOT NULL OR is_flagged = 1)
                        AND guide IS NOT NULL AND \(condition)
                    """,
                arguments: [today.number] + arguments)
            while let row = try marked.next() {
                let isSuspended: Bool = row[2]
                if isSuspended {
                    counts.takeOut(phase: row[0], isMature: row[1])
                    counts.suspended += 1
                } else if row[3] {
                    counts.buried += 1
                    if row[0] == 0 { counts.new -= 1 }
                }
                if row[4] { counts.flagged += 1 }
            }
            counts.due = try dueCount(in: scope, at: now, through: today, on: today, db)
            counts.overdue = try dueCount(in: scope, at: nil, through: today + -1, on: today, db)
            counts.changed =
                try Int.fetchOne(
                    db,
                    sql: "SELECT count(*) FROM card_state WHERE is_changed = 1 AND \(condition)",
                    arguments: arguments) ?? 0
            return counts
        }
    }

    /// How many cards of a scope may be asked now; reads only those.
    package func dueCount(
        in scope: Scope, at now: Timestamp, on today: StudyDay
    ) throws(StoreError) -> Int {
        try read { db in try dueCount(in: scope, at: now, through: today, on: today, db) }
    }

    /// Cards in review due up to a day, with those on steps due up to a moment.
    private func dueCount(
        in scope: Scope, at now: Timestamp?, through day: StudyDay, on today: StudyDay,
        _ db: Database
    ) throws -> Int {
        let (condition, arguments) = scope.condition(on: "card_state.guide")
        var count =
            try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM card_state
                    WHERE due_day <= ? AND \(Self.isShown) AND \(condition)
                    """,
                arguments: [day.number, today.number] + arguments) ?? 0
        if let now {
            count +=
                try Int.fetchOne(
                    db,
                    sql: """
                        SELECT count(*) FROM card_state
                        WHERE due_at <= ? AND \(Self.isShown) AND \(condition)
                        """,
                    arguments: [now.milliseconds, today.number] + arguments) ?? 0
        }
        return count
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

extension Store.Counts {
    /// Counts a card no more where its memory stands.
    fileprivate mutating func takeOut(phase: Int, isMature: Bool) {
        switch CardState.Phase(rawValue: phase) {
        case nil: new -= 1
        case .learning, .relearning: learning -= 1
        case .review: if isMature { mature -= 1 } else { young -= 1 }
        }
    }
}
