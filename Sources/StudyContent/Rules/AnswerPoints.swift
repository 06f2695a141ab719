internal import StudyCore

extension ContentRule {
    /// A model answer has three key points or more, each a sentence or an entry of a list.
    ///
    /// Only where the guide has a definition or key facts as well: a file of questions alone is a stack
    /// of flashcards, whose answers are short on purpose.
    package static let answerPoints = ContentRule("key points of an answer") { guides in
        guides.flatMap { guide -> [ContentProblem] in
            guard guide.items.contains(where: { $0.kind == .definition || $0.kind == .fact })
            else { return [] }
            return guide.items(.question).compactMap { question in
                guard let answer = question.answer else { return nil }
                let points = sentences(in: answer.plain).count
                guard points < fewestPoints else { return nil }
                return ContentProblem(
                    .fewPoints, .warning, file: guide.path, line: question.line,
                    message:
                        "the model answer makes \(points) point\(points == 1 ? "" : "s"); make \(fewestPoints) or more, each a sentence of its own"
                )
            }
        }
    }

    private static let fewestPoints = 3
}
