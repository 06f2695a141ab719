import Foundation
import TerminalTesting

/// A learner's machine: a folder of its own with home, data and guides.
///
/// The whole environment of a program run here is given, so that nothing of the machine gets in.
struct Workplace: Sendable {
    let folder: URL

    /// Makes the folder.
    ///
    /// - Parameter guides: Whether the guides of the tests are there, in `guides`, and those for forms
    ///     that need more terms, in `lessons`.
    /// - Throws: When the folder cannot be made.
    init(guides: Bool = true) throws {
        folder = Self.root.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(
            at: folder.appending(path: "home"), withIntermediateDirectories: true)
        if guides {
            try FileManager.default.copyItem(
                at: Self.testFolder.appending(path: "Guides"), to: file("guides"))
            try FileManager.default.copyItem(
                at: Self.testFolder.appending(path: "Lessons"), to: file("lessons"))
        }
    }

    /// Holds all workplaces, and is removed when the tests have ended: a program may still be at home
    /// in one when nobody in the tests needs it any more.
    private static let root: URL = {
        atexit { try? FileManager.default.removeItem(at: Workplace.root) }
        return FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "studyline-\(UUID().uuidString)")
    }()

    /// The folder this file lies in.
    static let testFolder = URL(filePath: #filePath).deletingLastPathComponent()
    static let program = productsFolder + "/studyline"

    func file(_ path: String) -> URL { folder.appending(path: path) }

    func write(_ text: String, to path: String) throws {
        try FileManager.default.createDirectory(
            at: file(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file(path))
    }

    /// The environment of a program, with entries put in place of or beside the standard ones.
    func environment(_ changes: [String: String] = [:]) -> [String: String] {
        [
            "PATH": "\(productsFolder):/usr/local/bin:/usr/bin:/bin", "LANG": "C.UTF-8",
            "TERM": "xterm", "TZ": "UTC", "COLUMNS": "80", "LINES": "24",
            "HOME": file("home").path, "INPUTRC": "/dev/null",
            "STUDYLINE_DATA": file("data").path, "STUDYLINE_CONTENT": file("guides").path,
            "STUDYLINE_NOW": "2026-11-23T09:00:00Z", "SWIFT_BACKTRACE": "enable=no",
            // Whether WordNet is installed must make no difference here.
            "WNSEARCHDIR": "/nonexistent",
        ].merging(changes) { $1 }
    }

    /// What came of a run.
    struct Result: Equatable {
        var output: String
        var errors: String
        /// The exit code; minus the number of the signal that ended the program.
        var status: Int32
    }

    /// Runs the program in the folder until it ends.
    func run(
        _ arguments: [String], input: String = "", environment changes: [String: String] = [:]
    ) throws -> Result {
        try run(Self.program, arguments, input: input, environment: changes)
    }

    /// Runs any program in the folder until it ends.
    func run(
        _ path: String, _ arguments: [String], input: String = "",
        environment changes: [String: String] = [:]
    ) throws -> Result {
        // Files and not pipes: none of the three can fill up and make the others wait.
        let scratch = file("scratch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        func handle(_ name: String, _ text: String = "") throws -> FileHandle {
            let url = scratch.appending(path: name)
            try Data(text.utf8).write(to: url)
            return try FileHandle(forUpdating: url)
        }
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = environment(changes)
        process.currentDirectoryURL = folder
        process.standardInput = try handle("input", input)
        process.standardOutput = try handle("output")
        process.standardError = try handle("errors")
        try process.run()
        process.waitUntilExit()
        func text(_ name: String) throws -> String {
            String(decoding: try Data(contentsOf: scratch.appending(path: name)), as: UTF8.self)
        }
        let status = process.terminationStatus
        return Result(
            output: try text("output"), errors: try text("errors"),
            status: process.terminationReason == .exit ? status : -status)
    }

    /// Starts the program on a pseudo-terminal, without colours unless `NO_COLOR` is taken away.
    func start(
        _ arguments: [String] = [], environment changes: [String: String] = [:], columns: Int = 80,
        rows: Int = 24
    ) throws -> TerminalSession {
        // A terminal knows its own size.
        let size = ["COLUMNS": "", "LINES": "", "NO_COLOR": "1"]
        return try TerminalSession(
            Self.program, arguments,
            environment: environment(size.merging(changes) { $1 }), columns: columns, rows: rows)
    }
}
