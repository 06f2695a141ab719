import FSRS

/// What one review now adds to the expected recall at the exam, looking no further than that review.
struct OneStepGain {
    let forgetting: Forgetting
    let costs: StudyCosts

    var model: MemoryModel { forgetting.model }

    init(forgetting: Forgetting, costs: StudyCosts) {
        (self.forgetting, self.costs) = (forgetting, costs)
    }

    /// Expected recall at the exam and expected seconds of a review.
    struct Outcome {
        var recall: Double
        var seconds: Double
    }

    /// A review of a card with a past.
    ///
    /// - Parameters:
    ///   - memory: The memory just after the last review.
    ///   - days: Study days from the last review to this one.
    ///   - rest: Days from this review to the exam.
    /// - Returns: What to expect.
    func review(of memory: MemoryState, after days: Double, rest: Double) -> Outcome {
        let chances = costs.chances(recall: forgetting.recall(of: memory, after: days))
        var recall = 0.0
        for (chance, rating) in zip(chances, Rating.allCases) where chance > 0 {
            let next = model.state(after: memory, rating: rating, days: days)
            recall += chance * forgetting.recall(of: next, after: rest)
        }
        return Outcome(recall: recall, seconds: costs.expectedSeconds(chances))
    }

    /// A new card's first answer.
    func first(rest: Double) -> Outcome {
        var recall = 0.0
        for (chance, rating) in zip(costs.firstRating, Rating.allCases) {
            let next = model.state(after: nil, rating: rating, days: 0)
            recall += chance * forgetting.recall(of: next, after: rest)
        }
        return Outcome(recall: recall, seconds: costs.expectedFirstSeconds)
    }
}
