internal import StudyCore

extension ContentRule {
    /// Two guides of one class may not share a term: nobody could say which one is meant.
    package static let duplicateGuides = ContentRule("duplicate guides") { guides in
        var first: [Guide.ID: Guide] = [:]
        return guides.compactMap { guide in
            guard let earlier = first[guide.id] else {
                first[guide.id] = guide
                return nil
            }
            return ContentProblem(
                .duplicateGuide, .error, file: guide.path, line: guide.line,
                message:
                    "'\(guide.id)' is a guide already, in \(earlier.path):\(earlier.line); join the two or rename one"
            )
        }
    }
}
