package import FSRS
internal import GRDB
package import StudyCore

extension Store {
    /// What figures of progress are computed from, as of one moment.
    ///
    /// - Parameters:
    ///   - scope: Which guides.
    ///   - since: The first day of the past; sorts of answers are kept by week, so its whole week is read.
    ///   - now: The present.
    ///   - clock: The present study day is told by it.
    ///   - part: From this many items on, all cards are read in two parts at once; below, a second
    ///     connection takes longer to open than it saves.
    ///   - recall: The probability that a memory is recalled now, by when it was last answered.
    /// - Returns: What was read.
    /// - Throws: Why the file cannot be read.
    package func progress(
        in scope: Scope, since: StudyDay, at now: Timestamp, _ clock: StudyClock,
        inPartsFrom part: Int = 20_000,
        recall:
            @escaping @Sendable (
                MemoryState, _ lastTime: Timestamp, _ lastDay: StudyDay
            ) -> Double
    ) throws(StoreError) -> ProgressReport.Source {
        let today = clock.day(of: now)
        let past = min(since, today).monday...today
        @Sendable func tally(_ items: ClosedRange<Int64>?, _ db: Database) throws -> CardTally {
            let rows = try StandingRows(in: scope, items: items, recall: recall, db)
            return try CardTally(rows, at: now, clock)
        }
        let items = try read { try Int64.fetchOne($0, sql: "SELECT max(item) FROM card_state") }
        guard scope == .all, let items, items >= part else {
            return try read { db in
                var source = try readPast(past, in: scope, db)
                try put(tally(nil, db), in: scope, into: &source, db)
                return source
            }
        }
        // This thread reads the totals too, and so fewer of the cards.
        let cut = items * 2 / 5
        return try read(beside: { db in try tally(cut + 1...Int64.max, db) }) { db, others in
            var cards = try tally(0...cut, db)
            var source = try readPast(past, in: scope, db)
            cards.add(try others())
            try put(cards, in: scope, into: &source, db)
            return source
        }
    }

    /// What was answered, and nothing of the cards.
    private func readPast(
        _ days: ClosedRange<StudyDay>, in scope: Scope, _ db: Database
    ) throws -> ProgressReport.Source {
        var source = ProgressReport.Source()
        source.studyDays = try studyDays(through: days.upperBound, db)
        switch scope {
        case .all: try readTotals(days, ofClass: nil, into: &source, db)
        case .class(let slug): try readTotals(days, ofClass: slug, into: &source, db)
        case .unit, .guide, .guides:
            let totals = try replayedTotals(in: scope, db)
            source.days = totals.byDay(in: days)
            source.recall = totals.bySort.filter { days.contains($0.key.week) }
        }
        return source
    }

    private func readTotals(
        _ days: ClosedRange<StudyDay>, ofClass slug: String?,
        into source: inout ProgressReport.Source, _ db: Database
    ) throws {
        source.days = try dayTotals(days, ofClass: slug, db)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT week, form, trial, tenth, sum(answers), sum(correct), sum(millionths),
                    sum(milliseconds)
                FROM recall_total
                WHERE week BETWEEN ?1 AND ?2 AND (?3 IS NULL OR class_slug = ?3)
                GROUP BY week, form, trial, tenth
                """,
            arguments: [days.lowerBound.number, days.upperBound.number, slug])
        while let row = try rows.next() {
            guard let form = Form(rawValue: row[1]), let trial = Trial(rawValue: row[2]) else {
                throw Undecodable("figures of an unknown form or trial")
            }
            let sort = RecallTotal.Sort(
                week: StudyDay(number: row[0]), form: form, trial: trial, tenth: row[3])
            source.recall[sort] = RecallTotal(
                answers: row[4], right: row[5], millionths: row[6], milliseconds: row[7])
        }
    }

    /// Puts guides to the numbers that cards were counted by, in the order of introduction, and items to leeches.
    private func put(
        _ cards: CardTally, in scope: Scope, into source: inout ProgressReport.Source,
        _ db: Database
    ) throws {
        source.due = cards.due
        let (condition, arguments) = scope.condition(on: "number")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, class_slug, term_slug, term, class_name, unit FROM guide
                WHERE \(condition) ORDER BY number
                """,
            arguments: arguments)
        var names: [Int64: (id: Guide.ID, term: String)] = [:]
        let ofLeeches = Set(cards.leeches.map(\.guide))
        source.guides.reserveCapacity(cards.guides.count)
        while let row = try rows.next() {
            let number: Int64 = row[0]
            guard let mastery = cards.guides[number] else { continue }
            let id = Guide.ID(classSlug: row[1], termSlug: row[2])
            let term: String = row[3]
            if ofLeeches.contains(number) { names[number] = (id, term) }
            source.guides.append(
                ProgressReport.GuideStanding(
                    guide: id, term: term, className: row[4], unit: row[5], mastery: mastery))
        }
        for leech in cards.leeches {
            guard let guide = names[leech.guide],
                let item = try String.fetchOne(
                    db.cachedStatement(sql: "SELECT id FROM item WHERE number = ?"),
                    arguments: [leech.card.item])
            else { continue }
            source.leeches.append(
                Leech(
                    card: Card.ID(item: Item.ID(item), facet: leech.card.facet), guide: guide.id,
                    term: guide.term, lapses: leech.lapses))
        }
    }
}
