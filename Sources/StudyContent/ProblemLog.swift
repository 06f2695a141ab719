/// Collects the problems of one file.
struct ProblemLog {
    let file: String
    private(set) var problems: [ContentProblem] = []

    init(file: String) {
        self.file = file
    }

    mutating func add(_ problem: ContentProblem) {
        problems.append(problem)
    }

    mutating func add(contentsOf other: ProblemLog) {
        problems += other.problems
    }

    mutating func add(
        _ code: ProblemCode, _ severity: ContentProblem.Severity, line: Int = 1, column: Int = 1,
        lastLine: Int? = nil, _ message: String
    ) {
        problems.append(
            ContentProblem(
                code, severity, file: file, line: line, column: column, lastLine: lastLine,
                message: message))
    }

    /// A problem of a whole block.
    mutating func add(
        _ code: ProblemCode, _ severity: ContentProblem.Severity, at block: SourceBlock,
        _ message: String
    ) {
        add(
            code, severity, line: block.line, column: block.column, lastLine: block.lastLine,
            message)
    }

    /// In the order of the file; the order of finding where two have one place.
    var sorted: [ContentProblem] {
        problems.enumerated().sorted { left, right in
            (left.element.line, left.element.column, left.offset)
                < (right.element.line, right.element.column, right.offset)
        }.map(\.element)
    }
}

extension String {
    /// The text as it is quoted in a message: one line, at most 40 characters.
    var quoted: String {
        let line = withoutControls
        return line.count > 40 ? "'\(line.prefix(39))…'" : "'\(line)'"
    }
}
