import Foundation
import Testing

@Suite("Two machines")
struct TwoMachinesTests {
    @Test("The same text has the same identity in every data folder, however it came to be there")
    func sameText() throws {
        let workplace = try Workplace()
        func cards(_ data: String, in guides: String) throws -> [String] {
            let result = try workplace.run(
                ["why", "spring-tide", "--format", "json"],
                environment: [
                    "STUDYLINE_DATA": workplace.file(data).path,
                    "STUDYLINE_CONTENT": workplace.file(guides).path,
                ])
            struct Card: Decodable { let card: String }
            return try JSONDecoder().decode([Card].self, from: Data(result.output.utf8)).map(\.card)
        }
        let here = try cards("here", in: "guides")
        #expect(here.count == 5)
        #expect(Set(here).count == 5)

        // The other machine has the files elsewhere, under other names and typed otherwise.
        let folder = workplace.file("guides/oceanography")
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap {
            $0 as? String
        }
        for (number, file) in (files ?? []).filter({ $0.hasSuffix(".md") }).sorted().enumerated() {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            let name = file.hasSuffix("class.md") ? "class" : "file \(number)"
            try workplace.write(
                text.replacing("greatest difference", with: "GREATEST   *difference*"),
                to: "elsewhere/oceanography/\(name).md")
        }
        #expect(try cards("there", in: "elsewhere") == here)

        // A third one sees the text only after others.
        let guide = "elsewhere/oceanography"
        let path = try #require(
            try FileManager.default.contentsOfDirectory(atPath: workplace.file(guide).path)
                .first { name in
                    try String(contentsOf: workplace.file("\(guide)/\(name)"), encoding: .utf8)
                        .contains("# Spring tide")
                })
        let text = try String(contentsOf: workplace.file("\(guide)/\(path)"), encoding: .utf8)
        try workplace.write(
            "# Spring tide\n\n## Definition\n\nTo be done.\n", to: "\(guide)/\(path)")
        _ = try cards("later", in: "elsewhere")
        try workplace.write(text, to: "\(guide)/\(path)")
        let later = try cards("later", in: "elsewhere")
        // The definition grew out of the one that was there; all the rest is new and minted alike.
        #expect(later.suffix(3) == here.suffix(3))
    }
}
