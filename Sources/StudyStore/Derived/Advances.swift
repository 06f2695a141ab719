import BulkSQL
import GRDB
import StudyCore

/// Where cards come to stand while many answers come in: kept in memory, and written once a card.
///
/// An answer after all others of its card leads on from the card's state. Where one comes before others,
/// or in items that share histories, the cards are replayed from the log when all have come.
struct Advances {
    private let store: Store
    private let db: Database
    private let sharing: Set<Int64>
    private let look: BulkStatement
    private var cards: [CardKey: Standing] = [:]
    private var replayed: Set<Int64> = []
    private var totals = Totals()

    private struct Standing {
        var state: CardState?
        let classSlug: String?
    }

    init(_ store: Store, _ db: Database) throws {
        self.store = store
        self.db = db
        sharing = try Links.sharing(db)
        look = try BulkStatement(Self.look, db)
    }

    /// Says that an answer is about to enter the log.
    ///
    /// - Parameters:
    ///   - review: The answer.
    ///   - item: The number of its item.
    /// - Throws: Why the file cannot be read.
    mutating func follow(_ review: Review, of item: Int64) throws {
        var owner = item
        if sharing.contains(item) {
            owner = try Partings.owner(of: item, text: review.fingerprint, db)
            try replayLater(owner)
        }
        if replayed.contains(owner) { return }
        let card = CardKey(item: owner, facet: review.card.facet)
        var standing = try cards[card] ?? standing(of: card)
        if let state = standing.state, state.lastTime >= review.time {
            return try replayLater(owner)
        }
        var replay = CardReplay(state: standing.state, totals: totals)
        totals = Totals()
        replay.advance(by: review, under: store.rules, in: standing.classSlug)
        totals = replay.totals
        standing.state = replay.state
        cards[card] = standing
    }

    private func standing(of card: CardKey) throws -> Standing {
        let found = try look.first(card.item, card.facet.rawValue) {
            (classSlug: $0.text(0), isAnswered: $0.number(1) > 0)
        }
        return Standing(
            state: found?.isAnswered == true ? try CardRow.state(of: card, db) : nil,
            classSlug: found?.classSlug)
    }

    /// The class of an item as `Store.classSlug` knows it, and the phase of a card of it.
    private static let look = """
        SELECT (SELECT ledger.class_slug FROM entry
                JOIN ledger ON ledger.number = entry.ledger_line WHERE entry.item = ?1),
            (SELECT phase FROM card_state WHERE item = ?1 AND facet = ?2)
        """

    /// Takes what an item's cards add to the figures so far out of them; they are replayed at the end.
    private mutating func replayLater(_ item: Int64) throws {
        if replayed.contains(item) { return }
        let items = try Links.component(of: [item], db)
        for card in try store.cards(of: items, db) {
            totals -= try store.replay(card, db).totals
            cards[card] = nil
        }
        replayed.formUnion(items)
    }

    /// Writes where all cards stand now.
    mutating func finish() throws {
        let saving = try BulkStatement(CardRow.saving, db)
        for (card, standing) in cards.sorted(by: { $0.key.item < $1.key.item }) {
            guard let state = standing.state else { continue }
            try CardRow.save(state, of: card, by: saving)
        }
        for card in try store.cards(of: replayed, db) {
            let replay = try store.replay(card, db)
            totals += replay.totals
            try CardRow.save(replay.state, of: card, db)
        }
        try totals.apply(to: db)
    }
}
