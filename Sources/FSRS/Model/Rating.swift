/// How well a card was remembered.
public enum Rating: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// Forgotten.
    case again = 1
    /// Remembered with much effort.
    case hard = 2
    /// Remembered.
    case good = 3
    /// Remembered without effort.
    case easy = 4

    /// Whether `left` tells of a weaker memory than `right`.
    public static func < (left: Rating, right: Rating) -> Bool { left.rawValue < right.rawValue }
}
