internal import PseudoTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A program running on a pseudo-terminal, and a person who types and reads there.
///
/// The whole environment is given, so that nothing of the machine gets in.
package final class TerminalSession {
    package enum Failure: Error, CustomStringConvertible {
        case notStarted(path: String, code: Int32)
        /// What was waited for did not come, or the program ended first.
        case missing(wanted: String, screen: String, transcript: String)

        package var description: String {
            switch self {
            case .notStarted(let path, let code): "cannot start \(path): errno \(code)"
            case .missing(let wanted, let screen, let transcript):
                "waited in vain for \(wanted)\nscreen:\n\(screen)\nlast bytes: \(transcript.debugDescription)"
            }
        }
    }

    /// How a program ended.
    package enum End: Equatable {
        case exited(Int32)
        case killed(by: Int32)
    }

    /// Long enough for a machine with far too much to do; a good test never waits so long.
    package static let patience = 30.0

    package let process: Int32
    /// Everything the program wrote.
    package private(set) var transcript = ""
    /// What a person sees.
    package private(set) var screen: Screen

    private let otherSide: Int32
    private var undecoded: [UInt8] = []
    private var isClosed = false
    private var isOver = false
    private var end: End?
    /// Where in the transcript the next expectation begins, in bytes.
    private var seen = 0

    package init(
        _ path: String, _ arguments: [String] = [], environment: [String: String] = [:],
        columns: Int = 80, rows: Int = 24
    ) throws {
        screen = Screen(columns: columns, rows: rows)
        let complete = Self.environment.merging(environment) { $1 }.filter { !$0.value.isEmpty }
        let argumentPointers = ([path] + arguments).map { strdup($0) } + [nil]
        let environmentPointers = complete.map { strdup("\($0)=\($1)") } + [nil]
        defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
        var otherSide: Int32 = -1
        var process: pid_t = -1
        let failure = pseudo_terminal_start(
            path, argumentPointers, environmentPointers, Int32(columns), Int32(rows), &otherSide,
            &process)
        self.otherSide = otherSide
        self.process = process
        guard failure == 0 else { throw Failure.notStarted(path: path, code: failure) }
    }

    deinit {
        if end == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        if !isClosed { close(otherSide) }
    }

    /// The environment of a program under test; an empty value takes an entry away.
    package static let environment = [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "TERM": "xterm", "LANG": "C.UTF-8",
        "HOME": "/nonexistent",
        "INPUTRC": "/dev/null", "TZ": "UTC", "SWIFT_BACKTRACE": "enable=no",
    ]

    /// Types.
    package func send(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        let deadline = Self.now + Self.patience
        while !rest.isEmpty, Self.now < deadline {
            let count = rest.withUnsafeBytes { write(otherSide, $0.baseAddress, $0.count) }
            if count > 0 { rest = rest.dropFirst(count) }
            // The program may wait for us to read before it reads.
            readSome(milliseconds: count > 0 ? 0 : 10)
        }
    }

    /// Waits until the text has been written after what was expected last.
    package func expect(_ text: String, within seconds: Double = patience) throws {
        try wait("text \(text.debugDescription)", within: seconds) {
            let rest = transcript.utf8.dropFirst(seen)
            guard let found = rest.firstRange(of: text.utf8) else { return false }
            seen = transcript.utf8.distance(from: transcript.startIndex, to: found.upperBound)
            return true
        }
    }

    /// Waits until the screen is as wanted.
    package func expectScreen(
        _ wanted: String, within seconds: Double = patience, _ holds: (Screen) -> Bool
    ) throws {
        try wait("a screen with \(wanted)", within: seconds) { holds(screen) }
    }

    /// Waits until the lines of the screen, without blank ones at the end, are these.
    package func expectScreen(_ lines: [String], within seconds: Double = patience) throws {
        try expectScreen("the lines \(lines)", within: seconds) { $0.lines == lines }
    }

    /// Waits until the kernel edits and echoes lines again.
    package func expectCooked(within seconds: Double = patience) throws {
        try wait("a cooked terminal", within: seconds) { pseudo_terminal_is_cooked(otherSide) }
    }

    /// Waits until it does not.
    package func expectRaw(within seconds: Double = patience) throws {
        try wait("a raw terminal", within: seconds) { !pseudo_terminal_is_cooked(otherSide) }
    }

    /// Whether the terminal was left cooked by a program that has ended.
    package func expectCookedAfterEnd() throws {
        guard pseudo_terminal_is_cooked(otherSide) else {
            throw Failure.missing(
                wanted: "a cooked terminal", screen: screen.lines.joined(separator: "\n"),
                transcript: String(transcript.suffix(400)))
        }
    }

    package func resize(columns: Int, rows: Int) {
        screen.resize(columns: columns, rows: rows)
        _ = pseudo_terminal_resize(otherSide, Int32(columns), Int32(rows))
    }

    /// Sends a signal to the program.
    package func signal(_ signal: Int32) {
        kill(process, signal)
    }

    /// Closes the window.
    package func hangUp() {
        guard !isClosed else { return }
        isClosed = true
        close(otherSide)
    }

    /// The process in the foreground of the terminal.
    package var foreground: Int32 { pseudo_terminal_foreground(otherSide) }

    /// Waits for the program to end.
    package func waitForEnd(within seconds: Double = patience) throws -> End {
        try wait("the end of the program", within: seconds, evenAfterEnd: true) {
            var status: Int32 = 0
            guard end == nil, waitpid(process, &status, WNOHANG) == process else {
                return end != nil
            }
            let signal = status & 0x7F
            end = signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(by: signal)
            return true
        }
        while !isOver, !isClosed, readSome(milliseconds: 0) {}
        return end ?? .exited(-1)
    }

    private func wait(
        _ wanted: String, within seconds: Double, evenAfterEnd: Bool = false,
        until holds: () -> Bool
    ) throws {
        let deadline = Self.now + seconds
        while !holds() {
            guard Self.now < deadline, evenAfterEnd || !isOver else {
                throw Failure.missing(
                    wanted: wanted, screen: screen.lines.joined(separator: "\n"),
                    transcript: String(transcript.suffix(400)))
            }
            if isOver || isClosed { usleep(2_000) } else { readSome(milliseconds: 20) }
        }
    }

    /// Reads what there is; false when there was nothing.
    @discardableResult
    private func readSome(milliseconds: Int32) -> Bool {
        var readable = pollfd(fd: otherSide, events: Int16(POLLIN), revents: 0)
        guard !isOver, poll(&readable, 1, milliseconds) > 0 else { return false }
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        let count = read(otherSide, &chunk, chunk.count)
        if count > 0 {
            decode(chunk[..<count])
            return true
        }
        if count == 0 || (errno != EAGAIN && errno != EINTR) { isOver = true }
        return false
    }

    /// Keeps the bytes of a character that has not come whole yet.
    private func decode(_ bytes: ArraySlice<UInt8>) {
        undecoded += bytes
        var whole = undecoded.count
        for back in 1...3 where back <= undecoded.count {
            let byte = undecoded[undecoded.count - back]
            if byte & 0xC0 == 0x80 { continue }
            let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
            if length > back { whole = undecoded.count - back }
            break
        }
        let text = String(decoding: undecoded[..<whole], as: UTF8.self)
        undecoded.removeFirst(whole)
        transcript += text
        screen.write(text)
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
