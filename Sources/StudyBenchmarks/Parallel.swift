import Foundation

/// The results of some work for each number below a count, in order, computed on all cores.
func parallel<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Result)
    -> [Result]
{
    let results = Locked([Result?](repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { index in
        let result = work(index)
        results.change { $0[index] = result }
    }
    return results.value.compactMap { $0 }
}

/// A value that several threads change in turn.
private final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var stored: Value

    init(_ value: Value) { stored = value }

    var value: Value { lock.withLock { stored } }

    func change(_ body: (inout Value) -> Void) { lock.withLock { body(&stored) } }
}
