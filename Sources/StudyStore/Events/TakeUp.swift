internal import BulkSQL
internal import GRDB
package import StudyCore

extension Store {
    /// Takes up events that were made elsewhere, in one step, and derives once what follows from them.
    ///
    /// Events that are here already and count are left as they are; those that came in before and
    /// were taken back count again.
    ///
    /// - Parameters:
    ///   - events: The events of each device in the order of their numbers, which leave none out.
    ///   - source: Where they come from, as it is shown.
    ///   - time: The present.
    ///   - utcOffset: Minutes that local time is ahead of UTC.
    /// - Returns: What was taken up; nil when there was nothing new.
    /// - Throws: `refused` when numbers are left out; else why they could not be saved. The store is as
    ///   it was before then.
    package func takeUp(
        _ events: some Collection<Event>, from source: String, at time: Timestamp, utcOffset: Int
    ) throws(StoreError) -> Intake? {
        let before = adopted
        do throws(StoreError) {
            return try writeTrusted { db in
                try keepUp(db)
                return try BulkIntake.run(db) {
                    let intake = try EventIntake(self, db, events.count)
                    var rest = events[...]
                    var batch = rest.removeBatch()
                    while !batch.isEmpty {
                        for event in batch { try intake.take(event) }
                        // Made, as they may be, on the other core.
                        try intake.flush { batch = rest.removeBatch() }
                    }
                    guard !intake.ranges.isEmpty else {
                        try intake.restoreIndexes()
                        return nil
                    }
                    let (number, id) = try insertEvent(time, utcOffset, db)
                    try intake.finish(as: number, from: source)
                    return Intake(
                        id: id, source: source, ranges: intake.ranges, time: time,
                        utcOffset: utcOffset)
                }
            }
        } catch {
            // What the transaction adopted is taken back with it.
            adopted = before
            throw error
        }
    }
}

extension Collection where SubSequence == Self, Element == Event {
    /// Takes off the next events, as many as are written in one go.
    fileprivate mutating func removeBatch() -> [Event] {
        let batch = Array(prefix(Arrivals.many))
        self = dropFirst(batch.count)
        return batch
    }
}

/// The events of one intake, and what follows from them.
///
/// While some thousand answers are written, another core leads their cards on.
private final class EventIntake {
    private let store: Store
    private let db: Database
    private var arrivals: Arrivals
    private let advances: Advances
    private var indexes: SetAsideIndexes?
    /// Cards that marks were put on or taken off.
    private var marked: Set<CardKey> = []
    /// Whether something came that reaches further than a card: all is derived anew then.
    private var isFarReaching: Bool
    /// What came in so far.
    private(set) var ranges: [Intake.Range] = []

    /// - Parameters:
    ///   - store: What they enter.
    ///   - db: Its connection.
    ///   - count: How many events there will be.
    /// - Throws: Why the file cannot be read or written.
    init(_ store: Store, _ db: Database, _ count: Int) throws {
        self.store = store
        self.db = db
        arrivals = try Arrivals(store, db)
        advances = try Advances(store, db)
        isFarReaching = try Undone.awaitsSubjects(db)
        let known = try Int.fetchOne(db, sql: "SELECT max(number) FROM event") ?? 0
        if count > max(known, Self.few) {
            indexes = try SetAsideIndexes(of: ["card_state", "review"], db)
            try learnCards()
        }
    }

    /// Events for which indexes are kept as they come.
    private static let few = 1000

    /// Looks at all cards in one pass, where most of them will be asked for one by one.
    private func learnCards() throws {
        let count = try Int.fetchOne(db, sql: "SELECT max(number) FROM item") ?? 0
        arrivals.reserve(count)
        advances.reserve(count)
        let cards = try BulkStatement(
            """
            SELECT item.id, item.number, card_state.facet, guide.class_slug
            FROM card_state CROSS JOIN item ON item.number = card_state.item
            CROSS JOIN guide ON guide.number = card_state.guide WHERE card_state.phase = 0
            """, db)
        try cards.forEach { row in
            let item = row.number(1)
            arrivals.learn(Item.ID(row.text(0) ?? ""), as: item)
            if let facet = row.text(2).flatMap(Card.Facet.init(rawValue:)) {
                advances.learn(CardKey(item: item, facet: facet), in: row.text(3))
            }
        }
    }

    /// Takes in an event; `flush` is to be called before too many wait.
    func take(_ event: Event) throws {
        let id = event.id
        if try arrivals.has(id) {
            guard try isUndoneByIntake(id) else { return }
            isFarReaching = true
        } else {
            try enter(event)
        }
        extend(by: id)
    }

    private func enter(_ event: Event) throws {
        if case .review(let review) = event {
            let item = try arrivals.number(of: review.card.item)
            if !isFarReaching { try follow(review, of: item) }
            return try arrivals.insert(review, of: item)
        }
        // It is written behind those that wait, which are to be followed before.
        if !arrivals.waiting.isEmpty { try flush() }
        if case .action(let action) = event, let card = action.deed.card {
            marked.insert(CardKey(item: try arrivals.number(of: card.item), facet: card.facet))
        } else {
            isFarReaching = true
        }
        try arrivals.insert(event)
    }

    /// Looks at what follows from an answer that is about to be written.
    private func follow(_ review: Review, of item: Int64) throws {
        let number = arrivals.waiting.count
        guard let broken = try advances.meet(review, as: number, of: item) else { return }
        try flush()
        // From here on answers are looked up by card.
        try restoreIndexes()
        try advances.replayLater(broken)
    }

    /// Writes the answers that wait; meanwhile leads their cards on, and does something else.
    func flush(_ other: () -> Void = {}) throws {
        let answers = arrivals.waiting
        try beside {
            advances.lead(answers)
            other()
        } _: {
            try arrivals.flush()
        }
    }

    /// Writes the event of the intake itself, and all that follows from what came in.
    func finish(as event: Int64, from source: String) throws {
        try IntakeRow.insert(source, ranges, event: event, db) {
            try arrivals.number(ofDevice: $0)
        }
        if isFarReaching {
            try restoreIndexes()
            return try store.rebuild(db)
        }
        try advances.finish()
        try restoreIndexes()
        for card in marked { try Marks.refresh(card, db) }
    }

    func restoreIndexes() throws { try indexes?.restore() }

    private func extend(by id: EventID) {
        if let last = ranges.last, last.device == id.device,
            last.numbers.upperBound + 1 == id.sequence
        {
            ranges[ranges.count - 1].numbers = last.numbers.lowerBound...id.sequence
        } else {
            ranges.append(Intake.Range(device: id.device, numbers: id.sequence...id.sequence))
        }
    }

    private func isUndoneByIntake(_ id: EventID) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT EXISTS (SELECT 1 FROM event JOIN undone ON undone.event = event.number
                        WHERE event.device = ?1 AND event.sequence = ?2)
                    AND EXISTS (SELECT 1 FROM intake_range
                        WHERE device = ?1 AND ?2 BETWEEN first AND last)
                    """),
            arguments: [arrivals.number(ofDevice: id.device), id.sequence]) ?? false
    }
}
