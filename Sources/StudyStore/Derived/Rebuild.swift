internal import BulkSQL
internal import GRDB
internal import StudyCore

extension Store {
    /// Derives everything anew that follows from events: states, marks, links, undone events, figures.
    ///
    /// It gives what appending gave, event by event.
    package func rebuild() throws(StoreError) {
        try write { db in try rebuild(db) }
    }

    /// Takes what the log says is adopted, and rebuilds a store that was derived under other rules.
    func rebuildIfRulesChanged() throws(StoreError) {
        // No transaction: two look-ups, and this is on the way to the first question.
        let isCurrent: Bool
        do {
            isCurrent = try queue.inDatabase { db in
                adopted = try Adopted.inLog(db)
                return try Setting.text(.rulesVersion, db) == rules.version
            }
        } catch {
            throw StoreError(error, path: path)
        }
        if !isCurrent { try rebuild() }
    }

    func rebuild(_ db: Database) throws {
        try db.execute(sql: "DELETE FROM card_state; \(Totals.deletion)")
        try Undone.rebuild(db)
        adopted = try Adopted.inLog(db)
        try Links.rebuild(db)
        try Partings.rebuild(db)
        try Forgotten.rebuild(db)
        try Placement.placeCards(ofItems: 0...Int64.max, db)
        try replayAllCards(db)
        try Marks.rebuild(db)
        try Setting.set(.rulesVersion, to: rules.version, db)
    }

    /// Replays all reviews in one pass, those of items that share histories card by card.
    private func replayAllCards(_ db: Database) throws {
        let sharing = try Links.sharing(db)
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT \(ReviewRow.columns), review.item,
                    (SELECT ledger.class_slug FROM entry
                     JOIN ledger ON ledger.number = entry.ledger_line
                     WHERE entry.item = review.item)
                FROM \(ReviewRow.joined)
                WHERE event.number NOT IN undone
                ORDER BY review.item, review.facet, \(ReviewRow.replayOrder)
                """)
        var saving = try CardSaving(db)
        var card: CardKey?
        var replay = CardReplay()
        func finish() throws {
            guard let card else { return }
            if let state = replay.state { try saving.save(state, of: card) }
        }
        while let row = try rows.next() {
            let item: Int64 = row[ReviewRow.width]
            if sharing.contains(item) { continue }
            let review = try ReviewRow.review(of: row)
            let next = CardKey(item: item, facet: review.card.facet)
            if next != card {
                try finish()
                card = next
                replay.state = nil
            }
            replay.advance(by: review, under: rules, in: row[ReviewRow.width + 1])
        }
        try finish()
        try saving.finish()
        var totals = replay.totals
        for card in try cards(of: sharing, db) {
            let replay = try self.replay(card, db)
            totals += replay.totals
            try CardRow.save(replay.state, of: card, db)
        }
        try totals.apply(to: db)
    }
}
