import Foundation
import StudyTerminal

/// Where talk goes that is no data.
enum StandardError {
    /// Writes a line, made harmless.
    static func write(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((Sanitizer.clean(line) + "\n").utf8))
    }
}
