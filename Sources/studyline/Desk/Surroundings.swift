import StudyCore
import StudyTerminal

/// The options that every command takes, as plain values.
struct StartOptions {
    var content: String?
    var data: String?
    var color: ColorChoice?
    var seed: UInt64?
}

/// What the process was started with: options and environment, read once.
struct Surroundings {
    /// `--content` or `STUDYLINE_CONTENT`.
    var content: String?
    /// `--data` or `STUDYLINE_DATA`.
    var data: String?
    /// `--color`.
    var color: ColorChoice?
    /// `--seed`; nil draws by chance.
    var seed: UInt64?
    /// `STUDYLINE_NOW`: the clock stands still at this moment.
    var now: ISO8601.Moment?
    /// `STUDYLINE_PATIENCE`: seconds of long work before anything is said of it; 0 says it at once.
    var patience = 0.5

    /// Reads options and environment.
    ///
    /// - Parameters:
    ///   - options: The common options.
    ///   - variable: The environment.
    /// - Throws: When `STUDYLINE_NOW` is no moment, or `STUDYLINE_PATIENCE` no number of seconds.
    init(_ options: StartOptions, variable: (String) -> String?) throws(SurroundingsError) {
        content = options.content ?? variable("STUDYLINE_CONTENT")
        data = options.data ?? variable("STUDYLINE_DATA")
        color = options.color
        seed = options.seed
        if let text = variable("STUDYLINE_PATIENCE"), !text.isEmpty {
            guard let seconds = Double(text), seconds >= 0 else { throw .noSeconds(text) }
            patience = seconds
        }
        guard let text = variable("STUDYLINE_NOW"), !text.isEmpty else { return }
        guard let moment = ISO8601.parse(text) else { throw .noMoment(text) }
        now = moment
    }
}

/// An environment that cannot be understood.
enum SurroundingsError: Error, Equatable, CustomStringConvertible {
    case noMoment(String)
    case noSeconds(String)

    var description: String {
        switch self {
        case .noMoment(let text):
            "STUDYLINE_NOW is '\(text)'; it must be a moment such as 2026-11-23T09:00:00Z"
        case .noSeconds(let text):
            "STUDYLINE_PATIENCE is '\(text)'; it must be a number of seconds such as 0.5"
        }
    }
}
