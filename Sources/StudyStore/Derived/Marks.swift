import GRDB
import StudyCore

/// What the learner said about a card, from the actions that are not undone.
enum Marks {
    static func actions(on card: CardKey, _ db: Database) throws -> [Action] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT \(ActionRow.columns) FROM \(ActionRow.joined)
                    WHERE action.item = ? AND action.facet = ? AND event.number NOT IN undone
                    ORDER BY \(ReviewRow.replayOrder)
                    """),
            arguments: [card.item, card.facet.rawValue])
        var actions: [Action] = []
        while let row = try rows.next() { actions.append(try ActionRow.action(of: row)) }
        return actions
    }

    /// Derives the marks of a card anew.
    static func refresh(_ card: CardKey, _ db: Database) throws {
        var marks = CardMarks()
        for action in try actions(on: card, db) { marks.apply(action.deed) }
        try CardRow.save(marks, of: card, db)
    }

    static func rebuild(_ db: Database) throws {
        let cards = try Row.fetchAll(
            db, sql: "SELECT DISTINCT item, facet FROM action WHERE facet IS NOT NULL")
        for row in cards {
            guard let facet = Card.Facet(rawValue: row[1]) else {
                throw Undecodable("an action on an unknown facet")
            }
            try refresh(CardKey(item: row[0], facet: facet), db)
        }
    }
}

extension CardMarks {
    fileprivate mutating func apply(_ deed: Action.Deed) {
        switch deed {
        case .suspend: isSuspended = true
        case .resume:
            isSuspended = false
            buriedUntil = nil
        case .bury(_, let day): buriedUntil = day
        case .flag: isFlagged = true
        case .unflag: isFlagged = false
        case .undo, .redo, .link, .unlink, .part, .forget, .adopt, .setExam, .enterResult,
            .removeExam:
            return
        }
    }
}
