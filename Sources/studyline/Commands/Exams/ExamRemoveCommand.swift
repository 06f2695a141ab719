import ArgumentParser
import StudyCore
import StudyTerminal

/// `exam remove`: gives an exam up.
struct ExamRemoveCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Take an exam away; its answers stay, and 'undo' brings it back.",
        discussion: "Without a name, takes the nearest exam that is ahead.")

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("The exam.", valueName: "exam"))
    var exam: [String] = []

    func run(at desk: Desk) throws {
        let record = try desk.exam(named: exam.joined(separator: " "))
        try desk.append(.removeExam(record.id))
        let phrases = ExamPhrases(desk: desk)
        desk.terminal.writeWrapped(
            "Took \(record.exam.name, .term) away, \(phrases.moment(record.exam)). Its cards are asked as before; 'undo' brings it back."
        )
    }
}
