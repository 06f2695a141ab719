/// Runs a piece of work for each index, at the same time where it can, and gives the results in order.
///
/// The module has no threads of its own. With Dispatch, `DispatchQueue.concurrentPerform` does the work; the results
/// of fitting do not depend on how.
public typealias ConcurrentMap =
    @Sendable (_ count: Int, _ work: @Sendable (Int) -> [Double]) -> [[Double]]
