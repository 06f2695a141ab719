import ArgumentParser
import StudyContent
import StudyCore
import StudyTerminal

/// `check`: what is wrong with guides, said as compilers say it.
struct CheckCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check guides, and say what to mend.",
        discussion:
            "Checks the libraries in use, or a folder or file. Exits with 1 when there are errors.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: ArgumentHelp("A folder of guides, or one guide.", valueName: "path"))
    var path: String?

    @Flag(help: "Take warnings for errors.") var strict = false

    @Flag(help: "Show which items were found again after edits, which are gone and which are new.")
    var identity = false

    @Option(help: ArgumentHelp("With --identity: look back so many days.", valueName: "days"))
    var since = 30

    func run(at desk: Desk) throws {
        if let path {
            guard fileExists(path) else { throw LibraryError.missing(path: path) }
            guard folderExists(path) || ContentCheck.isGuide(path) else {
                throw LibraryError.noGuides(path: path)
            }
        }
        if identity { return try IdentityView(desk: desk, days: since).show(format.format) }
        let folders = path.map { [$0] } ?? desk.contentFolders
        guard !folders.isEmpty else { throw ScopeError.empty }
        let found = folders.map { ContentCheck(path: $0) }.map { $0.run() }
        let problems = found.flatMap(\.problems)
        if format.format == .json {
            print(try JSON.text(problems.map(ProblemData.init)))
        } else {
            for problem in problems { print(Sanitizer.clean(problem.description)) }
        }
        let errors = problems.count { $0.severity == .error || (strict && $0.severity == .warning) }
        let warnings = problems.count { $0.severity == .warning }
        let guides = found.reduce(0) { $0 + $1.guides }
        StandardError.write(
            "\(Phrases.count(guides, "guide")) checked: \(Phrases.count(problems.count { $0.severity == .error }, "error")), \(Phrases.count(warnings, "warning"))."
        )
        if errors > 0 { throw ExitCode.failure }
    }
}

/// A problem as JSON.
private struct ProblemData: Encodable {
    let file: String
    let line: Int
    let column: Int
    let severity: String
    let code: String
    let message: String

    init(_ problem: ContentProblem) {
        file = problem.file
        line = problem.line
        column = problem.column
        severity = problem.severity.rawValue
        code = problem.code.rawValue
        message = problem.message
    }
}
