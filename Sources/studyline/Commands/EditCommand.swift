import ArgumentParser
import StudyCore
import StudyStore

/// `edit`: a guide in the learner's editor.
struct EditCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit", abstract: "Open a guide or card in your editor, at its line.",
        discussion: "$VISUAL or $EDITOR says which; else nano or vi.")

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("A card or a guide.", valueName: "card")) var card: [String]

    func run(at desk: Desk) throws {
        let records = try desk.cards(named: card.joined(separator: " "))
        guard let first = records.first else { return }
        let editor = Editor(desk: desk)
        if records.count == 1 {
            try editor.open(first)
        } else {
            guard let guide = first.guide else { throw EditorError.noGuide(first.id.description) }
            try editor.open(guide, line: guide.line)
        }
    }
}
