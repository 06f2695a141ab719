internal import CTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A person at a terminal: GNU readline edits the line.
///
/// Readline is asked for single characters from a loop of our own that waits for input and signals alike, so
/// that Ctrl-C, Ctrl-Z, a resize and a hang-up work in every state of the editor. The terminal is in its own
/// modes only inside ``readLine(_:)`` and ``readKey(_:)`` and is given back on every way out.
///
/// Only one can be in use: readline is a set of C globals.
package final class ReadlineTerminal: Terminal {
    package var width: Int { WindowSize.current.columns }
    package var height: Int { WindowSize.current.rows }
    package let style: Style
    package let isInteractive = true
    package private(set) var unfinishedLine = ""
    /// Why a line could not be added to the history file, if that happened.
    package private(set) var historyProblem: LineHistoryError?

    private let history: LineHistory?

    package init(style: Style, history: LineHistory? = nil) {
        self.style = style
        self.history = history
        terminal_remember()
        terminal_catch_faults()
        Signals.install()
        LineEditor.setUp(historyLimit: history?.limit ?? 1_000)
        LineEditor.remember(history?.entries ?? [])
    }

    package func write(verbatim text: String) {
        // The window may be gone; then the next read tells.
        try? StandardStreams.writeOutput(verbatim: text)
    }

    package func readLine(_ request: LineRequest) throws(TerminalError) -> LineEvent {
        terminal_catch_job_control(true)
        defer { terminal_catch_job_control(false) }
        unfinishedLine = ""
        LineEditor.begin(request, style: style)
        defer { LineEditor.finish() }
        while true {
            if let event = LineEditor.takeOutcome() {
                return finished(event, request)
            }
            terminal_drain_signals()
            if let signal = Signals.pendingTermination {
                unfinishedLine = LineEditor.line
                return .terminated(signal: signal)
            }
            if terminal_take_signal(SIGINT) {
                unfinishedLine = LineEditor.line
                LineEditor.abandon()
                return .interrupt
            }
            if terminal_take_signal(SIGTSTP) {
                LineEditor.stop()
            } else if terminal_take_signal(SIGCONT) {
                LineEditor.resume()
            }
            if terminal_take_signal(SIGWINCH) { LineEditor.resize() }
            switch terminal_wait(-1) {
            case TERMINAL_SIGNAL: continue
            case TERMINAL_INPUT: LineEditor.readCharacter()
            default: throw .unreadable(code: errno)
            }
        }
    }

    private func finished(_ event: LineEvent, _ request: LineRequest) -> LineEvent {
        switch event {
        case .line(let line):
            if request.history { remember(line) }
        case .end:
            // The end of input can overtake the signal of the hang-up.
            if terminal_is_hung_up() { return .terminated(signal: SIGHUP) }
            if !LineEditor.endsLineItself { write("\n") }
        default: break
        }
        return event
    }

    private func remember(_ line: String) {
        do {
            guard try history?.append(line) ?? !line.isEmpty else { return }
        } catch {
            historyProblem = error
        }
        LineEditor.remember([line])
    }

    package func readKey(_ request: KeyRequest) throws(TerminalError) -> KeyEvent {
        terminal_catch_job_control(true)
        defer { terminal_catch_job_control(false) }
        guard terminal_begin_keys() else {
            let code = errno
            if terminal_is_hung_up() { return .terminated(signal: SIGHUP) }
            throw .unreadable(code: code)
        }
        defer { terminal_end_keys() }
        // Not before: whoever answers the prompt must not be echoed.
        write(request.prompt)
        while true {
            terminal_drain_signals()
            if let signal = Signals.pendingTermination { return .terminated(signal: signal) }
            if terminal_take_signal(SIGINT) {
                write("^C\n")
                return .interrupt
            }
            if terminal_take_signal(SIGTSTP) {
                terminal_end_keys()
                terminal_stop()
                showAgain(request)
            } else if terminal_take_signal(SIGCONT) {
                terminal_end_keys()
                showAgain(request)
            }
            switch terminal_wait(-1) {
            case TERMINAL_SIGNAL: continue
            case TERMINAL_INPUT: break
            default: throw .unreadable(code: errno)
            }
            switch KeyReader.next() {
            case .none: continue
            case .end?:
                if terminal_is_hung_up() { return .terminated(signal: SIGHUP) }
                write("\n")
                return .end
            case .key(let key)?:
                guard request.keys?.contains(key) ?? true else { continue }
                writeLine(key.isNewline || key == "\u{1B}" ? StyledText() : StyledText(String(key)))
                return .key(key)
            }
        }
    }

    private func showAgain(_ request: KeyRequest) {
        _ = terminal_begin_keys()
        write(request.prompt)
    }
}
