/// A moment: milliseconds since 1970-01-01 00:00 UTC.
package struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since 1970-01-01 00:00 UTC; negative before.
    package let milliseconds: Int64

    package init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// Seconds since 1970-01-01 00:00 UTC, as a fraction.
    package var seconds: Double { Double(milliseconds) / 1000 }

    /// Days from `earlier` to this moment, as a fraction; negative when `earlier` is later.
    package func days(since earlier: Timestamp) -> Double {
        Double(milliseconds - earlier.milliseconds) / 86_400_000
    }

    /// The moment `seconds` later, to the millisecond.
    package func adding(seconds: Double) -> Timestamp {
        Timestamp(milliseconds: milliseconds + Int64((seconds * 1000).rounded()))
    }

    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
