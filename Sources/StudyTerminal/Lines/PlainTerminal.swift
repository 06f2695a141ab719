/// Lines without a person: pipes, scripts, tests.
///
/// Each line that was read is written after its prompt, so that what comes out reads as a conversation.
package final class PlainTerminal: Terminal {
    package var width: Int { window().columns }
    package var height: Int { window().rows }
    package let style: Style
    package let isInteractive = false
    /// The lines of an answer that ended in a backslash before a signal came.
    package private(set) var unfinishedLine = ""

    private let window: () -> WindowSize
    private let echoes: Bool
    private let nextLine: () throws(TerminalError) -> LineEvent
    private let sink: (String) -> Void

    /// - Parameters:
    ///   - window: Asked whenever the size matters.
    ///   - style: What may be written.
    ///   - echoes: Whether lines that were read are written too; not when they come from a keyboard.
    ///   - nextLine: The next line of the input, or why there is none.
    ///   - sink: Takes what is written.
    package init(
        window: @escaping () -> WindowSize = { WindowSize(columns: 80, rows: 24) },
        style: Style = .plain, echoes: Bool = true,
        nextLine: @escaping () throws(TerminalError) -> LineEvent, sink: @escaping (String) -> Void
    ) {
        self.window = window
        self.style = style
        self.echoes = echoes
        self.nextLine = nextLine
        self.sink = sink
    }

    /// A conversation with these lines typed.
    package convenience init(
        lines: [String], width: Int = 80, sink: @escaping (String) -> Void
    ) {
        var rest = lines[...]
        self.init(
            window: { WindowSize(columns: width, rows: 24) },
            nextLine: { () throws(TerminalError) -> LineEvent in
                rest.popFirst().map(LineEvent.line) ?? .end
            },
            sink: sink)
    }

    package func write(verbatim text: String) {
        sink(text)
    }

    package func readLine(_ request: LineRequest) throws(TerminalError) -> LineEvent {
        write(request.prompt)
        let event = try nextAnswer(allowsMultipleLines: request.allowsMultipleLines)
        if case .line(let line) = event, let key = line.first, line.count == 1,
            request.keys.contains(key)
        {
            return .key(key)
        }
        return event
    }

    package func readKey(_ request: KeyRequest) throws(TerminalError) -> KeyEvent {
        while true {
            write(request.prompt)
            switch try nextAnswer(allowsMultipleLines: false) {
            case .line(let line):
                let key = line.first ?? "\n"
                if request.keys?.contains(key) ?? true { return .key(key) }
            case .key(let key): return .key(key)
            case .interrupt: return .interrupt
            case .end: return .end
            case .terminated(let signal): return .terminated(signal: signal)
            }
        }
    }

    /// One line, or several when each but the last ends in a backslash.
    private func nextAnswer(allowsMultipleLines: Bool) throws(TerminalError) -> LineEvent {
        var answer = ""
        unfinishedLine = ""
        while true {
            let event = try nextLine()
            guard case .line(let line) = event else {
                write(verbatim: "\n")
                if case .end = event, !answer.isEmpty { return .line(answer) }
                unfinishedLine = answer
                return event
            }
            if echoes { writeLine(StyledText(line)) }
            guard allowsMultipleLines, Continuation.isAsked(by: line) else {
                return .line(answer + line)
            }
            answer += line.dropLast() + "\n"
        }
    }
}

/// Going on with an answer on the next line.
enum Continuation {
    /// Whether the line ends in a backslash that is not itself escaped by one.
    static func isAsked(by line: String) -> Bool {
        !line.reversed().prefix { $0 == "\\" }.count.isMultiple(of: 2)
    }
}
