/// How a simulated learner rates and how long that takes.
///
/// The standard figures are those of the simulator of fsrs-rs 6.6, measured by its authors on many learners.
public struct StudyHabits: Hashable, Sendable {
    /// Where in its life a card is when it is answered.
    public enum Phase: Int, Hashable, Sendable, CaseIterable {
        /// New, or in its learning steps.
        case learning
        /// Due after an interval of days.
        case review
        /// In the steps after a lapse.
        case relearning
    }

    /// The chances of again, hard, good and easy; they need not sum to 1.
    public typealias RatingChances = [Double]

    /// Chances of the first rating of a new card.
    public var firstRating: RatingChances = [0.24, 0.094, 0.495, 0.171]
    /// Chances when a card in review was recalled; never *again*.
    public var recalled: RatingChances = [0, 0.224, 0.631, 0.145]
    /// Chances in the learning steps, by the rating before: again, hard or good.
    public var learningStep: [RatingChances] = [
        [0.3686, 0.0628, 0.5108, 0.0577],
        [0.0442, 0.4553, 0.4457, 0.0549],
        [0.0519, 0.047, 0.8462, 0.055],
    ]
    /// Chances in the relearning steps, by the rating before: again, hard or good.
    public var relearningStep: [RatingChances] = [
        [0.2157, 0.0643, 0.6595, 0.0604],
        [0.05, 0.4638, 0.4475, 0.0387],
        [0.1057, 0.1434, 0.7266, 0.0244],
    ]
    /// Seconds that an answer takes, by phase and then by rating.
    public var seconds: [[Double]] = [
        [19.58, 18.79, 13.78, 10.71],
        [19.38, 17.59, 12.38, 8.94],
        [16.44, 15.25, 12.32, 8.03],
    ]

    /// The standard habits.
    public init() {}

    /// Seconds that one answer takes, a day at most; 0 where no figure is given.
    public func seconds(for rating: Rating, in phase: Phase) -> Double {
        guard seconds.indices.contains(phase.rawValue) else { return 0 }
        let row = seconds[phase.rawValue]
        let column = rating.rawValue - 1
        return row.indices.contains(column) ? row[column].clamped(to: 0...86400) : 0
    }

    /// The next rating in the steps of a phase.
    func stepRating(
        after rating: Rating, in phase: Phase, using generator: inout SeededGenerator
    ) -> Rating {
        let table = phase == .relearning ? relearningStep : learningStep
        let row = min(rating.rawValue, 3) - 1
        return Self.draw(table.indices.contains(row) ? table[row] : [], using: &generator)
    }

    /// A rating drawn by chances; *good* where there are none.
    static func draw(_ chances: RatingChances, using generator: inout SeededGenerator) -> Rating {
        var left = generator.unit() * chances.reduce(0, +)
        for (chance, rating) in zip(chances, Rating.allCases) {
            if left < chance { return rating }
            left -= chance
        }
        return .good
    }
}
