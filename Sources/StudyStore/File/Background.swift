internal import Dispatch
internal import Synchronization

/// Something that is worked out on another core while this one goes on.
package final class Background<Value: Sendable>: Sendable {
    private let group = DispatchGroup()
    private let found = Mutex<Result<Value, any Error>?>(nil)

    /// Begins at once.
    package init(_ work: @escaping @Sendable () throws -> Value) {
        DispatchQueue.global(qos: .userInitiated).async(group: group) {
            let result = Result { try work() }
            self.found.withLock { $0 = result }
        }
    }

    /// What came of it, once it is done.
    package func value() throws -> Value {
        group.wait()
        guard let result = found.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    }
}
