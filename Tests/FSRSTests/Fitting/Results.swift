import Synchronization

/// Results of concurrent work, by index.
final class Results: Sendable {
    private let results: Mutex<[[Double]]>

    init(count: Int) {
        results = Mutex(Array(repeating: [], count: count))
    }

    func set(_ index: Int, _ result: [Double]) {
        results.withLock { $0[index] = result }
    }

    var all: [[Double]] { results.withLock { $0 } }
}
