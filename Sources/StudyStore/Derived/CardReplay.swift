import GRDB
import StudyCore

/// Where a history leads: the card's state and what it adds to the figures of its days.
struct CardReplay {
    var state: CardState?
    var totals = Totals()

    /// Goes one review further.
    mutating func advance(by review: Review, under rules: Rules, in classSlug: String?) {
        totals.count(review, at: state, under: rules, in: classSlug)
        state = rules.replay(state, review, classSlug)
    }
}

extension Store {
    /// Replays all that counts for a card now.
    func replay(_ card: CardKey, _ db: Database) throws -> CardReplay {
        let reviews = try Links.reviews(of: card, db).filter { !$0.isUndone }.map(\.review)
        let slug = reviews.isEmpty ? nil : try classSlug(of: card.item, db)
        var replay = CardReplay()
        for review in reviews { replay.advance(by: review, under: rules, in: slug) }
        return replay
    }

    /// The slug of the class an item stands in, or stood in last; nil when no guide ever held it.
    func classSlug(of item: Int64, _ db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT ledger.class_slug FROM entry
                    JOIN ledger ON ledger.number = entry.ledger_line WHERE entry.item = ?
                    """),
            arguments: [item])
    }

    /// Whether a review at `time` comes after all others of a card, so that only it need be replayed.
    func isLast(_ time: Timestamp, of card: CardKey, _ db: Database) throws -> Bool {
        if let state = try CardRow.state(of: card, db), state.lastTime >= time { return false }
        let handedOn = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT max(time) FROM link WHERE item = ?"),
            arguments: [card.item])
        return handedOn.map { $0 < time.milliseconds } ?? true
    }

    /// Derives what follows from a card's newest review.
    func advance(_ card: CardKey, by review: Review, _ db: Database) throws -> CardState {
        var replay = CardReplay(state: try CardRow.state(of: card, db))
        replay.advance(by: review, under: rules, in: try classSlug(of: card.item, db))
        guard let state = replay.state else { throw Undecodable("a review that led nowhere") }
        try CardRow.save(state, of: card, db)
        try replay.totals.apply(to: db)
        return state
    }

    /// Makes a change that reaches into the past of some items, and derives their cards anew.
    func redrive(_ items: Set<Int64>, _ db: Database, after change: () throws -> Void) throws {
        var delta = Totals()
        for card in try cards(of: Links.component(of: items, db), db) {
            delta -= try replay(card, db).totals
        }
        try change()
        for card in try cards(of: Links.component(of: items, db), db) {
            let replay = try replay(card, db)
            delta += replay.totals
            try CardRow.save(replay.state, of: card, db)
        }
        try delta.apply(to: db)
    }

    /// The cards that any of some items has or had, each item in all directions that one was asked in.
    func cards(of items: Set<Int64>, _ db: Database) throws -> [CardKey] {
        var facets = Set<Card.Facet>()
        for item in items {
            let texts = try String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT facet FROM card_state WHERE item = ?1
                        UNION SELECT facet FROM review WHERE item = ?1
                        """),
                arguments: [item])
            facets.formUnion(texts.compactMap(Card.Facet.init(rawValue:)))
        }
        return items.flatMap { item in facets.map { CardKey(item: item, facet: $0) } }
    }
}
