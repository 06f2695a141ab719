internal import CTerminal

/// Minutes east of UTC where the learner is, at a moment.
///
/// Not Foundation's `TimeZone`, which costs more than the rest of a start.
package func localUTCOffset(atSecondsSince1970 seconds: Int64) -> Int {
    Int(terminal_utc_offset(seconds)) / 60
}

/// Seconds of a clock that is never set, for measuring how long something took.
package func monotonicSeconds() -> Double {
    terminal_monotonic_seconds()
}
