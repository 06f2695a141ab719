import ArgumentParser
import StudyCore
import StudyExchange
import StudyStore
import StudyTerminal

/// The formats that `export` writes.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    /// Two columns for Quizlet and Knowt.
    case tsv
}

/// `export`: guides for other programs.
struct ExportCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write guides for other programs.",
        discussion: "tsv: terms and definitions in two columns, as Quizlet and Knowt take them.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "The format.") var format: ExportFormat

    @Argument(help: ArgumentHelp("A class, unit or guide; everything without.", valueName: "scope"))
    var scope: [String] = []

    @Option(
        name: [.long, .short],
        help: ArgumentHelp("Write to this file, which must not be there yet.", valueName: "file"))
    var output: String?

    @Flag(help: "Write over a file that is there.") var force = false

    func run(at desk: Desk) throws {
        let scope =
            scope.isEmpty
            ? Store.Scope.all : try desk.part(named: scope.joined(separator: " ")).scope
        try GuideExport(desk: desk, format: format, scope: scope).run(
            to: try ExportOutput(path: output.map(expandingHome), replaces: force))
    }
}
