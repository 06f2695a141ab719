#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The value of an environment variable; nil when it is not set.
package func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
}

/// The system's words for an `errno`.
func systemMessage(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "error \(code)"
}
