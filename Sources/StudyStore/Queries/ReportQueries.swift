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
    ///   - recall: The probability that a memory is recalled now, by when it was last answered.
    /// - Returns: What was read.
    /// - Throws: Why the file cannot be read.
    package func progress(
        in scope: Scope, since: StudyDay, at now: Timestamp, _ clock: StudyClock,
        recall: @escaping (MemoryState, _ lastTime: Timestamp, _ lastDay: StudyDay) -> Double
    ) throws(StoreError) -> ProgressReport.Source {
        let today = clock.day(of: now)
        let past = min(since, today).monday...today
        return try read { db in
            var source = ProgressReport.Source()
            try readCards(in: scope, at: now, clock, recall: recall, into: &source, db)
            source.studyDays = try studyDays(through: today, db)
            switch scope {
            case .all: try readTotals(past, ofClass: nil, into: &source, db)
            case .class(let slug): try readTotals(past, ofClass: slug, into: &source, db)
            case .unit, .guide, .guides:
                let totals = try replayedTotals(in: scope, db)
                source.days = totals.byDay(in: past)
                source.recall = totals.bySort.filter { past.contains($0.key.week) }
            }
            return source
        }
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

    /// Reads all cards of a scope once, and counts them guide by guide.
    private func readCards(
        in scope: Scope, at now: Timestamp, _ clock: StudyClock,
        recall: @escaping StandingRows.Recall, into source: inout ProgressReport.Source,
        _ db: Database
    ) throws {
        let today = clock.day(of: now)
        var rows = try StandingRows(in: scope, recall: recall, db)
        var sums: [Int64: Mastery] = [:]
        var leeches: [(guide: Int64, card: CardKey, lapses: Int)] = []
        var current: Int64 = 0
        var sum = Mastery()
        while try rows.advance() {
            let guide = rows.guide
            if guide != current {
                sums[current] = sum
                current = guide
                sum = sums[guide] ?? Mastery()
            }
            let card = try rows.card()
            sum.count(card, at: now, on: today)
            source.due.count(card, at: now, on: today, clock)
            if let lapses = card.past?.lapses, lapses >= Leech.threshold, let key = rows.key {
                leeches.append((guide, key, lapses))
            }
        }
        sums[current] = sum
        try name(sums, leeches, in: scope, into: &source, db)
    }

    /// Puts guides to their numbers, in the order of introduction, and items to theirs.
    private func name(
        _ sums: [Int64: Mastery], _ leeches: [(guide: Int64, card: CardKey, lapses: Int)],
        in scope: Scope, into source: inout ProgressReport.Source, _ db: Database
    ) throws {
        let (condition, arguments) = scope.condition(on: "number")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT number, class_slug, term_slug, term, class_name, unit FROM guide
                WHERE \(condition) ORDER BY number
                """,
            arguments: arguments)
        var names: [Int64: (id: Guide.ID, term: String)] = [:]
        let ofLeeches = Set(leeches.map(\.guide))
        source.guides.reserveCapacity(sums.count)
        while let row = try rows.next() {
            let number: Int64 = row[0]
            guard let mastery = sums[number] else { continue }
            let id = Guide.ID(classSlug: row[1], termSlug: row[2])
            let term: String = row[3]
            if ofLeeches.contains(number) { names[number] = (id, term) }
            source.guides.append(
                ProgressReport.GuideStanding(
                    guide: id, term: term, className: row[4], unit: row[5], mastery: mastery))
        }
        for leech in leeches {
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
