internal import GRDB
package import StudyCore

/// A place where searched words stand.
package struct SearchHit: Hashable, Sendable {
    package let guide: GuideHead
    /// The items that hold all the words, in the order of the guide; empty when only the name does.
    package let items: [Found]

    package struct Found: Hashable, Sendable {
        package let id: Item.ID
        package let kind: Item.Kind
        package let text: String
        package let answer: String?
    }
}

extension Store {
    /// Guides in whose name, or in one of whose items, all of some words stand; names first.
    ///
    /// Case makes no difference. A word may stand inside a longer one.
    ///
    /// - Parameters:
    ///   - words: What was typed, parted at white space; at most eight words count.
    ///   - limit: How many guides at most.
    /// - Returns: The guides with the items that hold the words.
    /// - Throws: Why the file cannot be read.
    package func search(_ words: String, limit: Int) throws(StoreError) -> [SearchHit] {
        let words = words.split(whereSeparator: \.isWhitespace).prefix(8).map(String.init)
        guard !words.isEmpty, limit > 0 else { return [] }
        return try read { db in
            let name = Pattern(words, in: "guide.term || ' ' || coalesce(guide.aliases, '')")
            let text = Pattern(words, in: "entry.plain || ' ' || coalesce(entry.answer_plain, '')")
            let guides = try Row.fetchAll(
                db,
                sql: """
                    SELECT guide, min(place) FROM (
                        SELECT number AS guide, 0 AS place FROM guide WHERE \(name.condition)
                        UNION ALL
                        SELECT guide, 1 FROM entry
                        WHERE guide IS NOT NULL AND \(text.condition))
                    GROUP BY guide ORDER BY 2, 1 LIMIT ?
                    """,
                arguments: name.arguments + text.arguments + [limit])
            return try guides.compactMap { row in
                let number: Int64 = row[0]
                guard let head = try heads("guide.number = ?", [number], db).first else {
                    return nil
                }
                let found = try Row.fetchAll(
                    db,
                    sql: """
                        SELECT item.id, entry.kind, entry.plain, entry.answer_plain
                        FROM entry JOIN item ON item.number = entry.item
                        WHERE entry.guide = ? AND \(text.condition) ORDER BY entry.ordinal
                        """,
                    arguments: [number] + text.arguments)
                return SearchHit(
                    guide: head,
                    items: try found.map { row in
                        guard let kind = Item.Kind(rawValue: row[1]) else {
                            throw Undecodable("an item of an unknown kind")
                        }
                        return SearchHit.Found(
                            id: Item.ID(row[0]), kind: kind, text: row[2], answer: row[3])
                    })
            }
        }
    }
}

/// A condition that all of some words stand in a text.
private struct Pattern {
    let condition: String
    let arguments: StatementArguments

    init(_ words: [String], in text: String) {
        // LIKE knows the case of ASCII letters alone; other words are looked for in three cases.
        let spellings = words.map { word in
            word.utf8.allSatisfy { $0 < 0x80 }
                ? [word]
                : Array(Set([word, word.lowercased(), word.uppercased(), word.capitalised]))
        }
        condition = spellings.map { spellings in
            "("
                + spellings.map { _ in "\(text) LIKE ? ESCAPE '\\'" }.joined(separator: " OR ")
                + ")"
        }.joined(separator: " AND ")
        arguments = StatementArguments(
            spellings.flatMap { $0 }.map { "%" + $0.escapedForLike + "%" })
    }
}

extension String {
    fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst().lowercased() }

    fileprivate var escapedForLike: String {
        var escaped = ""
        for character in self {
            if "\\%_".contains(character) { escaped.append("\\") }
            escaped.append(character)
        }
        return escaped
    }
}
