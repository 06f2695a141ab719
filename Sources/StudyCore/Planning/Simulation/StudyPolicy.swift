package import FSRS

/// A way to choose what is studied; it sees answers and never the true memory.
package protocol StudyPolicy {
    /// Begins a session, or a day of the history that came before.
    mutating func begin(day: Int)
    /// The next card to ask, or nil to end the session.
    ///
    /// - Parameter seconds: What is left of the session.
    /// - Returns: The card's number.
    mutating func next(seconds: Double) -> Int?
    /// Notes an answer.
    mutating func note(_ card: Int, _ rating: Rating, day: Int)
}
