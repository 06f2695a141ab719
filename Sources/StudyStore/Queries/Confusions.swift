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
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT guide.class_slug, guide.term_slug, review.answer
                    FROM review
                    JOIN entry ON entry.item = review.item
                    JOIN guide ON guide.number = entry.guide
                    WHERE review.rating = 1 AND review.answer <> '' AND entry.kind = 'definition'
                        AND review.event > (SELECT max(number) FROM event) - \(Self.lookBack)
                        AND review.event NOT IN undone
                        AND NOT EXISTS (SELECT 1 FROM review AS later
                            WHERE later.item = review.item AND later.event > review.event
                                AND later.form = 'contrast' AND later.rating > 1
                                AND later.event NOT IN undone)
                    ORDER BY review.event DESC LIMIT ?
                    """,
                arguments: [limit])
            var counts: [[Guide.ID]: Int] = [:]
            for row in rows {
                let asked = Guide.ID(classSlug: row[0], termSlug: row[1])
                guard let named = try guideID(named: row[2], near: asked, db), named != asked else {
                    continue
                }
                counts[[asked, named], default: 0] += 1
            }
            return counts.map { Confusion(asked: $0.key[0], named: $0.key[1], count: $0.value) }
                .sorted { ($1.count, $0.asked, $0.named) < ($0.count, $1.asked, $1.named) }
        }
    }

    /// Events, the latest ones, among which confusions are looked for: a year or two, and not all of a
    /// learner who mixes nothing up.
    private static let lookBack = 50_000

    /// The guide whose term or alias an answer is, of the same class if there is one.
    private func guideID(
        named answer: String, near other: Guide.ID, _ db: Database
    ) throws -> Guide.ID? {
        let name = slug(answer)
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
