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

    /// What a set of wrong options costs: for each step of closeness, each place by which the right
    /// option misses the length it should have among them, each visible difference.
    private enum Cost {
        static let closeness = 4.0
        static let length = 6.0
        static let shape = 3.0
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
        var best: (set: [Int], cost: Double)?
        for first in candidates.indices {
            for second in candidates.indices where second > first {
                let pair = Sight(candidates[first], candidates[second])
                for third in candidates.indices where third > second {
                    let sight = pair.joined(with: candidates[third])
                    guard !sight.singlesOut(own) else { continue }
                    let rank = sight.longer(than: own)
                    let cost = sight.cost + Cost.length * Double(abs(rank - longer))
                    if cost < best?.cost ?? .infinity { best = ([first, second, third], cost) }
                }
            }
        }
        guard let best else { return nil }
        let options = ([right] + best.set.map { candidates[$0].option }).shuffled(using: &generator)
        return options.firstIndex(of: right).map { Question.Choice(options: options, right: $0) }
    }

    private func candidate(_ option: Question.Choice.Option, _ words: Wording) -> Candidate {
        Candidate(
            option: option, shape: OptionShape(option.text), length: option.text.count,
            shared: words.shared(with: Wording(option.text)))
    }

    /// What is seen of several wrong options together.
    private struct Sight {
        /// What at least one of them has, and what at least one of them lacks.
        private var with: OptionShape
        private var without: OptionShape
        /// The greatest number of words that one shares with the prompt.
        private var shared: Int
        private var lengths: (Int, Int, Int)
        private(set) var cost: Double

        init(_ one: Candidate, _ other: Candidate) {
            with = one.shape.union(other.shape)
            without = OptionShape.all.subtracting(one.shape.intersection(other.shape))
            shared = max(one.shared, other.shared)
            lengths = (one.length, other.length, 0)
            cost = one.cost + other.cost
        }

        func joined(with third: Candidate) -> Sight {
            var sight = self
            sight.with.formUnion(third.shape)
            sight.without.formUnion(OptionShape.all.subtracting(third.shape))
            sight.shared = max(shared, third.shared)
            sight.lengths.2 = third.length
            sight.cost += third.cost
            return sight
        }

        /// Whether an option beside them is the only one with, or the only one without, something
        /// that can be seen, or the one that repeats most of the prompt.
        func singlesOut(_ own: Candidate) -> Bool {
            !own.shape.isSubset(of: with)
                || !OptionShape.all.subtracting(own.shape).isSubset(of: without)
                || own.shared > shared
        }

        func longer(than own: Candidate) -> Int {
            (lengths.0 > own.length ? 1 : 0) + (lengths.1 > own.length ? 1 : 0)
                + (lengths.2 > own.length ? 1 : 0)
        }
    }
}
