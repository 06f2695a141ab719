import GRDB
import StudyCore

/// Reads a guide's head from a row.
enum GuideRow {
    static let columns = """
        guide.class_slug, guide.term_slug, guide.term, guide.aliases, guide.confused_with, \
        guide.class_name, guide.unit, file.library, file.path, guide.line
        """
    static let joined = "guide JOIN file ON file.number = guide.file"

    static func head(of row: Row) -> GuideHead {
        GuideHead(
            id: Guide.ID(classSlug: row[0], termSlug: row[1]), term: row[2],
            aliases: TextList.list(row[3]), confusedWith: TextList.list(row[4]),
            className: row[5], unit: row[6], library: row[7], path: row[8], line: row[9])
    }
}

/// Reads an item from a row of the entry table.
enum EntryRow {
    static let columns = """
        entry.kind, entry.markdown, entry.plain, entry.answer_markdown, entry.answer_plain, \
        entry.holes, entry.explicit_id, entry.line, entry.fingerprint, entry.item
        """

    static func item(of row: Row) throws -> Item {
        guard let kind = Item.Kind(rawValue: row[0]) else {
            throw Undecodable("an item of an unknown kind")
        }
        let plain: String = row[2]
        let answer: String? = row[4]
        return Item(
            kind: kind, text: Prose(markdown: row[1] ?? plain, plain: plain),
            answer: answer.map { Prose(markdown: row[3] ?? $0, plain: $0) },
            holes: try HoleList.ranges(row[5]), explicitID: row[6], line: row[7])
    }

    static func standing(
        of card: CardKey, item: Item.ID, _ db: Database
    ) throws -> CardStanding {
        let id = Card.ID(item: item, facet: card.facet)
        let row = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    SELECT \(CardRow.stateColumns), \(CardRow.markColumns) FROM card_state
                    WHERE item = ? AND facet = ?
                    """),
            arguments: [card.item, card.facet.rawValue])
        guard let row else {
            return CardStanding(card: id, state: nil, marks: CardMarks(), isChanged: false)
        }
        return CardStanding(
            card: id, state: try CardRow.state(of: row),
            marks: CardRow.marks(of: row, from: CardRow.stateWidth),
            isChanged: row[CardRow.stateWidth + 3])
    }
}
