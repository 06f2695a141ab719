internal import CReadline
internal import CTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Bytes for readline, which would wait in `read` where no signal is seen.
extension LineEditor {
    /// Read by our loop, for readline to find.
    nonisolated(unsafe) private static var byteAhead: UInt8?

    static func setUpReading() {
        rl_getc_function = { _ in LineEditor.nextByte() }
        rl_prep_term_function = { meta in
            rl_prep_terminal(meta)
            terminal_read_without_waiting()
        }
    }

    /// Gives readline what came, if it is still there: Ctrl-C makes the kernel forget what was not yet read.
    static func readCharacter() {
        var byte: UInt8 = 0
        switch terminal_read_byte(&byte) {
        case TERMINAL_NOTHING: return
        case TERMINAL_BYTE: byteAhead = byte
        default: break
        }
        rl_callback_read_char()
    }

    /// The next byte, waited for inside a character of several bytes or a paste; EOF at the end, and when the
    /// rest will not come because a signal ends the line.
    private static func nextByte() -> Int32 {
        if let byte = byteAhead {
            byteAhead = nil
            return Int32(byte)
        }
        var byte: UInt8 = 0
        while true {
            switch terminal_read_byte(&byte) {
            case TERMINAL_BYTE: return Int32(byte)
            case TERMINAL_NOTHING: break
            default: return EOF
            }
            if Interruption.isRequested { return EOF }
            // Other signals are still noted when our loop comes to look.
            if terminal_wait(-1) == TERMINAL_SIGNAL { terminal_drain_signals() }
        }
    }
}
