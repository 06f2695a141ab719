/// Parameters fitted to a learner's own reviews, and whether to use them.
///
/// The parameters are those of FSRS-6 that are most probable given the reviews and what is known of other learners;
/// recent reviews count more. They are adopted only when they predict reviews better that they were not fitted to.
/// The same log always gives the same fit, on any number of threads.
///
/// ```swift
/// var log = ReviewLog()
/// for review in reviews { log.append(card: review.card, rating: review.rating, days: review.days) }
/// let fit = Fit(log)
/// let model = MemoryModel(parameters: fit.parameters)
/// ```
public struct Fit: Hashable, Sendable {
    /// Why a fit was adopted or not.
    public enum Verdict: Hashable, Sendable, CustomStringConvertible {
        /// It predicts held-out reviews better.
        case better
        /// It predicts held-out reviews no better.
        case noBetter
        /// There are fewer than eight reviews to predict.
        case tooFewReviews

        /// The verdict in words.
        public var description: String {
            switch self {
            case .better:
                "adopted: these parameters predict reviews better that they were not fitted to"
            case .noBetter:
                "not adopted: on reviews that they were not fitted to, these parameters predict no better"
            case .tooFewReviews:
                "not adopted: there are too few reviews yet; at least 8 on a later day are needed"
            }
        }
    }

    /// The parameters to use from now on: the fitted ones where they were adopted, else those in use before.
    public let parameters: Parameters
    /// The fitted parameters, adopted or not.
    public let fitted: Parameters
    /// Why they were adopted or not.
    public let verdict: Verdict
    /// The mean log loss of the reviews by the parameters in use before, recent reviews counting more.
    public let lossBefore: Double
    /// The same by fitted parameters, each card's reviews by ones that were fitted without that card.
    public let lossAfter: Double
    /// The number of reviews that were predicted: all but the first of a card and those on the same day.
    public let reviews: Int

    /// Whether the fitted parameters are to be used.
    public var isAdopted: Bool { verdict == .better }

    /// The fewest reviews that are worth a fit.
    private static let fewestReviews = 8

    /// Fits FSRS-6 to a log.
    ///
    /// - Parameters:
    ///   - log: The reviews, in whole study days.
    ///   - former: The parameters in use; those of FSRS-7 count as the defaults of FSRS-6.
    ///   - concurrently: Runs parts of the work at the same time; nil for one thread.
    public init(
        _ log: ReviewLog, former: Parameters = .standard, concurrently: ConcurrentMap? = nil
    ) {
        let packed = PackedReviews(log)
        reviews = packed.scored
        guard packed.scored >= Self.fewestReviews else {
            (parameters, fitted, verdict) = (former, .standard, .tooFewReviews)
            (lossBefore, lossAfter) = (0, 0)
            return
        }
        let baseline = former.version == .fsrs6 ? former : .standard
        let candidate = Candidate6.best(
            for: Objective6(packed: packed, concurrently: concurrently),
            against: baseline.values)
        let isBetter = candidate.lossAfter < candidate.lossBefore
        fitted = (try? Parameters(candidate.parameters)) ?? .standard
        parameters = isBetter ? fitted : former
        verdict = isBetter ? .better : .noBetter
        let weight = max(packed.weight, .leastNormalMagnitude)
        lossBefore = candidate.lossBefore / weight
        lossAfter = candidate.lossAfter / weight
    }
}
