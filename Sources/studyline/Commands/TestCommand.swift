import ArgumentParser
import StudyTerminal

/// `test`: a practice test.
struct TestCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Take a practice test: no help, and what was right at the end.",
        discussion: """
            SCOPE is a guide, a unit or a class. A test that was left, or that a crash ended, is gone on with \
            the next time. Its answers count as reviews.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("What to be tested on.", valueName: "scope"))
    var scope: [String] = []

    @Option(help: ArgumentHelp("How many questions at most.", valueName: "number"))
    var questions = 20

    @Option(
        help: ArgumentHelp("Ask no further question after this many minutes.", valueName: "minutes")
    )
    var minutes: Double?

    @Flag(help: "Say after each answer what is right.")
    var feedback = false

    @Flag(help: "Give up a test that is not finished, and begin another one.")
    var new = false

    @Option(
        help: ArgumentHelp(
            "Write the questions to this file and the key beside it, in Markdown; nothing is asked.",
            valueName: "file"))
    var print: String?

    func validate() throws {
        if questions < 1 { throw ValidationError("--questions must be 1 or more.") }
        if let minutes, !(minutes > 0) { throw ValidationError("--minutes must be more than 0.") }
    }

    func run(at desk: Desk) throws {
        let request = PracticeRequest(
            scope: try desk.scope(scope), questions: questions, minutes: minutes,
            feedback: feedback, isNew: new)
        guard let print else { return try PracticeRun(desk: desk).run(request) }
        let files = try PracticeSheet.write(request, to: print, at: desk)
        desk.terminal.writeWrapped("Wrote \(files.joined(separator: " and ")).")
    }
}
