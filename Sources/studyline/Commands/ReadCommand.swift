import ArgumentParser
import StudyContent
import StudyCore
import StudyTerminal

/// `read`: a guide laid out in the window.
struct ReadCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Read a guide, laid out for the window.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: ArgumentHelp("A term, alias or class/term.", valueName: "guide"))
    var guide: [String]

    func run(at desk: Desk) throws {
        let head = try desk.guide(named: guide.joined(separator: " "))
        let guide = try desk.load(head)
        if format.format == .json { return print(try JSON.text(GuideData(guide))) }
        let view = GuideView(width: desk.terminal.width, style: desk.terminal.style)
        desk.page(view.lines(of: guide))
    }
}
