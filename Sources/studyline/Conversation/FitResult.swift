import FSRS
import StudyTerminal
import Synchronization

/// A fit and how well it does, beside the parameters in use before.
struct FitResult {
    let fit: Fit
    let former: Parameters
    /// Of all reviews, by the former parameters and by the fitted ones; the same where nothing was fitted.
    let before, after: Evaluation

    /// Fits on all cores; a person sees how far it is.
    init(_ log: ReviewLog, former: Parameters) {
        self.former = former
        let progress = FitProgress(reviews: log.count)
        fit = Fit(log, former: former) { count, work in
            progress.step()
            return onAllCores(count, work)
        }
        progress.end()
        before = Evaluation(of: log, by: MemoryModel(parameters: former))
        after =
            fit.verdict == .tooFewReviews
            ? before : Evaluation(of: log, by: MemoryModel(parameters: fit.fitted))
    }

    /// The mean log loss of held-out reviews; of all reviews where there are too few to hold any out.
    var losses: (before: Double, after: Double) {
        fit.verdict == .tooFewReviews
            ? (before.logLoss, after.logLoss) : (fit.lossBefore, fit.lossAfter)
    }
}

/// The result as JSON.
struct FitData: Encodable {
    private enum CodingKeys: String, CodingKey {
        case parameters, reviews, adopted
        case lossBefore = "log_loss_before"
        case lossAfter = "log_loss_after"
        case errorBefore = "rmse_bins_before"
        case errorAfter = "rmse_bins_after"
    }

    let parameters: [Double]
    let lossBefore, lossAfter: Double
    let errorBefore, errorAfter: Double
    let reviews: Int
    let adopted: Bool

    init(_ result: FitResult) {
        parameters = result.fit.parameters.values
        (lossBefore, lossAfter) = result.losses
        (errorBefore, errorAfter) = (result.before.binnedError, result.after.binnedError)
        reviews = result.fit.reviews
        adopted = result.fit.isAdopted
    }
}

/// Says at a terminal how far a fit is; elsewhere nothing.
private final class FitProgress: Sendable {
    private let reviews: Int
    private let passes = Atomic(0)
    private let isShown = StandardStreams.errorIsTerminal

    init(reviews: Int) {
        self.reviews = reviews
    }

    /// One more pass over the log.
    func step() {
        let pass = passes.add(1, ordering: .relaxed).newValue
        guard isShown else { return }
        StandardStreams.writeError(
            StyledText(verbatim: "\rFitting to \(Phrases.count(reviews, "answer")), pass \(pass) …")
        )
    }

    /// Clears the line.
    func end() {
        guard isShown, passes.load(ordering: .relaxed) > 0 else { return }
        StandardStreams.writeError(
            StyledText(verbatim: "\r" + String(repeating: " ", count: 60) + "\r"))
    }
}
