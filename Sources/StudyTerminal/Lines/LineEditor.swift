internal import CReadline
internal import CTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Our side of readline, which is a set of C globals: so are these, and one thread uses both.
///
/// Nothing here calls a function of readline that can abort (jump) from inside one of its callbacks.
enum LineEditor {
    nonisolated(unsafe) static var request: LineRequest?
    nonisolated(unsafe) static var style = Style.plain
    nonisolated(unsafe) private static var outcome: LineEvent?
    /// Whether readline began a new line after Ctrl-D; it does so with bracketed paste only.
    nonisolated(unsafe) private(set) static var endsLineItself = false
    nonisolated(unsafe) private static var isSetUp = false
    nonisolated(unsafe) private static var isInstalled = false

    static func setUp(historyLimit: Int) {
        stifle_history(Int32(clamping: historyLimit))
        guard !isSetUp else { return }
        isSetUp = true
        // Readline loses every letter beyond ASCII in a locale that is not UTF-8.
        _ = terminal_ensure_utf8()
        rl_readline_name = UnsafePointer(strdup("Studyline"))
        rl_catch_signals = 0
        rl_catch_sigwinch = 0
        rl_change_environment = 0
        setUpReading()
        setUpCompletion()
        nameCommands()
        rl_initialize()
        bindCommands()
        using_history()
    }

    static func remember(_ lines: [String]) {
        for line in lines { add_history(line) }
    }

    /// Shows the prompt.
    static func begin(_ request: LineRequest, style: Style) {
        Self.request = request
        Self.style = style
        outcome = nil
        bindKeys(of: request)
        isInstalled = true
        rl_callback_handler_install(style.renderPrompt(request.prompt)) { line in
            LineEditor.accept(line)
        }
        if !request.initial.isEmpty {
            rl_insert_text(request.initial)
            rl_redisplay()
        }
    }

    /// The line as it stands.
    static var line: String { rl_line_buffer.map { String(cString: $0) } ?? "" }

    /// Gives the terminal back.
    static func finish() {
        remove()
        releaseKeys()
        request = nil
    }

    static func takeOutcome() -> LineEvent? {
        defer { outcome = nil }
        return outcome
    }

    private static func accept(_ line: UnsafeMutablePointer<CChar>?) {
        // At once, for else readline shows the prompt again when this returns.
        remove()
        guard let line else {
            outcome = .end
            endsLineItself =
                rl_variable_value("enable-bracketed-paste")
                .map { String(cString: $0) == "on" } ?? false
            return
        }
        defer { free(line) }
        if let key = takePressedKey() {
            outcome = .key(key)
        } else {
            outcome = .line(String(cString: line))
        }
    }

    private static func remove() {
        guard isInstalled else { return }
        isInstalled = false
        rl_callback_handler_remove()
    }

    /// Ctrl-C: leaves the line as it stands, with ^C after it.
    static func abandon() {
        rl_callback_sigcleanup()
        rl_point = rl_end
        rl_redisplay()
        rl_echo_signal_char(SIGINT)
        rl_free_line_state()
        rl_crlf()
        remove()
    }

    /// Ctrl-Z: gives the terminal to the shell and, when it is back, shows prompt and line again.
    static func stop() {
        rl_cleanup_after_signal()
        terminal_stop()
        show()
    }

    /// Continued after a stop nobody told us of; the terminal may be in any mode.
    static func resume() {
        // Preparing does nothing as long as readline believes the terminal is prepared.
        rl_cleanup_after_signal()
        show()
    }

    private static func show() {
        rl_reset_after_signal()
        rl_resize_terminal()
        rl_forced_update_display()
    }

    static func resize() {
        rl_resize_terminal()
    }
}
