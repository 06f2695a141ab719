import ArgumentParser
import StudyCore
import StudyStore

/// `progress`: how far one has come.
struct ProgressCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "Show what is due, what is known and how well it is kept.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: ArgumentHelp("A class, unit or guide; everything without.", valueName: "scope"))
    var scope: [String] = []

    func run(at desk: Desk) throws {
        let part = scope.isEmpty ? nil : try desk.part(named: scope.joined(separator: " "))
        let figures = try ProgressFigures(desk: desk, scope: part?.scope ?? .all, name: part?.name)
        if format.format == .json { return print(try JSON.text(figures)) }
        desk.page(ProgressView(desk: desk).lines(of: figures))
    }
}
