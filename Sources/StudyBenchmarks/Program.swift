import Foundation

/// The program under measurement.
enum Program {
    /// Where it was built: beside this one.
    static let path = URL(fileURLWithPath: CommandLine.arguments[0])
        .deletingLastPathComponent().appending(path: "studyline").path

    /// A whole environment with data and guides of its own.
    static func environment(_ data: String, content: String) -> [String: String] {
        [
            "HOME": data, "STUDYLINE_DATA": data, "STUDYLINE_CONTENT": content,
            "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
        ]
    }
}
