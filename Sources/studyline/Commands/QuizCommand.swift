import ArgumentParser
import StudyCore

/// `quiz`: a session of questions.
struct QuizCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "quiz",
        abstract: "Be asked: what is due first, then new cards within the day's limits.",
        discussion: """
            SCOPE is a guide, a unit, a class, or one of due, new, weak, all. Without one, everything is asked \
            that is due or new today.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("What to be asked about.", valueName: "scope"))
    var scope: [String] = []

    @Flag(help: "Ask every card of the scope, due or not, beyond the day's limits.")
    var all = false

    @Option(help: ArgumentHelp("Ask in this form only: \(Form.offered).", valueName: "form"))
    var form: Form?

    @Option(help: ArgumentHelp("End after this many answers.", valueName: "number"))
    var limit: Int?

    @Option(
        help: ArgumentHelp("Ask no further question after this many minutes.", valueName: "minutes")
    )
    var minutes: Double?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be 1 or more.") }
        if let minutes, !(minutes > 0) { throw ValidationError("--minutes must be more than 0.") }
    }

    func run(at desk: Desk) throws {
        let request = QuizRequest(
            scope: try desk.scope(scope), isAll: all, form: form, limit: limit, minutes: minutes)
        try QuizRun(desk: desk, request: request).run()
    }
}

extension Form: ExpressibleByArgument {
    /// The forms that can be asked for, as a list.
    static var offered: String { allCases.map(\.rawValue).joined(separator: ", ") }

    public init?(argument: String) {
        self.init(rawValue: argument.lowercased())
    }

    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
