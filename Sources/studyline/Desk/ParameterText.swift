import FSRS
import StudyCore

/// A list of parameters that cannot be understood.
enum ParameterTextError: Error, Equatable, CustomStringConvertible {
    /// The word that is no number, counted from 1.
    case notANumber(place: Int, word: String)
    case notParameters(ParameterError)

    var description: String {
        switch self {
        case .notANumber(let place, let word):
            "--parameters: value \(place), '\(word)', is not a number; write numbers parted by commas or spaces"
        case .notParameters(let error):
            "--parameters: \(error)"
        }
    }
}

extension Parameters {
    /// Reads numbers parted by commas or spaces, in brackets or not.
    init(typed text: String) throws(ParameterTextError) {
        let words = text.split { $0.isWhitespace || ",[]".contains($0) }
        var values: [Double] = []
        for (index, word) in words.enumerated() {
            guard let value = Double(word) else {
                throw .notANumber(place: index + 1, word: String(word.prefix(40)))
            }
            values.append(value)
        }
        do {
            try self.init(values)
        } catch {
            throw .notParameters(error)
        }
    }
}
