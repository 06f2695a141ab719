internal import GRDB
package import StudyCore

extension Store {
    /// A card with its text and its guide; nil when no guide ever held its item.
    package func card(_ id: Card.ID) throws(StoreError) -> CardRecord? {
        try read { db in
            let row = try Row.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT \(EntryRow.columns), entry.guide
                        FROM item JOIN entry ON entry.item = item.number WHERE item.id = ?
                        """),
                arguments: [id.item.text])
            guard let row else { return nil }
            let item = try EntryRow.item(of: row)
            return CardRecord(
                standing: try EntryRow.standing(
                    of: CardKey(item: row[9], facet: id.facet), item: id.item, db),
                guide: try (row[10] as Int64?).flatMap { try head($0, db) },
                item: item, fingerprint: Fingerprint(stored: row[8]))
        }
    }

    /// A guide with its items and where their cards stand; nil when there is none of that name.
    package func guide(_ id: Guide.ID) throws(StoreError) -> GuideRecord? {
        try read { db in
            let number = try Int64.fetchOne(
                db.cachedStatement(
                    sql: """
                        SELECT number FROM guide WHERE class_slug = ? AND term_slug = ?
                        ORDER BY number LIMIT 1
                        """),
                arguments: [id.classSlug, id.termSlug])
            guard let number, let head = try head(number, db) else { return nil }
            return GuideRecord(head: head, items: try items(of: number, db))
        }
    }

    /// The guides of a scope, in the order in which they are introduced.
    package func guideHeads(in scope: Scope) throws(StoreError) -> [GuideHead] {
        let (condition, arguments) = scope.condition(on: "guide.number")
        return try read { db in
            try heads("\(condition) ORDER BY guide.number", arguments, db)
        }
    }

    /// Guides whose term or alias is a name; those whose term it is first.
    ///
    /// - Parameter name: As it was typed; only its letters and digits count.
    /// - Returns: Their heads.
    /// - Throws: Why the file cannot be read.
    package func guides(named name: String) throws(StoreError) -> [GuideHead] {
        try read { db in
            try heads(
                """
                guide.number IN (SELECT guide FROM guide_name WHERE slug = ?1)
                ORDER BY (SELECT is_alias FROM guide_name
                    WHERE slug = ?1 AND guide_name.guide = guide.number), guide.number
                """,
                [slug(name)], db)
        }
    }

    /// Slugs of terms and aliases that begin so, in alphabetical order, for completion.
    package func names(beginning prefix: String, limit: Int) throws(StoreError) -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT DISTINCT slug FROM guide_name WHERE slug >= ?1 AND slug < ?1 || ?2
                    ORDER BY slug LIMIT ?3
                    """,
                arguments: [slug(prefix), "\u{10FFFF}", limit])
        }
    }

    /// A name as it is shown and as it is typed.
    package struct Name: Hashable, Sendable {
        package let slug: String
        package let shown: String
    }

    /// The classes, in the order in which they were first seen.
    package func classes() throws(StoreError) -> [Name] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT class_slug, class_name, min(number) FROM guide
                    GROUP BY class_slug ORDER BY 3
                    """)
            return rows.map { Name(slug: $0[0], shown: $0[1]) }
        }
    }

    /// The units of a class as they are shown, in the order in which they were first seen.
    package func units(ofClass slug: String) throws(StoreError) -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT unit FROM guide WHERE class_slug = ? AND unit IS NOT NULL
                    GROUP BY unit ORDER BY min(number)
                    """,
                arguments: [slug])
        }
    }

    /// Guides that a guide may be mistaken for: those it names, its unit's, then its class's.
    ///
    /// - Parameters:
    ///   - id: The guide; it is not among them.
    ///   - limit: How many at most.
    /// - Returns: Their heads, the likeliest mistake first.
    /// - Throws: Why the file cannot be read.
    package func siblings(of id: Guide.ID, limit: Int) throws(StoreError) -> [GuideHead] {
        try read { db in
            let own = try heads(
                "guide.class_slug = ? AND guide.term_slug = ? ORDER BY guide.number LIMIT 1",
                [id.classSlug, id.termSlug], db)
            guard let own = own.first else { return [] }
            var siblings: [GuideHead] = []
            var known: Set<Guide.ID> = [id]
            func add(_ heads: [GuideHead]) {
                for head in heads where known.insert(head.id).inserted { siblings.append(head) }
            }
            for term in own.confusedWith {
                add(
                    try heads(
                        """
                        guide.number IN (SELECT guide FROM guide_name WHERE slug = ?)
                        ORDER BY guide.class_slug <> ?, guide.number LIMIT 1
                        """,
                        [slug(term), id.classSlug], db))
            }
            for condition in ["guide.unit IS ?2", "?2 = ?2 OR ?2 IS NULL"]
            where siblings.count < limit {
                add(
                    try heads(
                        "guide.class_slug = ?1 AND (\(condition)) ORDER BY guide.number LIMIT ?3",
                        [id.classSlug, own.unit, limit + known.count], db))
            }
            return Array(siblings.prefix(limit))
        }
    }

    func heads(
        _ condition: String, _ arguments: StatementArguments, _ db: Database
    ) throws -> [GuideHead] {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: "SELECT \(GuideRow.columns) FROM \(GuideRow.joined) WHERE \(condition)"),
            arguments: arguments)
        var heads: [GuideHead] = []
        while let row = try rows.next() { heads.append(GuideRow.head(of: row)) }
        return heads
    }

    private func head(_ number: Int64, _ db: Database) throws -> GuideHead? {
        try heads("guide.number = ?", [number], db).first
    }

    private func items(of guide: Int64, _ db: Database) throws -> [ItemRecord] {
        let rows = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT \(EntryRow.columns), item.id
                    FROM entry JOIN item ON item.number = entry.item
                    WHERE entry.guide = ? ORDER BY entry.ordinal
                    """),
            arguments: [guide])
        return try rows.map { row in
            let item = try EntryRow.item(of: row)
            let id = Item.ID(row[10])
            return ItemRecord(
                id: id, item: item, fingerprint: Fingerprint(stored: row[8]),
                cards: try item.facets.map {
                    try EntryRow.standing(of: CardKey(item: row[9], facet: $0), item: id, db)
                })
        }
    }
}
