/// A way to answer without knowing anything; fair questions give it no more than chance.
package enum BlindStrategy: String, CaseIterable, Hashable, Sendable {
    case longestOption = "longest-option"
    case mostSharedWords = "most-shared-words"

    /// The index of the option it picks, the first of equals.
    package func pick(_ choice: Question.Choice, under prompt: String) -> Int {
        let scores: [Int] =
            switch self {
            case .longestOption: choice.options.map(\.text.count)
            case .mostSharedWords:
                choice.options.map { Wording($0.text).shared(with: Wording(prompt)) }
            }
        let best = scores.max() ?? 0
        return scores.firstIndex(of: best) ?? 0
    }

    /// The share of choices that it gets right; 0–1, nil when there are no choices among the questions.
    package func share(ofRightIn questions: [Question]) -> Double? {
        var right = 0
        var all = 0
        for question in questions {
            guard case .choice(let choice) = question.response else { continue }
            let prompt: String =
                switch question.prompt {
                case .chooseTerm(let text): text
                default: question.topic ?? ""
                }
            all += 1
            if pick(choice, under: prompt) == choice.right { right += 1 }
        }
        return all == 0 ? nil : Double(right) / Double(all)
    }
}
