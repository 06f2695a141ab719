import GRDB
import StudyCore

extension Store {
    /// Appends a deed with `append` and derives all that follows from it.
    func follow(_ deed: Action.Deed, _ db: Database, append: () throws -> Void) throws {
        switch deed {
        case .undo, .redo:
            guard let subject = try Undone.subject(of: deed, db), let event = try event(subject, db)
            else { return try append() }
            let change = {
                try append()
                try Undone.refresh(subject, db)
            }
            switch event {
            case .review(let review):
                let item = try registeredItem(review.card.item, db)
                let owner = try Partings.owner(of: item, text: review.fingerprint, db)
                try redrive([owner], db, after: change)
            case .action(let action): try derive(action.deed, db, after: change)
            case .intake:
                try append()
                try rebuild(db)
            }
        default: try derive(deed, db, after: append)
        }
    }

    /// Derives what a deed bears on, after it was appended, undone or redone by `change`.
    private func derive(_ deed: Action.Deed, _ db: Database, after change: () throws -> Void) throws
    {
        switch deed {
        case .suspend(let card), .resume(let card), .bury(let card, _), .flag(let card),
            .unflag(let card):
            try change()
            try Marks.refresh(
                CardKey(item: registeredItem(card.item, db), facet: card.facet), db)
        case .link(let item, let target):
            try relink([registeredItem(item, db), registeredItem(target, db)], db, after: change)
        case .unlink:
            try relink([], db, after: change)
        case .part(let item, let text, let made):
            try part(
                text, of: registeredItem(item, db), to: registeredItem(made, db), db, after: change)
        case .forget(let item):
            try change()
            try Forgotten.refresh(registeredItem(item, db), db)
        case .adopt:
            try change()
            try adoptAnew(db)
        // Exams are read from the events themselves.
        case .undo, .redo, .setExam, .enterResult, .removeExam: try change()
        }
    }

    /// Makes a change of links among the items named by links so far and some others.
    func relink(_ items: Set<Int64>, _ db: Database, after change: () throws -> Void) throws {
        try redrive(items.union(Links.everNamed(db)), db) {
            try change()
            try Links.rebuild(db)
        }
    }

    /// Makes a change of whose a text is: takes it from an item, or gives it back.
    private func part(
        _ text: Fingerprint, of item: Int64, to made: Int64, _ db: Database,
        after change: () throws -> Void
    ) throws {
        try redrive([item, made], db) {
            try change()
            try Partings.rebuild(db)
            let heir = try Partings.heir(of: made, db)
            if heir == made {
                try Seats.part(text, of: Partings.heir(of: item, db), to: made, db)
            } else {
                try Seats.rejoin(made, with: heir, db)
            }
        }
    }

    func checkLink(_ item: Item.ID, to target: Item.ID, _ db: Database) throws {
        guard item != target else {
            throw StoreError.refused(reason: "An item cannot be linked to itself.")
        }
        let kinds = try [item, target].map { id in
            guard
                let kind = try String.fetchOne(
                    db,
                    sql: """
                        SELECT entry.kind FROM entry JOIN item ON item.number = entry.item
                        WHERE item.id = ?
                        """,
                    arguments: [id.text])
            else { throw StoreError.refused(reason: "There is no item \(id).") }
            return kind
        }
        guard kinds[0] == kinds[1] else {
            throw StoreError.refused(
                reason: """
                    Item \(item) is a \(kinds[0]) and \(target) a \(kinds[1]); only items of one \
                    kind can share a history.
                    """)
        }
    }

    func checkForget(_ item: Item.ID, _ db: Database) throws {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT entry.guide FROM entry JOIN item ON item.number = entry.item
                WHERE item.id = ?
                """,
            arguments: [item.text])
        guard let row else { throw StoreError.refused(reason: "There is no item \(item).") }
        guard row[0] as Int64? == nil else {
            throw StoreError.refused(
                reason: "Item \(item) stands in a guide; remove it there, then forget it.")
        }
    }
}
