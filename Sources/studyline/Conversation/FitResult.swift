import FSRS
import StudyTerminal
import Synchronization

/// A fit and how well it does, beside the parameters in use before.
struct FitResult {
    let fit: Fit
    let former: Parameters
    /// The mean log loss of held-out reviews; of all reviews where there are too few to hold any out.
    let losses: (before: Double, after: Double)
    /// RMSE (bins) of all reviews, by the former parameters and by the fitted ones.
    let errors: (before: Double, after: Double)

    /// Fits on all cores; a person sees how far it is.
    init(_ log: ReviewLog, former: Parameters) {
        self.former = former
        let progress = FitProgress(reviews: log.count)
        fit = Fit(log, former: former) { count, work in
            progress.step()
            return onAllCores(count, work)
        }
        progress.end()
        let before = MemoryModel(parameters: former)
        guard fit.verdict != .tooFewReviews else {
            let evaluation = Evaluation(of: log, by: before)
            losses = (evaluation.logLoss, evaluation.logLoss)
            errors = (evaluation.binnedError, evaluation.binnedError)
            return
        }
        losses = (fit.lossBefore, fit.lossAfter)
        let after = MemoryModel(parameters: fit.fitted)
        let both = Evaluation.binnedErrors(of: log, by: [before, after])
        errors = (both[0], both[1])
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
        (errorBefore, errorAfter) = result.errors
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
