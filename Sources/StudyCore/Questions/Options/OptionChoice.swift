/// Chooses the wrong options that stand beside a right one, so that nothing but knowledge tells it.
///
/// Single options have been found fair before (`Distractors`); this looks at them together. Of all
/// sets of three that do not let the right option stand out, the one wins that costs least: near
/// terms before far ones, the same shape before another, and the right option as often longest,
/// second, third and shortest.
package struct OptionChoice: Sendable {
    package let right: Question.Choice.Option
    /// What is shown above the options.
    package let prompt: String

    package init(right: Question.Choice.Option, prompt: String) {
        self.right = right
        self.prompt = prompt
    }

    /// Costs, in steps of one shape that differs.
    private enum Cost {
        static let closeness = 4.0
        static let length = 6.0
        static let shape = 1.0
    }

    /// How many options shall be longer than the right one; none and all more often than the rest,
    /// since they can be had less often.
    private static let longer = [0, 0, 0, 1, 1, 2, 2, 3, 3, 3]

    /// An option with what is compared of it.
    private struct Candidate {
        let option: Question.Choice.Option
        let shape: OptionShape
        let length: Int
        /// Words that also stand in the prompt.
        let shared: Int
        var cost = 0.0
    }

    /// The options in a random order; nil when no fair set of wrong ones can be found.
    func choice(
        among distractors: [Distractor], using generator: inout some RandomNumberGenerator
    ) -> Question.Choice? {
        let wrong = MultipleChoice.options - 1
        guard distractors.count >= wrong else { return nil }
        let words = Wording(prompt)
        let own = candidate(right, words)
        let longer = Self.longer.randomElement(using: &generator) ?? 0
        let candidates = distractors.map { distractor in
            var candidate = candidate(distractor.option, words)
            let differing = candidate.shape.symmetricDifference(own.shape).rawValue.nonzeroBitCount
            candidate.cost =
                Cost.closeness * Double(distractor.closeness.rawValue)
                + Cost.shape * Double(differing) + Double.random(in: 0..<1, using: &generator)
            return candidate
        }
        var best: (set: [Candidate], cost: Double)?
        for first in candidates.indices {
            for second in candidates.indices where second > first {
                for third in candidates.indices where third > second {
                    let set = [candidates[first], candidates[second], candidates[third]]
                    guard !Self.standsOut(own, among: set) else { continue }
                    let rank = set.count { $0.length > own.length }
                    let cost =
                        set.reduce(0) { $0 + $1.cost } + Cost.length * Double(abs(rank - longer))
                    if cost < best?.cost ?? .infinity { best = (set, cost) }
                }
            }
        }
        guard let best else { return nil }
        let options = ([right] + best.set.map(\.option)).shuffled(using: &generator)
        return options.firstIndex(of: right).map { Question.Choice(options: options, right: $0) }
    }

    private func candidate(_ option: Question.Choice.Option, _ words: Wording) -> Candidate {
        Candidate(
            option: option, shape: OptionShape(option.text), length: option.text.count,
            shared: words.shared(with: Wording(option.text)))
    }

    /// Whether an option is the only one with, or the only one without, something that can be seen,
    /// or the one that repeats most of the prompt.
    private static func standsOut(_ own: Candidate, among others: [Candidate]) -> Bool {
        var with: OptionShape = []
        var without: OptionShape = []
        for other in others {
            with.formUnion(other.shape)
            without.formUnion(OptionShape.all.subtracting(other.shape))
        }
        guard own.shape.isSubset(of: with),
            OptionShape.all.subtracting(own.shape).isSubset(of: without)
        else { return true }
        return own.shared > 0 && others.allSatisfy { $0.shared < own.shared }
    }
}
