import ArgumentParser
import StudyCore
import StudyExchange
import StudyStore
import StudyTerminal

/// The formats that `export` writes.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
    /// Everything of the learner.
    case json
    /// Two columns for Quizlet and Knowt.
    case tsv
    /// A package of Anki.
    case apkg
    /// Anki's text file with header lines.
    case ankiText = "anki-text"
    case hashcards
    /// A sheet to print.
    case markdown

    /// Who writes guides in the format as text; nil for those that are none.
    var guideText: (any GuideText)? {
        switch self {
        case .json, .apkg: nil
        case .tsv: TermLines()
        case .ankiText: AnkiText()
        case .hashcards: HashcardsText()
        case .markdown: MarkdownSheet()
        }
    }
}

/// `export`: guides for other programs, or everything for another machine.
struct ExportCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write guides for other programs, or everything for another machine.",
        discussion: """
            json: everything - guides, history, states, settings - which 'import' takes back.
            tsv: terms and definitions in two columns, for Quizlet and Knowt.
            anki-text: Anki's text file; a second import there updates the notes.
            hashcards: cards as Q: and A: lines.
            markdown: a sheet to print.
            apkg: a package of Anki. Exported again after an edit, it changes the notes in Anki and leaves their \
            cards as they are. With --with-history, cards bring answers and memory along: tick 'Import any learning \
            progress' in Anki, which takes them once a card.

            Guides that were pasted from others' pages are left out, except of json, unless --pasted is given.
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

    @Flag(help: "With guides that were pasted from others' pages.") var pasted = false

    func validate() throws {
        if format == .json, !scope.isEmpty {
            throw ValidationError("json holds everything; it takes no scope.")
        }
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
                desk: desk, scope: scope, isReversed: reversed, withHistory: withHistory,
                hasPasted: pasted
            ).run(to: expandingHome(output ?? ""), replaces: force)
        }
        let output = try ExportOutput(path: output.map(expandingHome), replaces: force)
        do {
            if let writer = format.guideText {
                let export = GuideExport(desk: desk, scope: scope, hasPasted: pasted)
                try export.run(writer, to: output)
            } else {
                try ArchiveExport(desk: desk).run(to: output)
            }
            try output.finish()
        } catch {
            output.abandon()
            throw error
        }
        if let path = self.output { StandardError.write("Wrote \(path).") }
    }
}
