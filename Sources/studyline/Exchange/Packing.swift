import Dispatch
import StudyExchange
import Synchronization

/// Adds notes to a package on a thread of its own, in their order, while the next ones are made.
final class Packing: Sendable {
    /// Touched by the queue alone until `finish`.
    private nonisolated(unsafe) let writer: AnkiPackageWriter
    private let queue = DispatchQueue(label: "packing")
    /// How many batches may wait.
    private let places = DispatchSemaphore(value: 4)
    private let failure = Mutex<AnkiPackageError?>(nil)

    init(_ writer: AnkiPackageWriter) {
        self.writer = writer
    }

    /// Takes notes; waits when those before have not been written.
    ///
    /// - Throws: Why earlier ones could not be written.
    func add(_ notes: [[ExportedNote]]) throws(AnkiPackageError) {
        try check()
        places.wait()
        queue.async {
            defer { self.places.signal() }
            do throws(AnkiPackageError) {
                try self.writer.add(notes.joined())
            } catch {
                self.failure.withLock { $0 = error }
            }
        }
    }

    /// Waits until all are written.
    func finish() throws(AnkiPackageError) {
        queue.sync {}
        try check()
    }

    private func check() throws(AnkiPackageError) {
        if let error = failure.withLock({ $0 }) { throw error }
    }
}
