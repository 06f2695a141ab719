import ArgumentParser

/// `exam`: tests at a known hour.
struct ExamCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exam",
        abstract: "Set an exam, see its plan and forecast, and be ready on the day.",
        discussion: """
            Until the day, 'quiz' asks what brings the most points in the minutes you give. 'exam' alone lists \
            the exams.
            """,
        subcommands: [
            ExamSetCommand.self, ExamListCommand.self, ExamPlanCommand.self, ExamSheetCommand.self,
            ExamResultCommand.self, ExamRemoveCommand.self,
        ], defaultSubcommand: ExamListCommand.self)
}
