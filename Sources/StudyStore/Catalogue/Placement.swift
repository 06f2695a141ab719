import BulkSQL
import GRDB
import StudyCore

/// Where the cards of an item stand in the order of introduction.
enum Placement {
    /// Orders the cards of a guide: definitions first, then by the items' places.
    static func rank(kind: Item.Kind, ordinal: Int, facetIndex: Int) -> Int {
        (kind == .definition ? 0 : 1 << 40) + ordinal << 16 + facetIndex
    }

    /// The statement that places a card: item, facet, guide, rank.
    static func insertion(_ db: Database) throws -> Statement {
        try db.cachedStatement(
            sql: """
                INSERT INTO card_state (item, facet, guide, rank) VALUES (?, ?, ?, ?)
                ON CONFLICT (item, facet) DO UPDATE SET guide = excluded.guide, rank = excluded.rank
                    WHERE (guide, rank) IS NOT (excluded.guide, excluded.rank)
                """)
    }
}

/// Gives every card of items that stand in guides its row.
struct CardPlacing {
    private let placing: BulkStatement
    private let clozes: BulkStatement
    private let clozePlacing: Statement

    /// - Parameters:
    ///   - entries: The table, which has the columns of `entry`.
    ///   - db: The database.
    init(of entries: String, _ db: Database) throws {
        placing = try BulkStatement(
            """
            WITH facets (kind, facet, place) AS (VALUES ('definition', 'meaning', 0),
                ('definition', 'term', 1), ('fact', 'fact', 0), ('question', 'answer', 0))
            INSERT INTO card_state (item, facet, guide, rank)
            SELECT item, facets.facet, guide,
                (kind <> 'definition') * (1 << 40) + (ordinal << 16) + facets.place
            FROM \(entries) CROSS JOIN facets USING (kind)
            WHERE item BETWEEN ? AND ? AND guide IS NOT NULL
            ON CONFLICT (item, facet) DO UPDATE SET guide = excluded.guide, rank = excluded.rank
            """, db)
        clozes = try BulkStatement(
            """
            SELECT item, guide, ordinal, holes FROM \(entries)
            WHERE item BETWEEN ? AND ? AND guide IS NOT NULL AND kind = 'cloze'
            """, db)
        clozePlacing = try Placement.insertion(db)
    }

    /// - Parameter items: The numbers of the items concerned.
    func run(ofItems items: ClosedRange<Int64> = 0...Int64.max) throws {
        try placing.run(items.lowerBound, items.upperBound)
        try clozes.forEach(items.lowerBound, items.upperBound) { row in
            for (index, _) in try HoleList.ranges(row.text(3)).enumerated() {
                try clozePlacing.execute(arguments: [
                    row.number(0), Card.Facet.hole(index + 1).rawValue, row.number(1),
                    Placement.rank(kind: .cloze, ordinal: Int(row.number(2)), facetIndex: index),
                ])
            }
        }
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
