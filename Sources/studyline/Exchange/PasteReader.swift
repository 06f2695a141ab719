import StudyTerminal

/// Takes a text of many lines at the prompt.
struct PasteReader {
    let terminal: any Terminal

    /// Reads until Ctrl-D or a line with a dot alone; a bracketed paste is whole with Enter.
    func read() throws -> String {
        if terminal.isInteractive {
            terminal.writeWrapped(
                "Paste the text, then press Enter. If the terminal pastes line by line, end with Ctrl-D."
            )
        }
        var lines: [String] = []
        while true {
            switch try terminal.readLine(LineRequest(prompt: StyledText("| ", .prompt))) {
            case .line("."): return lines.joined(separator: "\n")
            case .line(let line):
                lines.append(line)
                if line.contains("\n") { return lines.joined(separator: "\n") }
            case .end: return lines.joined(separator: "\n")
            case .interrupt: throw ImportError.interrupted
            case .terminated(let signal): throw Terminated(signal: signal)
            case .key: continue
            }
        }
    }
}
