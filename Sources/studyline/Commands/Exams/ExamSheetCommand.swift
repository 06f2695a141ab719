import ArgumentParser
import StudyTerminal

/// How the night-before sheet is written.
enum SheetFormat: String, CaseIterable, ExpressibleByArgument {
    case text, markdown, json
}

/// `exam sheet`: the facts most likely to be lost, on a page.
struct ExamSheetCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "sheet",
        abstract: "Write the night-before sheet: the facts most likely to be lost at the exam.",
        discussion: """
            Without a name, it is the nearest exam's. 'exam sheet --format markdown > sheet.md' writes it to be printed.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The exam.", valueName: "exam"))
    var exam: [String] = []

    @Option(help: ArgumentHelp("text, markdown or json.", valueName: "format"))
    var format: SheetFormat = .text

    @Option(help: ArgumentHelp("Most facts on it.", valueName: "number"))
    var limit = 30

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit must be 1 or more.") }
    }

    func run(at desk: Desk) throws {
        let sheet = try ExamSheet(desk: desk, exam: exam.joined(separator: " "), limit: limit)
        try ExamSheetView(desk: desk).show(sheet, format)
    }
}
