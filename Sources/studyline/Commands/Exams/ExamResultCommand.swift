import ArgumentParser
import StudyCore
import StudyTerminal

/// `exam result`: the score that was reached, and how good the forecast was.
struct ExamResultCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "result",
        abstract: "Enter the score of an exam, and see how good the forecast was.",
        discussion: """
            SCORE is written as 85%, 0.85 or 34/40. Without a name, it is the last exam's that waits for one.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: ArgumentHelp("The exam, and its score.", valueName: "exam score"))
    var words: [String]

    func run(at desk: Desk) throws {
        guard let text = words.last, let share = Score.share(text) else {
            throw ExamError.invalid(
                option: "the score", value: words.last ?? "",
                wanted: "written as 85%, 0.85 or 34/40")
        }
        var record = try desk.examOver(named: words.dropLast().joined(separator: " "))
        try desk.append(.enterResult(share, of: record.id))
        record.result = share
        try ExamResultView(desk: desk).show(record, format: format.format)
    }
}
