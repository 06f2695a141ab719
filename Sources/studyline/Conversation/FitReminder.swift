import FSRS
import StudyStore
import StudyTerminal

/// Says at the end of a session that a fit would help: once there are answers enough, and each time they have doubled.
struct FitReminder {
    let desk: Desk

    /// Answers from which a fit is called to mind; fewer may do, but change little.
    static let enough = 400

    func show() throws {
        let store = try desk.store
        guard desk.settings.model == .fsrs6 else { return }
        let answers = try store.fittableAnswers()
        guard answers >= Self.enough, answers >= 2 * (try store.fitConsidered()) else { return }
        try store.considerFit(at: answers)
        desk.terminal.writeWrapped(
            "\(Phrases.count(answers, "review")) could fit the schedule to your own memory: try '\("optimize", .code)'."
        )
    }
}
