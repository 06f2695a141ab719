import ArgumentParser
import StudyExchange
import StudyTerminal

/// `import`: other people's material made guides.
struct ImportCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract:
            "Make guides of a study page, of terms and definitions, of cards, or of an Anki package.",
        discussion: """
            What a file is, is told by its content. Everything is shown before anything is written: the guides as \
            they would be, and every line of the text as used, noise or unassigned. A guide that is there already \
            is never written over. A package of Anki (.apkg, .colpkg) brings its history with it: answers count as \
            if they had been given here.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: ArgumentHelp("A file, or - for the standard input.", valueName: "file"))
    var file: String?

    @Flag(help: "Take a text that is pasted at the prompt.") var paste = false

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp("The class of guides that name none.", valueName: "class"))
    var className: String?

    @Option(help: ArgumentHelp("The unit of guides that name none.", valueName: "unit"))
    var unit: String?

    @Option(help: ArgumentHelp("The term of a page without a heading.", valueName: "term"))
    var term: String?

    @Option(help: ArgumentHelp("The library to write to.", valueName: "folder"))
    var to: String?

    @Option(help: ArgumentHelp("The sign between term and definition.", valueName: "sign"))
    var separator: String?

    @Option(help: ArgumentHelp("The sign between rows, when it is no line end.", valueName: "sign"))
    var rowSeparator: String?

    @Flag(name: [.customLong("yes"), .short], help: "Write without asking.") var yes = false

    func validate() throws {
        if (file == nil) != paste { throw ValidationError("Name a file, or - , or --paste.") }
    }

    func run(at desk: Desk) throws {
        let source: ImportSource =
            paste ? .paste : file == "-" ? .standardInput : .file(expandingHome(file ?? ""))
        if case .standardInput = source, desk.isAtPrompt { throw ShellOnly(name: "import -") }
        let request = ImportRequest(
            source: source,
            options: TextOptions(
                className: className, unit: unit, term: term, name: source.stem,
                separator: separator,
                rowSeparator: rowSeparator),
            folder: to, yes: yes, format: format.format)
        switch try source.kind() {
        case .text: try TextImport(desk: desk, request: request).run()
        case .zip:
            try PackageImport(desk: desk, request: request, path: expandingHome(file ?? "")).run()
        case .archive:
            try ArchiveImport(desk: desk, request: request, path: expandingHome(file ?? "")).run()
        }
    }
}
