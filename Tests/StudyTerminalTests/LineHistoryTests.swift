import Foundation
import StudyTerminal
import Testing

/// A file name in a folder of its own, which is removed with it.
private final class TemporaryFile {
    let path: String
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.appending(path: "history").path
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }
}

@Test("Entries come back as they were, whatever they hold")
func roundTrip() throws {
    let file = try TemporaryFile()
    let entries = [
        "quiz due", "two\nlines\n#1 of them", "#1700000000", "C:\\new\\name", "日本 é", "tab\tbed",
    ]
    let history = try LineHistory(path: file.path)
    for entry in entries { #expect(try history.append(entry)) }
    #expect(try LineHistory(path: file.path).entries == entries)
}

@Test("Blank entries and repetitions are not kept")
func repetitions() throws {
    let file = try TemporaryFile()
    let history = try LineHistory(path: file.path)
    let added = try ["a", "a", "", "  ", "b", "a"].map { try history.append($0) }
    #expect(added == [true, false, false, false, true, true])
    #expect(try LineHistory(path: file.path).entries == ["a", "b", "a"])
}

@Test("Two sessions at once keep the lines of both")
func twoSessions() throws {
    let file = try TemporaryFile()
    let first = try LineHistory(path: file.path)
    let second = try LineHistory(path: file.path)
    try first.append("from the first")
    try second.append("from the second")
    try first.append("again from the first")
    #expect(
        try LineHistory(path: file.path).entries == [
            "from the first", "from the second", "again from the first",
        ])
}

@Test("The file is private and bounded")
func bounds() throws {
    let file = try TemporaryFile()
    let history = try LineHistory(path: file.path, limit: 10)
    for number in 1...25 { try history.append("entry \(number)") }
    let expected = (16...25).map { "entry \($0)" }
    #expect(history.entries == expected)
    #expect(try LineHistory(path: file.path, limit: 10).entries == expected)
    let text = try String(contentsOfFile: file.path, encoding: .utf8)
    #expect(text == expected.map { $0 + "\n" }.joined())
    let mode =
        try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
}

@Test("A history that cannot be opened names file and reason")
func unreadable() throws {
    let error = #expect(throws: LineHistoryError.self) {
        try LineHistory(path: "/nonexistent/history")
    }
    #expect(error?.description == "/nonexistent/history: No such file or directory")
}
