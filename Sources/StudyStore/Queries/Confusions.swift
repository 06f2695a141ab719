internal import GRDB
package import StudyCore

/// Two guides that the learner took for each other.
package struct Confusion: Hashable, Sendable {
    /// The guide that was asked.
    package let asked: Guide.ID
    /// The guide that was named instead.
    package let named: Guide.ID
    /// How often.
    package let count: Int
}

extension Store {
    /// The guides that were named in place of an item's own, since it was last told apart.
    ///
    /// Derived from the log: wrong answers that are the term or an alias of another guide. A right
    /// answer to the two in contrast makes them good.
    package func mixedUp(with item: Item.ID, of guide: Guide.ID) throws(StoreError) -> [Guide.ID] {
        try read { db in
            let answers = try String.fetchAll(
                db.cachedStatement(
                    sql: """
                        SELECT answer FROM review
                        WHERE item = (SELECT number FROM item WHERE id = ?1)
                            AND rating = 1 AND answer <> '' AND event NOT IN undone
                            AND event > coalesce((SELECT max(event) FROM review
                                WHERE item = (SELECT number FROM item WHERE id = ?1)
                                    AND form = 'contrast' AND rating > 1
                                    AND event NOT IN undone), 0)
                        ORDER BY event DESC LIMIT 20
                        """),
                arguments: [item.text])
            var guides: [Guide.ID] = []
            for answer in answers {
                guard let other = try guideID(named: answer, near: guide, db), other != guide,
                    !guides.contains(other)
                else { continue }
                guides.append(other)
            }
            return guides
        }
    }

    /// The pairs that were mixed up and not told apart since, the most often mixed up first.
    ///
    /// - Parameter limit: How many of the latest wrong answers are looked at, of the latest 50,000 events.
    /// - Returns: The pairs.
    /// - Throws: Why the file cannot be read.
    package func confusions(among limit: Int = 2_000) throws(StoreError) -> [Confusion] {
        try read { db in
            var (wrong, toldApart) = try recentAnswers(db)
            wrong = wrong.suffix(limit)
            var isName: [String: Bool] = [:]
            var guides: [Int64: Guide.ID?] = [:]
            var counts: [[Guide.ID]: Int] = [:]
            for answer in wrong {
                // Few wrong answers are terms: that is asked before what they were given for.
                let name = slug(answer.text)
                let known = try isName[name] ?? self.isName(name, db)
                isName[name] = known
                guard known else { continue }
                let item = try Links.owner(of: answer, db)
                let asked = try guides[item] ?? guideID(of: item, db)
                guides.updateValue(asked, forKey: item)
                guard let asked, answer.time > toldApart[item] ?? .min,
                    let named = try guideID(called: name, near: asked, db), named != asked
                else { continue }
                counts[[asked, named], default: 0] += 1
            }
            return counts.map { Confusion(asked: $0.key[0], named: $0.key[1], count: $0.value) }
                .sorted { ($1.count, $0.asked, $0.named) < ($0.count, $1.asked, $1.named) }
        }
    }

    /// Wrong answers to definitions, the latest last, and when items were last told from others.
    private func recentAnswers(
        _ db: Database
    ) throws -> (wrong: [GivenAnswer], toldApart: [Int64: Int64]) {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT review.item, review.fingerprint, event.time, review.answer, review.rating
                FROM review JOIN event ON event.number = review.event
                WHERE review.event > (SELECT max(number) FROM event) - \(Self.lookBack)
                    AND (review.rating = 1 AND review.answer <> ''
                            AND review.facet IN ('meaning', 'term')
                        OR review.rating > 1 AND review.form = 'contrast')
                    AND review.event NOT IN undone
                ORDER BY review.event
                """)
        var wrong: [GivenAnswer] = []
        var toldApart: [Int64: Int64] = [:]
        while let row = try rows.next() {
            let answer = GivenAnswer(
                item: row[0], fingerprint: row[1], time: row[2], text: row[3])
            if row[4] as Int == 1 {
                wrong.append(answer)
            } else {
                let item = try Links.owner(of: answer, db)
                toldApart[item] = max(toldApart[item] ?? .min, answer.time)
            }
        }
        return (wrong, toldApart)
    }

    private func isName(_ name: String, _ db: Database) throws -> Bool {
        try Int.fetchOne(
            db.cachedStatement(sql: "SELECT 1 FROM guide_name WHERE slug = ? LIMIT 1"),
            arguments: [name]) != nil
    }

    /// The guide that an item stands in; nil for an orphan.
    private func guideID(of item: Int64, _ db: Database) throws -> Guide.ID? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT guide.class_slug, guide.term_slug
                    FROM entry JOIN guide ON guide.number = entry.guide WHERE entry.item = ?
                    """),
            arguments: [item]
        ).map { Guide.ID(classSlug: $0[0], termSlug: $0[1]) }
    }

    /// Events, the latest ones, among which confusions are looked for: a year or two, and not all of a
    /// learner who mixes nothing up.
    private static let lookBack = 50_000

    /// The guide whose term or alias an answer is, of the same class if there is one.
    private func guideID(
        named answer: String, near other: Guide.ID, _ db: Database
    ) throws -> Guide.ID? {
        try guideID(called: slug(answer), near: other, db)
    }

    private func guideID(
        called name: String, near other: Guide.ID, _ db: Database
    ) throws -> Guide.ID? {
        guard !name.isEmpty else { return nil }
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT guide.class_slug, guide.term_slug FROM guide_name
                    JOIN guide ON guide.number = guide_name.guide
                    WHERE guide_name.slug = ?
                    ORDER BY guide.class_slug <> ?, guide_name.is_alias, guide.number LIMIT 1
                    """),
            arguments: [name, other.classSlug])
        return row.map { Guide.ID(classSlug: $0[0], termSlug: $0[1]) }
    }
}
