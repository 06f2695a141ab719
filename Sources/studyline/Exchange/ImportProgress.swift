import StudyTerminal

/// How far a long import is, on standard error when a person sits there; silent for a short one.
final class ImportProgress {
    private let total: Int
    private var done = 0
    private let start = monotonicSeconds()
    private var lastShown = 0.0

    init(total: Int) {
        self.total = total
    }

    func advance(by count: Int) {
        done += count
        let now = monotonicSeconds()
        guard StandardStreams.errorIsTerminal, total > 0, now - start > 1, now - lastShown > 0.2
        else { return }
        lastShown = now
        StandardStreams.writeError(
            StyledText(verbatim: "\rReading: \(min(100, done * 100 / total)) % "))
    }

    /// Takes the line away.
    func end() {
        if lastShown > 0 { StandardStreams.writeError(StyledText(verbatim: "\r               \r")) }
    }
}
