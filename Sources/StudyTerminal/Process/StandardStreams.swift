internal import CTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Standard output and standard error, unbuffered.
package enum StandardStreams {
    /// Opens the null device in place of standard streams that were closed.
    ///
    /// The first thing a program does: else the next file it opens becomes its standard input or output.
    package static func openMissing() {
        terminal_open_missing_streams()
    }

    /// Writes data as it is.
    ///
    /// A reader that went away is not an error: the kernel has ended the process already, unless
    /// SIGPIPE is ignored, and then nobody is left to tell.
    package static func writeOutput(verbatim text: String) throws(TerminalError) {
        let failure = write(text, to: STDOUT_FILENO)
        guard failure == 0 || failure == EPIPE else { throw .unwritable(code: failure) }
    }

    /// Writes talk, and has nowhere to complain about a failure.
    package static func writeError(_ text: StyledText, style: Style = .plain) {
        _ = write(style.render(text), to: STDERR_FILENO)
    }

    package static var inputIsTerminal: Bool { isatty(STDIN_FILENO) == 1 }
    package static var outputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }
    package static var errorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    private static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var text = text
        return text.withUTF8 { terminal_write(descriptor, $0.baseAddress, $0.count) }
    }
}

/// Columns and rows.
package struct WindowSize: Hashable, Sendable {
    package var columns: Int
    package var rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
    }

    /// The window of standard output now; without one `COLUMNS` and `LINES`, or 80 by 24.
    package static var current: WindowSize {
        var columns: Int32 = 0
        var rows: Int32 = 0
        if terminal_size(&columns, &rows) {
            return WindowSize(columns: Int(columns), rows: Int(rows))
        }
        func value(_ name: String) -> Int? {
            environment(name).flatMap(Int.init).flatMap { (1...10_000).contains($0) ? $0 : nil }
        }
        return WindowSize(columns: value("COLUMNS") ?? 80, rows: value("LINES") ?? 24)
    }
}

/// Standard input, line by line.
final class StandardInput {
    /// Bytes a line may have; no honest answer comes near.
    private static let lineLimit = 1 << 20
    private var buffer: [UInt8] = []
    private var hasEnded = false

    /// The next line without its end, or why there is none.
    ///
    /// The last line needs no line feed.
    func nextLine() throws(TerminalError) -> LineEvent {
        var searched = 0
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                let line = buffer[..<end]
                buffer.removeSubrange(...end)
                return .line(Self.text(line))
            }
            guard buffer.count <= Self.lineLimit else {
                throw .lineTooLong(limit: Self.lineLimit)
            }
            if hasEnded {
                guard !buffer.isEmpty else { return .end }
                let line = Self.text(buffer[...])
                buffer = []
                return .line(line)
            }
            searched = buffer.count
            if let event = try readMore() { return event }
        }
    }

    private func readMore() throws(TerminalError) -> LineEvent? {
        switch terminal_wait(-1) {
        case TERMINAL_SIGNAL:
            terminal_drain_signals()
            if let signal = Signals.pendingTermination { return .terminated(signal: signal) }
            return terminal_take_signal(SIGINT) ? .interrupt : nil
        case TERMINAL_INPUT:
            var chunk = [UInt8](repeating: 0, count: 16 * 1024)
            let count = read(STDIN_FILENO, &chunk, chunk.count)
            if count > 0 {
                buffer += chunk[..<count]
            } else if count == 0 || errno == EIO {
                hasEnded = true
            } else if errno != EINTR && errno != EAGAIN {
                throw .unreadable(code: errno)
            }
            return nil
        default:
            // Standard input is closed.
            hasEnded = true
            return nil
        }
    }

    private static func text(_ line: ArraySlice<UInt8>) -> String {
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        return String(decoding: line, as: UTF8.self)
    }
}
