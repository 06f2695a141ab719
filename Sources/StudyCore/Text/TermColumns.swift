/// Which column of a table is the term and which its definition.
package struct TermColumns: Equatable {
    package var term: Int
    package var definition: Int

    /// By the words of a header row; nil when it names not both.
    package init?(header: [String]) {
        guard let term = header.firstIndex(where: { Self.terms.contains(Self.normalized($0)) }),
            let definition = header.firstIndex(where: {
                Self.definitions.contains(Self.normalized($0))
            })
        else { return nil }
        self.init(term: term, definition: definition)
    }

    package init(term: Int, definition: Int) {
        self.term = term
        self.definition = definition
    }

    private static let terms: Set<String> = [
        "term", "terms", "key term", "word", "name", "concept", "vocabulary", "front",
    ]
    private static let definitions: Set<String> = [
        "definition", "definitions", "meaning", "description", "explanation", "back",
    ]

    private static func normalized(_ text: String) -> String {
        guard text.utf8.count <= 40 else { return "" }
        return text.lowercased().split { !$0.isLetter }.joined(separator: " ")
    }
}
