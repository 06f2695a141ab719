import FSRS
import StudyCore
import StudyStore

/// What the learner can set; `config` lists it.
struct Settings: Equatable {
    /// Folders with guides; empty for the bundled ones.
    var content: [String] = []
    /// The version of the memory model.
    var model = Version.fsrs6
    /// Minutes after midnight at which a study day begins.
    var rollover = StudyClock.defaultRollover
    var newPerDay = 20
    var reviewsPerDay = 200
    /// Desired retention, where a class has none of its own.
    var retention = Scheduler.standardRetention
    /// Desired retention by class slug.
    var classRetention: [String: Double] = [:]
    var learningSteps = LearningSteps.standard
    var relearningSteps = LearningSteps.relearning
    /// The longest interval in days.
    var maximumInterval = ReviewIntervals.standardMaximum
    /// Whether due dates are spread over neighbouring days.
    var spread = true

    var limits: DailyLimits { DailyLimits(new: newPerDay, reviews: reviewsPerDay) }

    /// The scheduler under the parameters that the learner adopted.
    func scheduler(with adopted: Adopted) -> Scheduler {
        Scheduler(
            parameters: adopted[model], learningSteps: learningSteps,
            relearningSteps: relearningSteps,
            maximumInterval: maximumInterval, isSpread: spread)
    }

    /// The desired retention of a class.
    func retention(ofClass slug: String?) -> Double {
        slug.flatMap { classRetention[$0] } ?? retention
    }
}

/// A setting that cannot be what it was said to be.
indirect enum SettingsError: Error, Equatable, CustomStringConvertible {
    case unknown(key: String, known: [String])
    case invalid(key: String, value: String, wanted: String)
    /// A setting that is the same for all classes.
    case notByClass(key: String)
    case inFile(String, SettingsError)
    case unreadable(file: String, reason: String)
    case syntax(file: String, line: Int, column: Int, reason: String)

    var description: String {
        switch self {
        case .unknown(let key, let known):
            "there is no setting '\(key)'; the settings are \(known.joined(separator: ", "))"
        case .invalid(let key, let value, let wanted):
            "\(key) cannot be '\(value)'; it must be \(wanted)"
        case .notByClass(let key):
            "only the retention can be set for one class, not \(key)"
        case .inFile(let file, let error):
            "\(file): \(error.description)"
        case .unreadable(let file, let reason):
            "\(file): cannot be read or written: \(reason)"
        case .syntax(let file, let line, let column, let reason):
            "\(file):\(line):\(column): error: \(reason); mend the line or remove it"
        }
    }
}

extension Settings {
    /// Names everything that due dates rest on; when it changes, they are worked out anew.
    func schedulingVersion(with adopted: Adopted = Adopted()) -> String {
        let parameters = adopted[model]
        let classes = classRetention.sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        return [
            "fsrs\(parameters.version.rawValue)",
            parameters.values.map { String($0) }.joined(separator: ","),
            String(retention), classes, StepText.text(learningSteps),
            StepText.text(relearningSteps), String(maximumInterval), String(spread),
            String(rollover),
        ].joined(separator: ";")
    }
}
