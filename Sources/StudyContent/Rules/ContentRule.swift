package import StudyCore

/// Something that must hold in each guide of a library, or across them.
///
/// A new rule is a file in this folder and a line in `ContentRule.all`.
package struct ContentRule: Sendable {
    /// What the rule looks for, in a few words.
    package let name: String
    /// Whether it must see all guides of a class, or takes those it does not see for missing.
    let needsClass: Bool
    private let find: @Sendable ([Guide]) -> [ContentProblem]

    init(
        _ name: String, needsClass: Bool = false,
        find: @escaping @Sendable ([Guide]) -> [ContentProblem]
    ) {
        self.name = name
        self.needsClass = needsClass
        self.find = find
    }

    /// What breaks the rule.
    package func problems(in guides: [Guide]) -> [ContentProblem] {
        find(guides)
    }

    /// Every rule there is: first those by which guides can be told apart, then a teacher's.
    package static let all: [ContentRule] = [
        .duplicateGuides, .duplicateIDs, .duplicateItems, .unknownTerms,
        .factCount, .oneClaim, .definitionOpening, .circularDefinition, .answerPoints,
        .sharedSentence, .undatedFigure, .filler,
    ]
}

/// Checks guides against every rule.
///
/// - Parameters:
///   - guides: All guides of a library, in the order of its files; or those of one file.
///   - isWholeLibrary: False for one file: then rules that need the rest of the class are left out.
/// - Returns: What breaks a rule, by file and place.
package func problems(across guides: [Guide], isWholeLibrary: Bool = true) -> [ContentProblem] {
    ContentRule.all.filter { isWholeLibrary || !$0.needsClass }
        .flatMap { $0.problems(in: guides) }.sorted()
}
