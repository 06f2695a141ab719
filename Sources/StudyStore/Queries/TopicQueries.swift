internal import GRDB
package import StudyCore

/// A guide as questions see it, with the guides around it from which wrong options come.
package struct TopicRecord: Hashable, Sendable {
    package let own: Topic
    /// In no order; `Neighbour.nearest` ranks them.
    package let others: [Topic]
}

extension Store {
    /// A guide's topic and those around it; nil when there is no guide of that name.
    ///
    /// The others are a bounded number: those it names as likely mistakes, some of its unit before and
    /// after it, and if these are few, some of its class next to it in the alphabet, and of the next
    /// classes. Each is found by an index, so the size of the library does not matter.
    package func topics(around id: Guide.ID) throws(StoreError) -> TopicRecord? {
        try read { db in
            guard let number = try guideNumber(id, db), let own = try topic(number, db) else {
                return nil
            }
            var numbers: [Int64] = []
            var seen: Set<Int64> = [number]
            func add(_ found: [Int64]) {
                numbers += found.filter { seen.insert($0).inserted }
            }
            for name in own.confusedWith.prefix(Sample.named) {
                add(
                    try Int64.fetchAll(
                        db.cachedStatement(
                            sql: """
                                SELECT guide.number FROM guide_name
                                JOIN guide ON guide.number = guide_name.guide
                                WHERE guide_name.slug = ?
                                ORDER BY guide.class_slug <> ?, guide.number LIMIT 1
                                """),
                        arguments: [slug(name), id.classSlug]))
            }
            if let unit = own.unit {
                let arguments: StatementArguments = [id.classSlug, unit, number, Sample.ofUnit]
                for order in ["> ?3 ORDER BY number", "< ?3 ORDER BY number DESC"] {
                    add(
                        try Int64.fetchAll(
                            db.cachedStatement(
                                sql: """
                                    SELECT number FROM guide WHERE class_slug = ?1 AND unit = ?2
                                    AND number \(order) LIMIT ?4
                                    """),
                            arguments: arguments))
                }
            }
            for part in ["class_slug = ?1 AND term_slug", "class_slug <> ?1 AND class_slug"]
            where numbers.count < Sample.enough {
                // Alike terms stand near each other in the alphabet: cost per click, cost per mille.
                let key = part.hasPrefix("class_slug =") ? id.termSlug : id.classSlug
                let order =
                    part.hasPrefix("class_slug =") ? "term_slug" : "class_slug"
                for (sign, way) in [(">", ""), ("<", "DESC")] {
                    add(
                        try Int64.fetchAll(
                            db.cachedStatement(
                                sql: """
                                    SELECT number FROM guide WHERE \(part) \(sign) ?2
                                    ORDER BY \(order) \(way) LIMIT ?3
                                    """),
                            arguments: [id.classSlug, key, Sample.ofClass]))
                }
            }
            return TopicRecord(own: own, others: try numbers.compactMap { try topic($0, db) })
        }
    }

    /// How many guides are looked at.
    private enum Sample {
        static let named = 8
        /// Before, and after.
        static let ofUnit = 6
        /// Before, and after.
        static let ofClass = 12
        /// From here on the unit's suffice.
        static let enough = 10
    }

    private func guideNumber(_ id: Guide.ID, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT number FROM guide WHERE class_slug = ? AND term_slug = ?
                    ORDER BY number LIMIT 1
                    """),
            arguments: [id.classSlug, id.termSlug])
    }

    private func topic(_ number: Int64, _ db: Database) throws -> Topic? {
        guard let head = try heads("guide.number = ?", [number], db).first else { return nil }
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT item.id, entry.kind, entry.plain, entry.markdown
                    FROM entry JOIN item ON item.number = entry.item
                    WHERE entry.guide = ? AND entry.kind IN ('definition', 'fact')
                    ORDER BY entry.ordinal
                    """),
            arguments: [number])
        var definition: Topic.Statement?
        var facts: [Topic.Statement] = []
        while let row = try rows.next() {
            let plain: String = row[2]
            let statement = Topic.Statement(
                item: Item.ID(row[0]), text: Prose(markdown: row[3] ?? plain, plain: plain))
            if row[1] == Item.Kind.fact.rawValue {
                facts.append(statement)
            } else if definition == nil {
                definition = statement
            }
        }
        return Topic(
            guide: head.id, term: head.term, aliases: head.aliases, unit: head.unit,
            confusedWith: head.confusedWith, definition: definition, facts: facts)
    }
}
