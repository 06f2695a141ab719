#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How long to wait for another program's lock: in short, equal naps.
///
/// SQLite's own waiting naps longer and longer, and so loses the race against a busy program.
struct Patience {
    let seconds: Double

    private static let nap = 0.002

    /// Naps once, unless it has been long enough.
    ///
    /// - Parameter naps: How often it napped before.
    /// - Returns: Whether to try again.
    func waits(after naps: Int) -> Bool {
        guard Double(naps) * Self.nap < seconds else { return false }
        usleep(UInt32(Self.nap * 1_000_000))
        return true
    }

    /// Repeats what SQLite refuses at once when two programs make or recover a file together.
    func wait<Value>(for attempt: () throws(StoreError) -> Value) throws(StoreError) -> Value {
        var naps = 0
        while true {
            do {
                return try attempt()
            } catch {
                guard case .locked = error, waits(after: naps) else { throw error }
                naps += 1
            }
        }
    }
}
