import Foundation
import Testing

/// `export json`, an empty data folder, `import`: everything is as it was.
@Suite("Archives")
struct ArchiveTests {
    /// A learner who answered, took back, marked, changed a guide and set things.
    private func learner() throws -> Workplace {
        let workplace = try Workplace()
        let answers = String(repeating: "in my own words\n3\n", count: 6)
        _ = try workplace.run(
            ["quiz", "--all", "--form", "flashcard", "--limit", "6", "--seed", "3"], input: answers)
        _ = try workplace.run(["undo"])
        _ = try workplace.run(["redo"])
        _ = try workplace.run(["undo"])
        _ = try workplace.run(["suspend", "neap-tide"])
        _ = try workplace.run(["flag", "gulf-stream"])
        _ = try workplace.run(["exam", "set", "tides", "in", "2", "days", "--minutes", "1"])
        _ = try workplace.run(
            ["test", "tides", "--questions", "2", "--seed", "4"], input: ":skip\n:skip\n")
        _ = try workplace.run(["config", "retention", "0.93"])
        _ = try workplace.run(["config", "retention", "0.85", "--class", "Oceanography"])
        try workplace.write("\u{1}\u{2}\u{3}", to: "guides/oceanography/media/moon.png")
        // The history of a text goes over to its other words; the item keeps the old words' name.
        let path = workplace.file("guides/oceanography/tides/spring-tide.md")
        let text = try String(contentsOf: path, encoding: .utf8)
        try Data(text.replacing("greatest", with: "largest").utf8).write(to: path)
        _ = try workplace.run(
            ["quiz", "--all", "--form", "flashcard", "--limit", "4", "--seed", "5"], input: answers,
            environment: ["STUDYLINE_NOW": "2026-11-25T09:00:00Z"])
        return workplace
    }

    private func archive(
        _ workplace: Workplace, _ name: String, data: String = "data", content: String = "guides"
    )
        throws -> [String]
    {
        let result = try workplace.run(
            ["export", "json", "--output", name],
            environment: [
                "STUDYLINE_DATA": data, "STUDYLINE_CONTENT": content,
                "STUDYLINE_NOW": "2026-11-25T10:00:00Z",
            ])
        #expect(result.status == 0, "\(result.errors)")
        return try String(contentsOf: workplace.file(name), encoding: .utf8)
            .split(separator: "\n").map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
    }

    private func records(_ lines: [String], _ kind: String) -> [String] {
        lines.filter { $0.contains("\"kind\":\"\(kind)\"") }
    }

    @Test(
        "Items, history, states and settings come back, on a machine with the guides and one without"
    )
    func roundTrip() throws {
        let workplace = try learner()
        let before = try archive(workplace, "one.json")
        #expect(records(before, "review").count == 10)
        #expect(records(before, "action").count >= 5)
        #expect(records(before, "setting").count == 2)
        #expect(!records(before, "forecast").isEmpty)
        #expect(records(before, "practice").count == 1)
        #expect(records(before, "image").count == 1)
        for (data, content) in [("second", "guides"), ("third", "")] {
            let environment = ["STUDYLINE_DATA": data, "STUDYLINE_CONTENT": content]
            let result = try workplace.run(
                ["import", "one.json", "--yes"], environment: environment)
            #expect(result.status == 0, "\(result.output) \(result.errors)")
            let after = try archive(workplace, "\(data).json", data: data, content: content)
            for kind in [
                "review", "action", "forecast", "practice", "state", "setting", "file", "image",
            ] {
                #expect(records(after, kind) == records(before, kind), "\(kind) of \(data)")
            }
            let texts = Set(records(before, "text"))
            #expect(texts.isSubset(of: records(after, "text")))
            let again = try workplace.run(
                ["import", "one.json", "--yes"], environment: environment)
            #expect(again.output.contains("Nothing was added"), "\(again.output)")
            #expect(try archive(workplace, "\(data)2.json", data: data, content: content) == after)
            let doctor = try workplace.run(["doctor"], environment: environment)
            #expect(doctor.status == 0, "\(doctor.output) \(doctor.errors)")
        }
    }

    @Test("An archive of version 1, without forecasts and practice tests, is read")
    func firstVersion() throws {
        let workplace = try learner()
        let old = try archive(workplace, "one.json").filter {
            !$0.contains(#""kind":"forecast""#) && !$0.contains(#""kind":"practice""#)
        }
        let text = old.joined(separator: ",\n")
            .replacing(#"{"studyline":3"#, with: #"{"studyline":1"#)
            .replacing("[,", with: "[").replacing(",\n]}", with: "\n]}")
        try workplace.write(text, to: "old.json")
        let environment = ["STUDYLINE_DATA": "second", "STUDYLINE_CONTENT": ""]
        let result = try workplace.run(["import", "old.json", "--yes"], environment: environment)
        #expect(result.status == 0, "\(result.errors)")
        let after = try archive(workplace, "new.json", data: "second", content: "")
        #expect(records(after, "review") == records(old, "review"))
        #expect(records(after, "forecast").isEmpty && records(after, "practice").isEmpty)
    }

    @Test("An answer given elsewhere meanwhile stays beside those that come in")
    func merged() throws {
        let workplace = try learner()
        _ = try archive(workplace, "one.json")
        let there = ["STUDYLINE_DATA": "there"]
        _ = try workplace.run(
            ["quiz", "spring-tide", "--all", "--form", "flashcard", "--limit", "2"],
            input: "\n3\n\n3\n", environment: there)
        let result = try workplace.run(["import", "one.json", "--yes"], environment: there)
        #expect(result.status == 0, "\(result.errors)")
        let after = try archive(workplace, "both.json", data: "there")
        #expect(records(after, "review").count == 12)
        let again = try workplace.run(["import", "one.json", "--yes"], environment: there)
        #expect(again.output.contains("Nothing was added"), "\(again.output)")
    }

    @Test(
        "What is no sound archive is refused with its line, and nothing is changed",
        arguments: [
            (#""deed":"undo""#, #""deed":"destroy""#), (#""rating":3"#, #""rating":9"#),
            (#""sequence":2,"#, #""sequence":7,"#),
            (#""path":"oceanography/"#, #""path":"../../oceanography/"#),
            (#""path":"oceanography/"#, #""path":"/etc/"#),
            (#""path":"oceanography/media/"#, #""path":"../media/"#),
            ("/moon.png", "/moon.sh"), (#""base64":"AQID"#, #""base64":"!"#),
            (#""name":"retention""#, #""name":"shell""#),
            (#""value":"0.93""#, #""value":"7""#), ("\n]}", ""),
            (#"{"studyline":3"#, #"{"studyline":4"#), (#""idle":0"#, #""idle":7"#),
            (#""questions":2"#, #""questions":-2"#),
            (#""kind":"review""#, #""kind":"deletion""#),
            (#""fingerprint":""#, #""fingerprint":"x"#),
        ])
    func malformed(part: String, bad: String) throws {
        let workplace = try learner()
        _ = try archive(workplace, "one.json")
        let text = try String(contentsOf: workplace.file("one.json"), encoding: .utf8)
        let range = try #require(text.firstRange(of: part), "\(part) is in the archive")
        try workplace.write(text.replacingCharacters(in: range, with: bad), to: "bad.json")
        let result = try workplace.run(
            ["import", "bad.json", "--yes"],
            environment: [
                "STUDYLINE_DATA": "new", "STUDYLINE_CONTENT": "",
                "HOME": workplace.file("home").path,
            ])
        #expect(result.status == 1)
        #expect(!result.errors.isEmpty)
        let left =
            FileManager.default.enumerator(atPath: workplace.file("new").path)?.allObjects ?? []
        #expect(
            !left.contains { "\($0)".hasSuffix(".md") || "\($0)".hasSuffix(".toml") }, "\(left)")
    }
}
