import ArgumentParser
import FSRS
import StudyCore
import StudyStore
import StudyTerminal

/// `optimize`: fits the memory model to the learner's own reviews, or to those of a file.
struct OptimizeCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "optimize",
        abstract: "Fit the memory model to your own reviews.",
        discussion: """
            Parameters are fitted to all your answers, and adopted when they predict answers better that they were \
            not fitted to. Past answers are replayed under them then; 'undo' takes it back.

            With --log, fits to a file of comma-separated values and adopts nothing. Its first line is \
            \(ReviewFile.header); then comes a review a line, oldest first: any name of the card, milliseconds \
            since 1970 UTC, 1 to 4, and the study days since the card's review before, 0 for its first. \
            "parameters" are those to use from now on. "log_loss_before" and "log_loss_after" are of reviews held \
            out from the fit, recent ones counting more; "rmse_bins_before" and "rmse_bins_after" are of all.
            """,
        aliases: ["optimise"])

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Option(help: ArgumentHelp("Fit to the reviews in this file.", valueName: "file"))
    var log: String?

    @Option(help: ArgumentHelp("The parameters in use, for --log.", valueName: "numbers"))
    var parameters: String?

    @Flag(help: "Adopt nothing.") var dryRun = false
    @Flag(help: "Go back to the default parameters.") var reset = false

    func validate() throws {
        if parameters != nil, log == nil {
            throw ValidationError("'--parameters' belongs to '--log'.")
        }
        if reset, log != nil || dryRun {
            throw ValidationError("'--reset' goes with neither '--log' nor '--dry-run'.")
        }
    }

    func run(at desk: Desk) throws {
        if let log { return try fit(toFile: log, desk) }
        let store = try desk.store
        let version = desk.settings.model
        let former = store.adopted[version]
        if reset {
            guard former != .standard(version) else { throw NoFit.standardAlready }
            try desk.append(.adopt(.standard(version)))
            return desk.terminal.writeWrapped(
                "\(Phrases.name(version)) has its default parameters again; 'undo' takes it back.")
        }
        guard version == .fsrs6 else { throw NoFit.version(version) }
        let result = FitResult(try desk.reviewLog(for: version), former: former)
        var due: (before: Int, after: Int)?
        if !dryRun {
            try store.considerFit(at: store.fittableAnswers())
            if result.fit.isAdopted {
                let before = try dueNow(desk)
                try desk.append(.adopt(result.fit.parameters))
                due = (before, try dueNow(desk))
            }
        }
        if format.format == .json { return print(try JSON.text(FitData(result))) }
        FitView(desk: desk).show(result, isDryRun: dryRun, due: due)
    }

    private func dueNow(_ desk: Desk) throws -> Int {
        try desk.store.counts(in: .all, at: desk.now(), on: desk.today).due
    }

    private func fit(toFile path: String, _ desk: Desk) throws {
        let former = try Parameters(typed: parameters ?? "")
        guard former.version == .fsrs6 else { throw NoFit.version(former.version) }
        let result = FitResult(try ReviewFile.log(at: path), former: former)
        if format.format == .json { return print(try JSON.text(FitData(result))) }
        let view = FitView(desk: desk)
        view.show(result, isDryRun: true, due: nil)
        view.showParameters(result.fit.parameters)
    }
}

/// Why nothing is fitted.
enum NoFit: Error, Equatable, CustomStringConvertible {
    case version(Version)
    case standardAlready

    var description: String {
        switch self {
        case .version(let version):
            "\(Phrases.name(version)) keeps its default parameters: only those of FSRS-6 can be fitted; 'config model fsrs-6' chooses it"
        case .standardAlready: "the default parameters are in use already"
        }
    }
}
