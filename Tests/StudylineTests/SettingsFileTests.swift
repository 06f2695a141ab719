import Foundation
import Testing

@testable import studyline

/// What a learner found when the settings went through their file.
@Suite("Settings on disk")
struct SettingsFileTests {
    private func file(_ text: String? = nil) throws -> SettingsFile {
        let workplace = try Workplace(guides: false)
        if let text { try workplace.write(text, to: "config.toml") }
        return SettingsFile(path: workplace.file("config.toml").path)
    }

    @Test("A retention set for one class was said to be set and was not kept")
    func classRetention() throws {
        let file = try file()
        try file.write(.retention, "0.8", className: "Media Business")
        try file.write(.retention, "85%", className: "Oceanography")
        try file.write(.newPerDay, "5", className: nil)
        var expected = Settings()
        expected.classRetention = ["media-business": 0.8, "oceanography": 0.85]
        expected.newPerDay = 5
        #expect(try file.read() == expected)
        try file.write(.retention, nil, className: "Media Business")
        try file.write(.retention, nil, className: "Oceanography")
        try file.write(.newPerDay, nil, className: nil)
        #expect(try file.read() == Settings())
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "\n")
    }

    @Test("The settings could be read by everybody")
    func mode() throws {
        let file = try file()
        try file.write(.spread, "false", className: nil)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
    }

    @Test(
        "A wrong line for a class was passed over in silence",
        arguments: [
            "class = 3", "[class]\nOceanography = 3", "[class.Oceanography]\nspread = false",
            "[class.Oceanography]\nretention = \"often\"",
        ])
    func wrong(text: String) throws {
        let file = try file(text)
        #expect(throws: SettingsError.self) { try file.read() }
    }

    @Test("A syntax error is told with its line and column")
    func syntax() throws {
        let file = try file("retention = 0.9\nspread = = true\n")
        let error = #expect(throws: SettingsError.self) { try file.read() }
        guard case .syntax(file.path, line: 2, column: 10, reason: _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}
