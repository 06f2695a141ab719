import StudyContent
import StudyCore
import Testing

@Suite("Bytes of a guide")
struct EncodingTests {
    private let text =
        "# Term\n\n## Definition\n\nIt is\nthis.\n\n## Facts\n\n- One\n  goes on\n- Two\n"

    @Test("Line ends of every system and a byte order mark change nothing")
    func lineEnds() {
        let expected = load(text)
        #expect(expected.guides.count == 1)
        #expect(load(text.replacing("\n", with: "\r\n")) == expected)
        #expect(load(text.replacing("\n", with: "\r")) == expected)
        #expect(load("\u{FEFF}" + text) == expected)
    }

    @Test(
        "Bytes that are no text are named with their offset",
        arguments: [
            (
                [0x23, 0x20, 0x41, 0x0A, 0x0A, 0x42, 0xFF],
                "3:2: error: byte 6 (0xFF) is not valid UTF-8"
            ),
            ([0x23, 0x20, 0xC3, 0x28], "1:3: error: byte 2 (0xC3) is not valid UTF-8"),
            ([0x23, 0x20, 0xE2, 0x82], "1:3: error: byte 2 (0xE2) is not valid UTF-8"),
            ([0x23, 0x20, 0xED, 0xA0, 0x80], "1:3: error: byte 2 (0xED) is not valid UTF-8"),
            ([0x23, 0x0D, 0x0A, 0x41, 0x00], "2:2: error: byte 4 is NUL, so this is no text"),
        ] as [([UInt8], String)])
    func undecodable(bytes: [UInt8], report: String) {
        let file = GuideParser().parse(
            bytes, path: "a.md", defaults: GuideDefaults(className: "A"))
        #expect(file.guides == [])
        #expect(file.problems.map(\.description) == ["a.md:\(report); save the file as UTF-8"])
    }
}
