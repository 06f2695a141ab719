internal import StudyCore

extension ContentRule {
    /// A guide that says something twice asks it twice.
    package static let duplicateItems = ContentRule("duplicate items") { guides in
        guides.flatMap { guide in
            var first: [String: Item] = [:]
            return guide.items.compactMap { item -> ContentProblem? in
                let text = item.text.plain.lowercased()
                guard let earlier = first[text] else {
                    first[text] = item
                    return nil
                }
                return ContentProblem(
                    .duplicateItem, .warning, file: guide.path, line: item.line,
                    message: "line \(earlier.line) says the same; remove one of them")
            }
        }
    }
}
