import StudyTerminal

/// Where talk goes that is no data.
enum StandardError {
    /// Writes a line, made harmless; on a terminal it breaks between words.
    static func write(_ line: String) {
        let text = StyledText(line)
        let lines =
            StandardStreams.errorIsTerminal
            ? text.wrapped(to: WindowSize.current.columns) : [text]
        for line in lines { StandardStreams.writeError(line + "\n") }
    }
}
