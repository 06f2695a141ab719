internal import StudyCore

extension ContentRule {
    /// A definition begins with the term or another of its names, so that it can be read alone.
    ///
    /// Rows of a table have the term beside them. Fewer than five words are no sentence but a translation
    /// or a keyword.
    package static let definitionOpening = ContentRule("definition begins with the term") {
        guides in
        guides.filter { !$0.isRow }.flatMap { guide in
            guide.items(.definition).compactMap { item -> ContentProblem? in
                guard wordCount(item.text.plain) >= 5,
                    guide.explanation(in: WordForm.words(of: item.text.plain)) == nil
                else { return nil }
                return ContentProblem(
                    .definitionOpening, .warning, file: guide.path, line: item.line,
                    message:
                        "the definition begins without \(guide.term.quoted); begin it with the term or an alias"
                )
            }
        }
    }
}
