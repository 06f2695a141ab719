import StudyCore

/// Why something cannot be done with an exam.
enum ExamError: Error, Equatable, CustomStringConvertible {
    /// Neither scope nor date can be made out.
    case noScope([String])
    /// Several classes, and none is named.
    case whichClass([String])
    case noExams
    case noneAhead
    case unknown(String, near: [String])
    case noResultYet(name: String, moment: String)
    /// Nothing is over that has no result.
    case noneOver
    case invalid(option: String, value: String, wanted: String)
    /// A weight for what is no part of the exam.
    case outside(part: String, exam: String)
    case noCards(String)

    var description: String {
        switch self {
        case .noScope(let words) where words.isEmpty:
            "say what is examined and when: exam set \"Media Business\" friday 9am"
        case .noScope(let words):
            "'\(words.joined(separator: " "))' holds neither a class, unit or guide nor a date; write: exam set \"Media Business\" friday 9am"
        case .whichClass(let names):
            "say what is examined, one of \(names.map { "'\($0)'" }.joined(separator: ", ")), or 'all'"
        case .noExams: "no exam is set; 'exam set \"Media Business\" friday 9am' sets one"
        case .noneAhead: "no exam is ahead; 'exam set \"Media Business\" friday 9am' sets one"
        case .unknown(let name, let near) where near.isEmpty:
            "there is no exam '\(name)'; 'exam list' lists them"
        case .unknown(let name, let near):
            "there is no exam '\(name)'. Did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
        case .noResultYet(let name, let moment):
            "\(name) is not over: it begins on \(moment)"
        case .noneOver: "no exam is over that waits for its result; 'exam list' lists them"
        case .invalid(let option, let value, let wanted):
            "\(option) cannot be '\(value)'; it must be \(wanted)"
        case .outside(let part, let exam):
            "'\(part)' is no part of \(exam), so it has no weight in it"
        case .noCards(let name): "there is no card in \(name) to be examined on"
        }
    }
}
