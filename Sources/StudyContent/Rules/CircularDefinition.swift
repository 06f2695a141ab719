internal import StudyCore

extension ContentRule {
    /// A definition may not explain a term by itself.
    ///
    /// For guides of every shape, tables too. The first sentence is looked at, behind the name it begins
    /// with: that one explains, and later ones may name the term again. It is circular when the term or
    /// an alias stands there, or all the telling words of the term in any order, as in *churn rate is
    /// the rate of churn*.
    package static let circularDefinition = ContentRule("circular definition") { guides in
        guides.flatMap { guide in
            guide.items(.definition).compactMap { item -> ContentProblem? in
                guard let first = sentences(in: item.text.plain).first else { return nil }
                let words = WordForm.words(of: first)
                let said = guide.explanation(in: words) ?? words[...]
                let isCircular =
                    repeats(WordForm.words(of: guide.term), in: said)
                    || guide.names.contains { name in
                        said.indices.contains { said[$0...].starts(with: name) }
                    }
                guard isCircular else { return nil }
                return ContentProblem(
                    .circularDefinition, .warning, file: guide.path, line: item.line,
                    message:
                        "the definition explains \(guide.term.quoted) by itself; say it in other words"
                )
            }
        }
    }

    /// Whether two or more telling words of the term all stand there.
    private static func repeats(_ term: [String], in words: ArraySlice<String>) -> Bool {
        let telling = term.filter { !StopWords.contains($0) }
        return telling.count > 1 && Set(words).isSuperset(of: telling)
    }
}
