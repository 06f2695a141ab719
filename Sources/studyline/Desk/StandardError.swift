import StudyTerminal

/// Where talk goes that is no data.
enum StandardError {
    /// Writes a line, made harmless.
    static func write(_ line: String) {
        StandardStreams.writeError(StyledText(line + "\n"))
    }
}
