/// Why recall is missing from a card that was answered before.
package enum Weakness: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// It was only recognised among options so far.
    case onlyRecognised
    /// It is on its first steps, or on steps again after it was forgotten.
    case onSteps
    /// It is due: the memory has faded since the last answer.
    case faded
    /// It is not due, and still less than sure.
    case young

    package init(_ past: StandingCard.Past, isDue: Bool) {
        self =
            past.recall == nil
            ? .onlyRecognised : past.phase != .review ? .onSteps : isDue ? .faded : .young
    }

    package static func < (left: Weakness, right: Weakness) -> Bool {
        left.rawValue < right.rawValue
    }
}

extension Mastery {
    /// What most of the missing recall comes from; nil when nothing was answered yet.
    package var weakness: Weakness? {
        guard cards - new - suspended > 0 else { return nil }
        return Weakness.allCases.max { left, right in
            (missing[left.rawValue], right) < (missing[right.rawValue], left)
        }
    }
}
