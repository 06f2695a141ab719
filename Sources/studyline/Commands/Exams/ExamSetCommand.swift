import ArgumentParser
import StudyCore
import StudyTerminal

/// `exam set`: a new exam, or changes to one.
struct ExamSetCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Set an exam, or change one that is set.",
        discussion: """
            SCOPE is a class, units or guides (parted by commas), or all; with one class it may be left out. WHEN is \
            a date such as 'friday 9am', '4 Dec', 'tomorrow 14:30', 'in 10 days' or 2026-12-04T09:00. To change an \
            exam, name it again with what is new; what is not said stays.
            """)

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("What is examined, and when.", valueName: "scope when"))
    var words: [String] = []

    @Option(
        help: ArgumentHelp(
            "Minutes a day you give it (\(Int(Exam.standardMinutes)) if not said).",
            valueName: "number"))
    var minutes: Double?

    @Option(
        help: ArgumentHelp("Days of the week without study, such as sat,sun.", valueName: "days"))
    var daysOff: String?

    @Option(help: ArgumentHelp("The score you want, such as 90%.", valueName: "score"))
    var target: String?

    @Option(
        help: ArgumentHelp(
            "How much a unit or guide counts, such as \"Revenue models=2\"; 0 leaves it out. May be repeated.",
            valueName: "part=number"))
    var weight: [String] = []

    @Option(help: ArgumentHelp("What to call it; its scope if not said.", valueName: "name"))
    var name: String?

    func validate() throws {
        if let minutes, !(0...1440).contains(minutes) {
            throw ValidationError("--minutes must be 0 or more, and a day has 1440.")
        }
    }

    func run(at desk: Desk) throws {
        let set = try ExamSetting(desk: desk, command: self).set()
        try ExamSetView(desk: desk).show(set)
    }
}
