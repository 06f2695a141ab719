package import StudyCore

/// Anki's text format with its header lines: identity, deck, tags, front, back.
///
/// With the identities a second import updates the notes instead of doubling them.
package struct AnkiText: GuideText {
    package init() {}

    /// The note type is Anki's first one: a column of types would drop rows where it has another name.
    package func opening(classes: [String]) -> String {
        """
        #separator:tab
        #html:false
        #notetype:Basic
        #guid column:1
        #deck column:2
        #tags column:3

        """
    }

    package func text(of guide: Guide, ids: [Item.ID]) -> String {
        let deck = ([guide.className] + (guide.unit.map { [$0] } ?? []))
            .map { $0.onOneLine.replacing("::", with: ": :") }.joined(separator: "::")
        let tag = guide.id.termSlug
        return CardSides.cards(of: guide, ids: ids).map { card in
            [card.id, deck, tag, card.front, card.back].map(Self.field).joined(separator: "\t")
                + "\n"
        }.joined()
    }

    /// A row that begins with `#` would be dropped without a word, so such a field is quoted too.
    private static func field(_ text: String) -> String {
        guard text.first == "#" || text.contains(where: { "\t\n\r\"".contains($0) }) else {
            return text
        }
        return "\"\(text.replacing("\"", with: "\"\""))\""
    }
}
