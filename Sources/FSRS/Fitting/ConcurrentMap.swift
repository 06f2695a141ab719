/// Runs a piece of work for each index from 0 to below `count`, at the same time where it can, and gives one result for
/// each, in the order of the indices.
///
/// The module has no threads of its own. With Dispatch, `DispatchQueue.concurrentPerform` does the work; the results
/// of fitting do not depend on how.
public typealias ConcurrentMap =
    @Sendable (_ count: Int, _ work: @Sendable (Int) -> [Double]) -> [[Double]]
