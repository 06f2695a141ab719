internal import BulkSQL
internal import GRDB
package import StudyCore

extension Store {
    /// An item that stands in a guide, found by a text of it or by its name in another program.
    package struct Standing: Hashable, Sendable {
        package let item: Item.ID
        package let guide: Guide.ID
        /// Of the text that it has now.
        package let fingerprint: Fingerprint
    }

    /// Items that stand in guides and have, or ever had, one of some texts.
    ///
    /// - Parameter texts: Fingerprints.
    /// - Returns: Who has each; several where a text stands in several guides.
    /// - Throws: When the store cannot be read.
    package func standing(
        withTexts texts: Set<Fingerprint>
    ) throws(StoreError) -> [Fingerprint: [Standing]] {
        if texts.isEmpty { return [:] }
        return try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: """
                    SELECT DISTINCT ledger.fingerprint, item.id, guide.class_slug, guide.term_slug,
                        entry.fingerprint
                    FROM ledger
                    JOIN entry ON entry.item = \(Partings.owner(of: "ledger"))
                    JOIN guide ON guide.number = entry.guide
                    JOIN item ON item.number = entry.item
                    WHERE ledger.adopts IS NULL
                    """)
            var found: [Fingerprint: [Standing]] = [:]
            while let row = try rows.next() {
                let text = Fingerprint(stored: row[0])
                guard texts.contains(text) else { continue }
                found[text, default: []].append(
                    Standing(
                        item: Item.ID(row[1]),
                        guide: Guide.ID(classSlug: row[2], termSlug: row[3]),
                        fingerprint: Fingerprint(stored: row[4])))
            }
            return found
        }
    }

    /// The items that stand in guides and have one of some names in another program, by these.
    package func standing(
        named names: some Sequence<String>
    ) throws(StoreError) -> [String: Standing] {
        try read { db in
            guard try Int.fetchOne(db, sql: "SELECT 1 FROM origin LIMIT 1") != nil else {
                return [:]
            }
            let statement = try db.cachedStatement(
                sql: """
                    SELECT item.id, guide.class_slug, guide.term_slug, entry.fingerprint
                    FROM origin JOIN entry ON entry.item = origin.item
                    JOIN guide ON guide.number = entry.guide
                    JOIN item ON item.number = entry.item
                    WHERE origin.name = ? ORDER BY origin.item DESC LIMIT 1
                    """)
            var found: [String: Standing] = [:]
            for name in names {
                found[name] = try Row.fetchOne(statement, arguments: [name]).map {
                    Standing(
                        item: Item.ID($0[0]), guide: Guide.ID(classSlug: $0[1], termSlug: $0[2]),
                        fingerprint: Fingerprint(stored: $0[3]))
                }
            }
            return found
        }
    }

    /// An item that stands in a guide, by its identity.
    package func standing(_ item: Item.ID) throws(StoreError) -> Standing? {
        try read { db in
            try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT guide.class_slug, guide.term_slug, entry.fingerprint
                        FROM item JOIN entry ON entry.item = item.number
                        JOIN guide ON guide.number = entry.guide
                        WHERE item.id = ?
                        """),
                arguments: [item.text]
            ).map {
                Standing(
                    item: item, guide: Guide.ID(classSlug: $0[0], termSlug: $0[1]),
                    fingerprint: Fingerprint(stored: $0[2]))
            }
        }
    }

    /// The items that stand in some guides, by their texts as they are now.
    package func items(
        of guides: some Sequence<Guide.ID>
    ) throws(StoreError) -> [Guide.ID: [Fingerprint: Item.ID]] {
        try read { db in
            let statement = try BulkStatement(
                """
                SELECT entry.fingerprint, item.id FROM guide
                JOIN entry ON entry.guide = guide.number JOIN item ON item.number = entry.item
                WHERE guide.class_slug = ? AND guide.term_slug = ? ORDER BY entry.item DESC
                """, db)
            var found: [Guide.ID: [Fingerprint: Item.ID]] = [:]
            for guide in guides {
                var items: [Fingerprint: Item.ID] = [:]
                try statement.forEach(guide.classSlug, guide.termSlug) {
                    items[Fingerprint(stored: $0.number(0))] = Item.ID($0.text(1) ?? "")
                }
                found[guide] = items
            }
            return found
        }
    }

    /// Notes what items are called in another program.
    package func name(_ names: [(name: String, item: Item.ID)]) throws(StoreError) {
        try write { db in
            let rows = try BulkRows("named", columns: ["name", "item"], db)
            let insertion = try BulkStatement(
                """
                INSERT INTO origin (name, item)
                SELECT named.name, item.number FROM named CROSS JOIN item ON item.id = named.item
                ORDER BY named.name
                ON CONFLICT DO NOTHING
                """, db)
            try rows.holding(names.count) { row, column, result in
                result.set(column == 0 ? names[row].name : names[row].item.text)
            } _: {
                try insertion.run()
            }
        }
    }

    /// Milliseconds of all answers to a card that count.
    package func answerTimes(of card: Card.ID) throws(StoreError) -> Set<Int64> {
        try read { db in
            try Set(
                Int64.fetchCursor(
                    db.cachedStatement(
                        sql: """
                            SELECT event.time FROM item
                            JOIN review ON review.item = item.number AND review.facet = ?2
                            JOIN event ON event.number = review.event
                            WHERE item.id = ?1 AND event.number NOT IN undone
                            """),
                    arguments: [card.item.text, card.facet.rawValue]))
        }
    }
}

extension Store {
    /// When the texts of items that stand in guides, or their places, last changed.
    package func lastChanges(of items: [Item.ID]) throws(StoreError) -> [Item.ID: Timestamp] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT ledger.time FROM item JOIN entry ON entry.item = item.number
                    JOIN ledger ON ledger.number = entry.ledger_line WHERE item.id = ?
                    """)
            var changes: [Item.ID: Timestamp] = [:]
            for item in items {
                changes[item] = try Int64.fetchOne(statement, arguments: [item.text])
                    .map { Timestamp(milliseconds: $0) }
            }
            return changes
        }
    }
}
