internal import StudyCore

extension ContentRule {
    /// A guide has three to seven key facts: fewer make no quiz, more are never learnt.
    ///
    /// Guides without any facts are small on purpose, such as terms in a table or questions alone.
    package static let factCount = ContentRule("fact count") { guides in
        guides.compactMap { guide in
            let facts = guide.items(.fact)
            guard let first = facts.first, !allowed.contains(facts.count) else { return nil }
            if facts.count < allowed.lowerBound {
                return ContentProblem(
                    .factCount, .warning, file: guide.path, line: first.line,
                    message:
                        "\(guide.term.quoted) has \(facts.count) key fact\(facts.count == 1 ? "" : "s"); write \(allowed.lowerBound) to \(allowed.upperBound), five at best"
                )
            }
            return ContentProblem(
                .factCount, .warning, file: guide.path, line: facts[allowed.upperBound].line,
                message:
                    "\(guide.term.quoted) has \(facts.count) key facts; keep the five that matter most, \(allowed.upperBound) at most, or split the guide"
            )
        }
    }

    private static let allowed = 3...7
}
