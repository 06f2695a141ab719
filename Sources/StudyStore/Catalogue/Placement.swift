import GRDB
import StudyCore

/// Where the cards of an item stand in the order of introduction.
enum Placement {
    /// Orders the cards of a guide: definitions first, then by the items' places.
    static func rank(kind: Item.Kind, ordinal: Int, facetIndex: Int) -> Int {
        (kind == .definition ? 0 : 1 << 40) + ordinal << 16 + facetIndex
    }

    /// Gives every card of the items that stand in guides its row.
    ///
    /// - Parameters:
    ///   - items: The numbers of the items concerned.
    ///   - db: The database.
    /// - Throws: Why the file cannot be written.
    static func placeCards(ofItems items: ClosedRange<Int64>, _ db: Database) throws {
        try db.execute(
            sql: """
                WITH facets (kind, facet, place) AS (VALUES ('definition', 'meaning', 0),
                    ('definition', 'term', 1), ('fact', 'fact', 0), ('question', 'answer', 0))
                INSERT INTO card_state (item, facet, guide, rank)
                SELECT entry.item, facets.facet, entry.guide,
                    (entry.kind <> 'definition') * (1 << 40) + (entry.ordinal << 16) + facets.place
                FROM entry CROSS JOIN facets ON facets.kind = entry.kind
                WHERE entry.item BETWEEN ? AND ? AND entry.guide IS NOT NULL
                ORDER BY entry.item
                ON CONFLICT (item, facet) DO UPDATE SET guide = excluded.guide, rank = excluded.rank
                """,
            arguments: [items.lowerBound, items.upperBound])
        let clozes = try Row.fetchCursor(
            db,
            sql: """
                SELECT item, guide, ordinal, holes FROM entry
                WHERE item BETWEEN ? AND ? AND guide IS NOT NULL AND kind = 'cloze'
                """,
            arguments: [items.lowerBound, items.upperBound])
        let insert = try insertion(db)
        while let row = try clozes.next() {
            for (index, _) in try HoleList.ranges(row[3]).enumerated() {
                try insert.execute(arguments: [
                    row[0] as Int64, Card.Facet.hole(index + 1).rawValue, row[1] as Int64,
                    rank(kind: .cloze, ordinal: row[2], facetIndex: index),
                ])
            }
        }
    }

    /// What places a card.
    static let columns = "item, facet, guide, rank"

    /// The statement that places a card, which takes the `columns`.
    static func insertion(_ db: Database) throws -> Statement {
        try db.cachedStatement(
            sql: """
                INSERT INTO card_state (\(columns)) VALUES (?, ?, ?, ?)
                ON CONFLICT (item, facet) DO UPDATE SET guide = excluded.guide, rank = excluded.rank
                    WHERE (guide, rank) IS NOT (excluded.guide, excluded.rank)
                """)
    }
}

/// The holes of a cloze as they are stored: `3-9,12-20`.
enum HoleList {
    static func text(_ holes: [Range<Int>]) -> String? {
        holes.isEmpty
            ? nil : holes.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",")
    }

    static func ranges(_ text: String?) throws -> [Range<Int>] {
        try (text ?? "").split(separator: ",").map { part in
            let bounds = part.split(separator: "-").compactMap { Int($0) }
            guard bounds.count == 2, bounds[0] <= bounds[1] else {
                throw Undecodable("a cloze with the holes '\(part)'")
            }
            return bounds[0]..<bounds[1]
        }
    }
}
