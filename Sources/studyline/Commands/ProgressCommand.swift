import ArgumentParser
import StudyCore
import StudyStore
import StudyTerminal

/// `progress`: how far one has come.
struct ProgressCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "Show what is due, what is known, how well it is kept, and what was done.",
        discussion: ProgressHelp.text)

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Option(
        help: ArgumentHelp(
            "Show the past from the week of this day on (2026-09-01); a year without.",
            valueName: "day"))
    var since: CalendarDate?

    @Option(
        name: .customLong("scope"), help: ArgumentHelp("The same as the words.", valueName: "scope")
    )
    var scopeName: String?

    @Option(help: ArgumentHelp("Write a page for a browser to this file.", valueName: "file"))
    var html: String?

    @Argument(help: ArgumentHelp("A class, unit or guide; everything without.", valueName: "scope"))
    var scope: [String] = []

    func validate() throws {
        if scopeName != nil, !scope.isEmpty {
            throw ValidationError("Name the scope once, with --scope or without.")
        }
    }

    func run(at desk: Desk) throws {
        let name = scopeName ?? (scope.isEmpty ? nil : scope.joined(separator: " "))
        let part = try name.map { try desk.part(named: $0) }
        let figures = try ProgressFigures(
            desk: desk, scope: part?.scope ?? .all, name: part?.name, since: since?.studyDay)
        if let html {
            try ProgressPage(figures).write(to: html)
            return desk.terminal.writeWrapped("Wrote \(html).")
        }
        if format.format == .json { return print(try JSON.text(ProgressData(figures))) }
        let terminal = desk.terminal
        desk.page(ProgressView(figures, width: terminal.width, style: terminal.style).lines())
    }
}

extension CalendarDate: ExpressibleByArgument {
    init?(argument: String) {
        guard let date = CalendarDate(iso: argument) else { return nil }
        self = date
    }
}
