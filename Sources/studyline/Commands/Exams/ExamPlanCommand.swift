import ArgumentParser
import StudyTerminal

/// `exam plan`: the time up to an exam, day by day, and what it will come to.
struct ExamPlanCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Show the plan of an exam day by day, and its forecast.",
        discussion:
            "Without a name, it is the nearest exam's. The days are those of all exams ahead together."
    )

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: ArgumentHelp("The exam.", valueName: "exam"))
    var exam: [String] = []

    func run(at desk: Desk) throws {
        let report = try ExamReport(desk: desk, exam: exam.joined(separator: " "))
        if format.format == .json { return print(try JSON.text(report.data)) }
        desk.page(ExamPlanView(desk: desk).lines(of: report))
    }
}
