import GRDB
import StudyCore

/// What a pass over cards counts: guide by guide, and day by day to come.
struct CardTally: Sendable {
    /// By the number of the guide.
    private(set) var guides: [Int64: Mastery] = [:]
    private(set) var due = DueForecast()
    /// Cards forgotten at least `Leech.threshold` times.
    private(set) var leeches: [(guide: Int64, card: CardKey, lapses: Int)] = []

    /// Goes through cards once.
    init(
        _ rows: StandingRows, at now: Timestamp, _ clock: StudyClock
    ) throws {
        let today = clock.day(of: now)
        // Cards of a guide mostly follow each other: a look-up for each would take longer than its count.
        var current: Int64 = 0
        var sum = Mastery()
        try rows.forEach { row in
            let guide = row.guide
            if guide != current {
                guides[current] = sum
                current = guide
                sum = guides[guide] ?? Mastery()
            }
            let card = try row.card()
            sum.count(card, at: now, on: today)
            due.count(card, at: now, on: today, clock)
            if let lapses = card.past?.lapses, lapses >= Leech.threshold, let key = row.key {
                leeches.append((guide, key, lapses))
            }
        }
        guides[current] = sum
        guides[0] = nil
    }

    /// Adds what another pass counted, over other cards.
    mutating func add(_ other: CardTally) {
        guides.merge(other.guides) { mine, others in
            var sum = mine
            sum.add(others)
            return sum
        }
        due.add(other.due)
        leeches += other.leeches
    }
}
