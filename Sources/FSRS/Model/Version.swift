/// A generation of the memory model.
///
/// It is never stored on its own: the number of parameters tells it.
public enum Version: Int, Hashable, Sendable, CaseIterable {
    /// One stability, whole days, 21 parameters.
    case fsrs6 = 6
    /// Two stabilities, days and their fractions, 34 parameters.
    case fsrs7 = 7
}
