/// Why a list of numbers cannot be the parameters of a model.
public enum ParameterError: Error, Hashable, Sendable, CustomStringConvertible {
    /// There is no version of the model with so many parameters.
    case count(Int)
    /// The parameter at `index`, counted from 0, is infinite or not a number.
    case notFinite(index: Int)

    /// What is wrong and what to do about it, as one sentence.
    public var description: String {
        switch self {
        case .count(let count):
            "FSRS takes 17, 19, 21 or 34 parameters, not \(count); give all of them, or none for the defaults"
        case .notFinite(let index):
            "parameter w\(index) is not a finite number; give a number such as 0.5, or no parameters for the defaults"
        }
    }
}
