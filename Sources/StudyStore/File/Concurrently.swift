import Dispatch

/// Makes values on all cores.
///
/// - Parameters:
///   - count: How many.
///   - make: Makes the nth, from 0; called on any thread, several times at once.
/// - Returns: All of them, in order.
package func concurrently<Value: Sendable>(
    _ count: Int, _ make: @Sendable (Int) -> Value
) -> [Value] {
    var results = [Value?](repeating: nil, count: count)
    results.withUnsafeMutableBufferPointer { buffer in
        // Each call writes to a place of its own.
        nonisolated(unsafe) let places = buffer
        DispatchQueue.concurrentPerform(iterations: count) { places[$0] = make($0) }
    }
    return results.compactMap { $0 }
}
