import ArgumentParser
import FSRS
import StudyStore

/// `evaluate`: how well the memory model predicted the reviews of the learner, or of a file.
struct EvaluateCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate",
        abstract: "Measure how well the memory model predicts reviews.",
        discussion: """
            Each review is predicted from the card's reviews before it, by the parameters in use, and compared with \
            what happened. Reviews on the same day as the card's review before stand apart. With --log, reads a \
            file as 'optimize --log' does, under the default parameters of FSRS-6 where none are given; \
            34 parameters are those of FSRS-7, which wants fractions in elapsed_days.
            """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Option(help: ArgumentHelp("Evaluate on the reviews in this file.", valueName: "file"))
    var log: String?

    @Option(help: ArgumentHelp("Parameters, parted by commas.", valueName: "numbers"))
    var parameters: String?

    func run(at desk: Desk) throws {
        let given = try parameters.map { try Parameters(typed: $0) }
        let model: MemoryModel
        let reviews: ReviewLog
        if let log {
            model = MemoryModel(parameters: given ?? .standard)
            reviews = try ReviewFile.log(at: log)
        } else {
            let version = desk.settings.model
            model = MemoryModel(parameters: try given ?? desk.store.adopted[version])
            reviews = try desk.reviewLog(for: model.parameters.version)
        }
        let data = EvaluationData(of: reviews, by: model)
        if format.format == .json { return print(try JSON.text(data)) }
        EvaluationView(desk: desk).show(data)
    }
}
