/// Where questions are shown and answers typed.
///
/// Two implementations: ``ReadlineTerminal`` for a person at a terminal, ``PlainTerminal`` for pipes, scripts
/// and tests. ``openTerminal(choice:history:)`` picks.
package protocol Terminal: AnyObject {
    /// Columns of the window now; without one, `COLUMNS` or 80.
    var width: Int { get }
    /// Rows of the window now; without one, `LINES` or 24.
    var height: Int { get }
    /// What may be written.
    var style: Style { get }
    /// Whether a person sits at it who sees what is written at once.
    var isInteractive: Bool { get }
    /// What stood in the line when Ctrl-C or a signal ended the last request for one; else empty.
    var unfinishedLine: String { get }
    /// Writes text as it is, and flushes; whoever calls this knows it to be harmless.
    func write(verbatim text: String)
    /// Asks for a line.
    func readLine(_ request: LineRequest) throws(TerminalError) -> LineEvent
    /// Asks for one key without Enter. Without a person: for a line, whose first character is the key.
    func readKey(_ request: KeyRequest) throws(TerminalError) -> KeyEvent
}

extension Terminal {
    /// Writes text in the terminal's style.
    package func write(_ text: StyledText) {
        write(verbatim: style.render(text))
    }

    /// Writes text in the terminal's style, and a line feed.
    package func writeLine(_ text: StyledText = StyledText()) {
        write(verbatim: style.render(text) + "\n")
    }

    /// Writes text in the terminal's style, wrapped at the window, for prose at most 80 columns.
    package func writeWrapped(
        _ text: StyledText, first: StyledText = StyledText(), rest: StyledText? = nil
    ) {
        let lines = text.wrapped(to: min(width, 80), first: first, rest: rest)
        write(verbatim: lines.map { style.render($0) + "\n" }.joined())
    }
}

/// Why nothing could be read or written.
package enum TerminalError: Error, Hashable, CustomStringConvertible {
    /// Reading failed with this `errno`.
    case unreadable(code: Int32)
    /// A line was longer than the limit, in bytes.
    case lineTooLong(limit: Int)
    /// Writing failed with this `errno`.
    case unwritable(code: Int32)

    package var description: String {
        switch self {
        case .unreadable(let code): "cannot read the input: \(systemMessage(code))"
        case .lineTooLong(let limit): "a line of the input is longer than \(limit) bytes"
        case .unwritable(let code): "cannot write the output: \(systemMessage(code))"
        }
    }
}
