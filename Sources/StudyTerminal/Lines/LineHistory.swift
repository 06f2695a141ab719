#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Lines of earlier sessions, in a file of which several sessions may be writers.
///
/// One entry a line, with `\\` for a backslash and `\n` for a line feed. Not readline's own format: that one
/// takes a line of an entry that begins with `#` and a digit for a time, and splits the entry there.
package final class LineHistory {
    package let path: String
    /// Entries kept.
    package let limit: Int
    /// Oldest first.
    package private(set) var entries: [String]

    /// Reads the file if it exists, and shortens it when it has grown to twice the limit.
    package init(path: String, limit: Int = 1_000) throws(LineHistoryError) {
        self.path = path
        self.limit = limit
        let file = try HistoryFile(path: path)
        let all = try file.lines()
        entries = all.suffix(limit).map(Self.decoded)
        if all.count >= 2 * limit { try file.replace(with: all.suffix(limit)) }
    }

    /// Adds an entry, also to the file, unless it is blank or the same as the last.
    ///
    /// Returns whether it was added.
    @discardableResult
    package func append(_ entry: String) throws(LineHistoryError) -> Bool {
        guard entry.contains(where: { !$0.isWhitespace }), entry != entries.last else {
            return false
        }
        entries.append(entry)
        if entries.count > limit { entries.removeFirst(entries.count - limit) }
        try HistoryFile(path: path).append(Self.encoded(entry))
        return true
    }

    static func encoded(_ entry: String) -> String {
        var line = ""
        for scalar in entry.unicodeScalars {
            switch scalar {
            case "\\": line += "\\\\"
            case "\n": line += "\\n"
            default: line.unicodeScalars.append(scalar)
            }
        }
        return line
    }

    static func decoded(_ line: String) -> String {
        var entry = ""
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if isEscaped {
                entry.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                entry.unicodeScalars.append(scalar)
            }
        }
        return entry
    }
}

/// The history could not be read or written; studying goes on without.
package struct LineHistoryError: Error, Hashable, CustomStringConvertible {
    package let path: String
    /// An `errno`.
    package let code: Int32

    package var description: String { "\(path): \(systemMessage(code))" }
}

/// The file, open and locked as long as the value lives.
private struct HistoryFile: ~Copyable {
    private let path: String
    private let descriptor: Int32

    init(path: String) throws(LineHistoryError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw LineHistoryError(path: path, code: errno) }
        // A file system without locks is no reason to have no history.
        _ = flock(descriptor, LOCK_EX)
    }

    deinit {
        close(descriptor)
    }

    func lines() throws(LineHistoryError) -> [String] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            guard count >= 0 else { throw failure() }
            if count == 0 { break }
            bytes += chunk[..<count]
        }
        return bytes.split(separator: UInt8(ascii: "\n")).map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    func append(_ line: String) throws(LineHistoryError) {
        try write(line + "\n")
    }

    /// In place, so that a writer waiting for the lock writes to the same file.
    func replace(with lines: ArraySlice<String>) throws(LineHistoryError) {
        guard ftruncate(descriptor, 0) == 0 else { throw failure() }
        try write(lines.map { $0 + "\n" }.joined())
    }

    private func write(_ text: String) throws(LineHistoryError) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                #if canImport(Darwin)
                Darwin.write(descriptor, $0.baseAddress, $0.count)
                #else
                Glibc.write(descriptor, $0.baseAddress, $0.count)
                #endif
            }
            guard count >= 0 else { throw failure() }
            rest = rest.dropFirst(count)
        }
    }

    private func failure() -> LineHistoryError {
        LineHistoryError(path: path, code: errno)
    }
}
