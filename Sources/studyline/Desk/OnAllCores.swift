import Dispatch
import FSRS

/// Runs pieces of work on all cores; the results come in the order of the pieces.
let onAllCores: ConcurrentMap = { count, work in
    var results = Array(repeating: [Double](), count: count)
    results.withUnsafeMutableBufferPointer { buffer in
        // Each piece writes to a place of its own.
        nonisolated(unsafe) let places = buffer
        DispatchQueue.concurrentPerform(iterations: count) { places[$0] = work($0) }
    }
    return results
}
