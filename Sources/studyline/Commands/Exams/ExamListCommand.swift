import ArgumentParser
import StudyTerminal

/// `exam list`: the exams ahead and those that are over.
struct ExamListCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the exams, with what they will come to or came to.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    func run(at desk: Desk) throws {
        try ExamListView(desk: desk).show(format.format)
    }
}
