import Dispatch

/// Does something on another core while this thread, which alone may ask the database, does its own.
///
/// - Parameters:
///   - other: Touches nothing that `own` touches.
///   - own: Is done on this thread.
/// - Returns: What `own` returns, when both are done.
/// - Throws: What `own` throws, when both are done.
func beside<Value>(_ other: () -> Void, _ own: () throws -> Value) rethrows -> Value {
    try withoutActuallyEscaping(other) { other in
        // It is over before this function is.
        nonisolated(unsafe) let other = other
        let group = DispatchGroup()
        DispatchQueue.global(qos: .userInitiated).async(group: group) { other() }
        defer { group.wait() }
        return try own()
    }
}
