internal import CTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Leaving in order when the system or the learner says so.
///
/// From ``install()`` on SIGINT, SIGTERM and SIGHUP no longer end the process: they end the question that is
/// waiting (``LineEvent/interrupt``, ``LineEvent/terminated(signal:)``), and long work asks ``Interruption``.
/// A signal the parent asked to ignore, as `nohup` does, stays ignored.
package enum Signals {
    /// Opening a terminal does this; long work without one calls it first.
    package static func install() {
        terminal_catch_signals()
    }

    /// SIGTERM or SIGHUP, if one came and nobody has taken it.
    package static var pendingTermination: Int32? {
        [SIGTERM, SIGHUP].first { terminal_signal_is_pending($0) }
    }

    /// Gives the terminal back and dies by the signal; save first.
    ///
    /// So the parent sees the true reason, in a shell 128 + signal.
    package static func end(by signal: Int32) -> Never {
        terminal_give_back()
        terminal_die_by(signal)
    }
}

/// Whether long work should stop.
package enum Interruption {
    /// True from a Ctrl-C, SIGTERM or SIGHUP on.
    ///
    /// Cheap enough for every step of a loop.
    package static var isRequested: Bool {
        terminal_signal_is_pending(SIGINT) || Signals.pendingTermination != nil
    }

    /// Whether Ctrl-C was pressed, and forgets it: the work has stopped, the next question starts afresh.
    @discardableResult
    package static func takeInterrupt() -> Bool {
        terminal_take_signal(SIGINT)
    }
}
