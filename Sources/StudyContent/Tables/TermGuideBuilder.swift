internal import StudyCore

/// Makes a guide of a term and its definition, as a row of a table has them.
struct TermGuideBuilder {
    let path: String
    let defaults: GuideDefaults
    let limits: ContentLimits
    /// Nil when the row could not be used.
    private(set) var guide: Guide?

    init(path: String, defaults: GuideDefaults, limits: ContentLimits) {
        self.path = path
        self.defaults = defaults
        self.limits = limits
    }

    mutating func add(
        term: String, definition: Prose, lines: ClosedRange<Int>, log: inout ProblemLog
    ) {
        var name = term.withoutControls
        var id: String?
        if case .id(let fixed) = ExplicitID.strip(&name) { id = fixed }
        let termSlug = slug(name)
        func report(_ code: ProblemCode, _ severity: ContentProblem.Severity, _ message: String) {
            log.add(
                code, severity, line: lines.lowerBound, lastLine: lines.upperBound, message)
        }
        if termSlug.isEmpty {
            report(.emptyTerm, .error, "the row has no term; write one in its first field")
        } else if definition.plain.isEmpty {
            report(
                .emptyDefinition, .warning,
                "\(name.quoted) has no definition and is not asked; write one in its row")
        } else if definition.markdown.utf8.count > limits.itemLength {
            report(.itemTooLong, .error, ItemReading.tooLong(limit: limits.itemLength))
        } else {
            guide = Guide(
                id: Guide.ID(classSlug: slug(defaults.className), termSlug: termSlug), path: path,
                className: defaults.className, unit: defaults.unit, term: name, explicitID: id,
                line: lines.lowerBound,
                items: [Item(kind: .definition, text: definition, line: lines.lowerBound)])
        }
    }
}
