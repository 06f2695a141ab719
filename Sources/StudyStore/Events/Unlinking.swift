internal import GRDB
package import StudyCore

extension Store {
    /// What takes a match of an item apart: a link made by hand if there is one, else the latest match
    /// made by likeness.
    ///
    /// - Parameter id: The item.
    /// - Returns: The deed to append; a parting names the item that is to be made for the text.
    /// - Throws: `refused` when nothing was matched.
    package func unlinking(_ id: Item.ID) throws(StoreError) -> Action.Deed {
        try read { db in
            guard let item = try knownItem(id, db) else {
                throw StoreError.refused(reason: "There is no item \(id).")
            }
            if try isLinked(item, db) { return .unlink(id) }
            guard let text = try textMatchedByLikeness(of: item, db) else {
                throw StoreError.refused(
                    reason: """
                        Item \(id) was neither linked by hand nor found again by likeness; there \
                        is nothing to take apart.
                        """)
            }
            let made = try mintID(for: text) { try knownItem($0, db) != nil }
            return .part(id, text: text.fingerprint, as: made)
        }
    }

    private func isLinked(_ item: Int64, _ db: Database) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM link WHERE item = ?1 OR target = ?1)",
            arguments: [item]) ?? false
    }

    /// The text of an item when it was found by its likeness to the one before; nil when it was not.
    private func textMatchedByLikeness(of item: Int64, _ db: Database) throws -> Sighting? {
        let lines = try Row.fetchAll(
            db,
            sql: """
                SELECT fingerprint, likeness, kind, class_slug, term_slug, path, text, answer,
                    ordinal
                FROM ledger
                WHERE adopts IS NULL AND item IN (\(Partings.sources("?1")))
                    AND \(Partings.owner(of: "ledger")) = ?1
                ORDER BY number
                """,
            arguments: [item])
        // Lines with the same text follow one another when the guide was moved or renamed.
        guard let last = lines.last, let kind = Item.Kind(rawValue: last[2]),
            let before = lines.lastIndex(where: { $0[0] as Int64 != last[0] as Int64 }),
            lines[before + 1][1] as Double? != nil
        else { return nil }
        return Sighting(
            guide: Guide.ID(classSlug: last[3], termSlug: last[4]), path: last[5], kind: kind,
            text: last[6], answer: last[7], ordinal: last[8])
    }

    func checkUnlink(_ id: Item.ID, _ db: Database) throws {
        guard let item = try knownItem(id, db), try isLinked(item, db) else {
            throw StoreError.refused(reason: "Item \(id) is not linked to another.")
        }
    }

    func checkPart(_ id: Item.ID, to made: Item.ID, _ db: Database) throws {
        guard try knownItem(id, db) != nil else {
            throw StoreError.refused(reason: "There is no item \(id).")
        }
        guard try knownItem(made, db) == nil else {
            throw StoreError.refused(reason: "There is an item \(made) already.")
        }
    }

    /// Refuses to make two items one again that both stand in guides.
    func checkRejoin(_ made: Item.ID, with id: Item.ID, _ db: Database) throws {
        guard try Seats.stands(registeredItem(made, db), db),
            try Seats.stands(Partings.heir(of: registeredItem(id, db), db), db)
        else { return }
        throw StoreError.refused(
            reason: "Items \(id) and \(made) both stand in guides now; they cannot be one again.")
    }
}
