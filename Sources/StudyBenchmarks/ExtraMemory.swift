import Foundation

/// The memory that some work takes at its highest beyond what is held before it, in MB; the least of three runs.
///
/// - Parameter work: The work.
/// - Returns: The memory, or nil where the system does not tell it (elsewhere than on Linux).
func extraMemory(_ work: () -> Void) -> Double? {
    (0..<3).compactMap { _ in extraMemoryOnce(work) }.min()
}

private func extraMemoryOnce(_ work: () -> Void) -> Double? {
    #if os(Linux)
    // What is free goes back first, so that the work cannot take it unseen; 5 sets the highest back to what is held.
    trimHeap()
    guard (try? Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/self/clear_refs"))) != nil,
        let before = kilobytes("VmRSS:")
    else { return nil }
    work()
    return kilobytes("VmHWM:").map { ($0 - before) / 1024 }
    #else
    return nil
    #endif
}

#if os(Linux)
/// Gives free memory back to the system, by a function of glibc that its Swift module leaves out.
private func trimHeap() {
    typealias Trim = @convention(c) (Int) -> CInt
    if let symbol = dlsym(nil, "malloc_trim") { _ = unsafeBitCast(symbol, to: Trim.self)(0) }
}
#endif

/// A figure of `/proc/self/status`.
private func kilobytes(_ name: String) -> Double? {
    let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix(name) }
    return line.flatMap { Double($0.dropFirst(name.count).filter(\.isNumber)) }
}
