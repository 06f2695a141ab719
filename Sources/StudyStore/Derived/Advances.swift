import BulkSQL
import GRDB
import StudyCore

/// Where cards come to stand while many answers come in: kept in memory, and written once a card.
///
/// An answer after all others of its card leads on from the card's state. Where one comes before others,
/// or in items that share histories, the cards are replayed from the log when all have come.
final class Advances {
    private let store: Store
    private let db: Database
    private let sharing: Set<Int64>
    private let look: BulkStatement
    private var cards: [Advance] = []
    /// Where a card stands among `cards`.
    private var places: [CardKey: Int] = [:]
    /// Answers that were met and not followed yet, by their numbers, with the places of their cards.
    private var met: [(place: Int, answer: Int)] = []
    private var replayed: Set<Int64> = []
    private var totals = Totals()

    private struct Advance {
        let card: CardKey
        let classSlug: String?
        var state: CardState?
        /// Of the last answer that was met.
        var last: Timestamp?
    }

    init(_ store: Store, _ db: Database) throws {
        self.store = store
        self.db = db
        sharing = try Links.sharing(db)
        look = try BulkStatement(Self.look, db)
    }

    /// Meets an answer that is about to enter the log; `lead` will follow it.
    ///
    /// - Parameters:
    ///   - review: The answer.
    ///   - number: Where it will stand among those that `lead` gets.
    ///   - item: The number of its item.
    /// - Returns: The item for which `replayLater` is to be called, when the answer is one that cannot be led
    ///   on from; nil as a rule.
    /// - Throws: Why the file cannot be read.
    func meet(_ review: Review, as number: Int, of item: Int64) throws -> Int64? {
        if sharing.contains(item) {
            let owner = try Partings.owner(of: item, text: review.fingerprint, db)
            return replayed.contains(owner) ? nil : owner
        }
        if !replayed.isEmpty, replayed.contains(item) { return nil }
        let place = try place(of: CardKey(item: item, facet: review.card.facet))
        if let last = cards[place].last, last >= review.time { return item }
        cards[place].last = review.time
        met.append((place, number))
        return nil
    }

    /// Makes room for cards that `learn` is about to be told of.
    func reserve(_ count: Int) {
        cards.reserveCapacity(count)
        places.reserveCapacity(count)
    }

    /// Takes the class of a card that is new.
    func learn(_ card: CardKey, in classSlug: String?) {
        places[card] = cards.count
        cards.append(Advance(card: card, classSlug: classSlug, state: nil, last: nil))
    }

    private func place(of card: CardKey) throws -> Int {
        if let known = places[card] { return known }
        let found = try look.first(card.item, card.facet.rawValue) {
            (classSlug: $0.text(0), isAnswered: $0.number(1) > 0)
        }
        let state = found?.isAnswered == true ? try CardRow.state(of: card, db) : nil
        places[card] = cards.count
        cards.append(
            Advance(card: card, classSlug: found?.classSlug, state: state, last: state?.lastTime))
        return cards.count - 1
    }

    /// The class of an item as `Store.classSlug` knows it, and the phase of a card of it.
    private static let look = """
        SELECT coalesce(
                (SELECT guide.class_slug FROM entry JOIN guide ON guide.number = entry.guide
                    WHERE entry.item = ?1),
                (SELECT ledger.class_slug FROM entry
                    JOIN ledger ON ledger.number = entry.ledger_line WHERE entry.item = ?1)),
            (SELECT phase FROM card_state WHERE item = ?1 AND facet = ?2)
        """

    /// Follows those of some answers that were met, without asking the database.
    func lead(_ answers: [Review]) {
        var replay = CardReplay(state: nil, totals: totals)
        totals = Totals()
        for (place, answer) in met {
            replay.state = cards[place].state
            replay.advance(by: answers[answer], under: store.rules, in: cards[place].classSlug)
            cards[place].state = replay.state
        }
        totals = replay.totals
        met.removeAll(keepingCapacity: true)
    }

    /// Has the cards of an item replayed at the end, and takes out of the figures what they add by now.
    ///
    /// The log must hold all answers that were met before, and those must have been followed.
    func replayLater(_ item: Int64) throws {
        if replayed.contains(item) { return }
        let items = try Links.component(of: [item], db)
        for card in try store.cards(of: items, db) {
            totals -= try store.replay(card, db).totals
        }
        replayed.formUnion(items)
    }

    /// Writes where all cards stand now.
    func finish() throws {
        var saving = try CardSaving(db)
        for advance in cards.sorted(by: { $0.card.item < $1.card.item })
        where !replayed.contains(advance.card.item) {
            if let state = advance.state { try saving.save(state, of: advance.card) }
        }
        try saving.finish()
        for card in try store.cards(of: replayed, db) {
            let replay = try store.replay(card, db)
            totals += replay.totals
            try CardRow.save(replay.state, of: card, db)
        }
        try totals.apply(to: db)
    }
}
