import Testing

@testable import studyline

@Suite("Places of files")
struct PlaceTests {
    private func locations(_ chosen: String?, _ environment: [String: String]) -> [String] {
        let places = DataLocations(chosen: chosen) { environment[$0] }
        return [places.data, places.settings, places.lines]
    }

    @Test("A chosen folder holds everything")
    func chosen() {
        #expect(
            locations("d", ["HOME": "/h", "XDG_DATA_HOME": "/x"]) == [
                "d", "d/config.toml", "d/lines",
            ])
    }

    #if os(Linux)
    @Test(
        "The XDG folders hold, where they are absolute paths",
        arguments: [nil, ""], [[:], ["XDG_DATA_HOME": "relative", "XDG_STATE_HOME": ""]])
    func home(chosen: String?, variables: [String: String]) {
        #expect(
            locations(chosen, variables.merging(["HOME": "/h"]) { $1 }) == [
                "/h/.local/share/studyline", "/h/.config/studyline/config.toml",
                "/h/.local/state/studyline/lines",
            ])
    }

    @Test("Each XDG folder moves its own file")
    func moved() {
        let variables = [
            "HOME": "/h", "XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s",
        ]
        #expect(
            locations(nil, variables) == [
                "/d/studyline", "/c/studyline/config.toml", "/s/studyline/lines",
            ])
    }
    #endif

    @Test("Guides: what is named, else the learner's own, else those beside the program, else here")
    func content() {
        func folders(
            _ chosen: String?, _ configured: [String], _ executable: String?, there: Set<String>
        ) -> [String] {
            ContentLocations(chosen: chosen, configured: configured, executable: executable)
                .folders { there.contains($0) }
        }
        let beside = "/bin/../share/studyline/content"
        let all: Set<String> = [beside, "content", "own"]
        #expect(folders("named", ["own"], "/bin", there: all) == ["named"])
        #expect(folders("", ["own", "more"], "/bin", there: all) == ["own", "more"])
        #expect(folders(nil, [], "/bin", there: all) == [beside])
        #expect(folders(nil, [], "/bin", there: ["content"]) == ["content"])
        #expect(folders(nil, [], nil, there: all) == ["content"])
        #expect(folders(nil, [], "/bin", there: []) == [])
    }

    @Test(
        "The editor is VISUAL before EDITOR, with its own options, or vi",
        arguments: [
            ([:], ["vi"]), (["EDITOR": "nano"], ["nano"]),
            (["VISUAL": "code --wait", "EDITOR": "nano"], ["code", "--wait"]),
            (["VISUAL": "", "EDITOR": "emacs -nw"], ["emacs", "-nw"]),
            (["VISUAL": "  "], ["vi"]),
        ] as [([String: String], [String])])
    func editor(variables: [String: String], words: [String]) {
        #expect(Editor.command { variables[$0] } == words)
    }

    @Test(
        "Each editor is told the line in its own way",
        arguments: [
            ("vi", ["+7", "a b.md"]), ("/usr/bin/nano", ["+7", "a b.md"]),
            ("code", ["--wait", "--goto", "a b.md:7"]), ("/opt/bin/hx", ["a b.md:7"]),
            ("unheard-of", ["+7", "a b.md"]),
        ])
    func arguments(program: String, arguments: [String]) {
        #expect(Editor.arguments(program, "a b.md", 7) == arguments)
    }
}
