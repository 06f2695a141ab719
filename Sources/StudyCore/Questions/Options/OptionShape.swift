/// What can be seen of an option without understanding it; an option alone in one of these stands out.
package struct OptionShape: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    package static let hyphenated = Self(rawValue: 1)
    package static let plural = Self(rawValue: 2)
    package static let abbreviated = Self(rawValue: 4)
    package static let withFigure = Self(rawValue: 8)
    package static let withBlank = Self(rawValue: 16)
    package static let inBrackets = Self(rawValue: 32)
    package static let oneWord = Self(rawValue: 64)

    package static let all: Self = [
        .hyphenated, .plural, .abbreviated, .withFigure, .withBlank, .inBrackets, .oneWord,
    ]

    /// The shape of a term, or of a statement.
    package init(_ text: String) {
        var shape: OptionShape = []
        let tokens = Token.tokens(in: text)
        if tokens.contains(where: { $0.parts.count > 1 && !$0.isFigure }) {
            shape.insert(.hyphenated)
        }
        if tokens.contains(where: \.isFigure) { shape.insert(.withFigure) }
        if tokens.count == 1 { shape.insert(.oneWord) }
        if text.contains(Question.blank) { shape.insert(.withBlank) }
        if text.contains("(") { shape.insert(.inBrackets) }
        if tokens.count <= Self.wordsOfTerm {
            // The grammatical number of a term shows in the verb of its definition.
            let last = tokens.last?.folded ?? ""
            if WordForm.singular(last) != last && last.hasSuffix("s")
                || tokens.contains(where: { $0.folded == "and" })
            {
                shape.insert(.plural)
            }
            if tokens.contains(where: { TermNames.isCapitals($0.text) }) {
                shape.insert(.abbreviated)
            }
        }
        self = shape
    }

    /// Longer texts are statements, whose last word says nothing of their grammatical number.
    private static let wordsOfTerm = 6
}
