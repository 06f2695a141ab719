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
                """)
    }
}

extension Item {
    /// The directions in which an item of a kind is asked.
    static func facets(of kind: Kind, holes: Int) -> [Card.Facet] {
        Item(
            kind: kind, text: Prose(plain: ""),
            holes: kind == .cloze ? Array(repeating: 0..<0, count: holes) : []
        ).facets
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
