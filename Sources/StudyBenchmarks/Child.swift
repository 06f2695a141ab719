import Foundation

/// A program run as a process of its own.
enum Child {
    struct Outcome {
        /// Milliseconds from the start until the marker was read; until the end without one.
        var milliseconds: Double
        /// Milliseconds of processor time, its own and the system's for it, until the end.
        var processorTime: Double
        /// The most memory it held, in MB.
        var megabytes: Double
    }

    /// What could not be run.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a program and waits for its end.
    ///
    /// - Parameters:
    ///   - path: The program.
    ///   - arguments: Its arguments.
    ///   - environment: Its whole environment; nil for ours.
    ///   - marker: The clock stops when this has been written; input is held open until then.
    /// - Returns: Time and memory.
    /// - Throws: When it cannot be started, fails, or ends without the marker.
    static func run(
        _ path: String, _ arguments: [String], environment: [String: String]? = nil,
        until marker: String? = nil
    ) throws -> Outcome {
        var input: [Int32] = [0, 0]
        var output: [Int32] = [0, 0]
        guard pipe(&input) == 0, pipe(&output) == 0 else { throw Failure(description: "no pipe") }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input[0], 0)
        posix_spawn_file_actions_adddup2(&actions, output[1], 1)
        for descriptor in input + output { posix_spawn_file_actions_addclose(&actions, descriptor) }
        let variables = environment ?? ProcessInfo.processInfo.environment
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        var pairs: [UnsafeMutablePointer<CChar>?] =
            variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in words + pairs { free(pointer) } }
        var process: pid_t = 0
        let start = ContinuousClock.now
        guard posix_spawn(&process, path, &actions, nil, &words, &pairs) == 0 else {
            throw Failure(description: "cannot start \(path)")
        }
        close(input[0])
        close(output[1])
        if marker == nil { close(input[1]) }
        let seen = read(from: output[0], until: marker)
        var elapsed = ContinuousClock.now - start
        if marker != nil { close(input[1]) }
        _ = read(from: output[0], until: nil)
        close(output[0])
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(process, &status, 0, &usage) == process else {
            throw Failure(description: "lost \(path)")
        }
        if marker == nil { elapsed = ContinuousClock.now - start }
        guard seen || marker == nil else {
            throw Failure(description: "\(path) ended without \(marker ?? "")")
        }
        return Outcome(
            milliseconds: elapsed / .milliseconds(1),
            processorTime: milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime),
            megabytes: Double(usage.ru_maxrss) / 1024)
    }

    static func milliseconds(_ time: timeval) -> Double {
        Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000
    }

    /// Reads until the marker or the end; whether the marker came.
    private static func read(from descriptor: Int32, until marker: String?) -> Bool {
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let wanted = marker.map { Array($0.utf8) }
        while true {
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return false }
            guard let wanted else { continue }
            text += buffer[..<count]
            if text.firstRange(of: wanted) != nil { return true }
        }
    }
}
