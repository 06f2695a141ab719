import ArgumentParser
import StudyCore
import StudyExchange
import StudyStore
import StudyTerminal

/// The formats that `export` writes.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    /// Two columns for Quizlet and Knowt.
    case tsv
    /// A package of Anki.
    case apkg
}

/// `export`: guides for other programs.
struct ExportCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write guides for other programs.",
        discussion: """
            tsv: terms and definitions in two columns, as Quizlet and Knowt take them.

            apkg: a package of Anki, for --output. Exported again after an edit, it changes the notes in Anki and \
            leaves their cards as they are. With --with-history, cards bring answers and memory along: tick 'Import \
            any learning progress' in Anki, which takes them once a card.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: "The format.") var format: ExportFormat

    @Argument(help: ArgumentHelp("A class, unit or guide; everything without.", valueName: "scope"))
    var scope: [String] = []

    @Option(
        name: [.long, .short],
        help: ArgumentHelp("Write to this file, which must not be there yet.", valueName: "file"))
    var output: String?

    @Flag(help: "Write over a file that is there.") var force = false

    @Flag(help: "apkg: ask for terms by their definitions too.") var reversed = false

    @Flag(help: "apkg: with your answers and what is remembered.") var withHistory = false

    func validate() throws {
        if format == .apkg, output == nil {
            throw ValidationError("'export apkg' wants a file: --output guides.apkg.")
        }
        if format != .apkg, reversed || withHistory {
            throw ValidationError("'--reversed' and '--with-history' belong to 'export apkg'.")
        }
    }

    func run(at desk: Desk) throws {
        let scope =
            scope.isEmpty
            ? Store.Scope.all : try desk.part(named: scope.joined(separator: " ")).scope
        if format == .apkg {
            return try PackageExport(
                desk: desk, scope: scope, isReversed: reversed, withHistory: withHistory
            ).run(to: expandingHome(output ?? ""), replaces: force)
        }
        try GuideExport(desk: desk, format: format, scope: scope).run(
            to: try ExportOutput(path: output.map(expandingHome), replaces: force))
    }
}
