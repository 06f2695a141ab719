package import StudyCore

/// The probability that a card is recalled just before a review, 0–1.
///
/// Pure, like `Replay`.
package typealias Prediction = @Sendable (_ state: CardState, _ review: Review) -> Double

/// Makes the state of a card after a review from the one before it.
///
/// Pure: the same arguments always give the same state, so that a rebuild gives what appending gave.
/// The last argument is the slug of the class the card belongs to, nil when no guide ever held it.
package typealias Replay =
    @Sendable (_ state: CardState?, _ review: Review, _ classSlug: String?) -> CardState

/// How events become states: handed in by the program, for the store schedules nothing itself.
package struct Rules: Sendable {
    package let replay: Replay
    /// What figures compare with what was recalled.
    package let prediction: Prediction
    /// Minutes after local midnight at which a study day begins.
    package let rollover: Int
    /// Names everything that `replay` and `rollover` rest on: parameters, steps, retention.
    ///
    /// A store that was derived under another version is rebuilt when it is opened.
    package let version: String
    private let adapting: (@Sendable (Adopted) -> Rules)?

    package init(
        version: String, rollover: Int = StudyClock.defaultRollover,
        prediction: @escaping Prediction = { _, _ in 0 }, replay: @escaping Replay
    ) {
        self.version = version
        self.rollover = rollover
        self.replay = replay
        self.prediction = prediction
        adapting = nil
    }

    /// Rules that rest on the parameters that the learner adopted, which the store knows.
    package init(adapting: @escaping @Sendable (Adopted) -> Rules) {
        let rules = adapting(Adopted())
        (version, rollover) = (rules.version, rules.rollover)
        (replay, prediction) = (rules.replay, rules.prediction)
        self.adapting = adapting
    }

    /// The rules under adopted parameters; the same where they rest on none.
    func with(_ adopted: Adopted) -> Rules {
        adapting?(adopted) ?? self
    }

    /// The study day of an event, by the offset to UTC that it was made under.
    func day(of time: Timestamp, utcOffset: Int) -> StudyDay {
        StudyClock(utcOffset: utcOffset, rollover: rollover).day(of: time)
    }
}
