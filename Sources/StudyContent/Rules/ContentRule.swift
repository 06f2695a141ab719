package import StudyCore

/// Something that must hold across the guides of a library.
///
/// A new rule is a file in this folder and a line in `ContentRule.all`.
package struct ContentRule: Sendable {
    /// What the rule looks for, in a few words.
    package let name: String
    private let find: @Sendable ([Guide]) -> [ContentProblem]

    init(_ name: String, find: @escaping @Sendable ([Guide]) -> [ContentProblem]) {
        self.name = name
        self.find = find
    }

    /// What breaks the rule.
    package func problems(in guides: [Guide]) -> [ContentProblem] {
        find(guides)
    }

    /// Every rule there is.
    package static let all: [ContentRule] = [
        .duplicateGuides, .duplicateIDs, .duplicateItems, .unknownTerms,
    ]
}

/// Checks guides against every rule.
///
/// - Parameter guides: All guides of a library, in the order of its files.
/// - Returns: What breaks a rule, by file and place.
package func problems(across guides: [Guide]) -> [ContentProblem] {
    ContentRule.all.flatMap { $0.problems(in: guides) }.sorted()
}
