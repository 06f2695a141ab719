/// Something in a library that its author should mend or know.
package struct ContentProblem: Hashable, Sendable {
    /// How bad it is.
    package enum Severity: String, Hashable, Sendable, Comparable, CaseIterable {
        /// Worth knowing; nothing is lost.
        case note
        /// Something is not asked that was perhaps meant to be.
        case warning
        /// Something could not be read.
        case error

        package static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    package let code: ProblemCode
    package let severity: Severity
    /// The file or folder, relative to its library's folder, with `/` between folders.
    package let file: String
    /// Counted from 1.
    package let line: Int
    /// Counted in UTF-8 bytes, from 1.
    package let column: Int
    /// The last line that is meant; never before `line`.
    package let lastLine: Int
    /// What is wrong and what to do about it.
    package let message: String

    package init(
        _ code: ProblemCode, _ severity: Severity, file: String, line: Int = 1, column: Int = 1,
        lastLine: Int? = nil, message: String
    ) {
        self.code = code
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.lastLine = max(line, lastLine ?? line)
        self.message = message
    }
}

extension ContentProblem: CustomStringConvertible {
    /// The compiler's form, which editors turn into links; free of control characters.
    package var description: String {
        "\(file):\(line):\(column): \(severity.rawValue): \(message)".withoutControls
    }
}

extension ContentProblem: Comparable {
    /// The order of a report: by file, then by place.
    package static func < (left: ContentProblem, right: ContentProblem) -> Bool {
        (left.file, left.line, left.column, left.code.rawValue, left.message)
            < (right.file, right.line, right.column, right.code.rawValue, right.message)
    }
}
