import StudyCore
import Testing

@Suite("Bytes of a text")
struct TextBytesTests {
    @Test(
        "are found as its UTF-8 has them",
        arguments: [
            "", "x", "[", "a[b", "ends in [", "\0[", "é[", "[\u{301}", "\r\n[", "🇩🇪[🇩🇪",
            "a text that is longer than sixteen bytes", "a text of more than sixteen bytes [",
        ])
    func search(text: String) {
        let bytes = Array(text.utf8)
        let byte = UInt8(ascii: "[")
        #expect(text.containsByte(byte) == bytes.contains(byte))
        #expect(text.containsByte { $0 > 0x7F } == bytes.contains { $0 > 0x7F })
        #expect(text.firstIndex(ofByte: byte) == text.utf8.firstIndex(of: byte))
        #expect(text.consists(ofBytes: bytes))
        #expect(!text.consists(ofBytes: bytes + [0]))
        #expect(!text.consists(ofBytes: [0] + bytes))
    }

    @Test("count from the start of a part of a text")
    func part() throws {
        let text = "é[b[c"
        let part = text.dropFirst(2)
        let found = try #require(part.firstIndex(ofByte: UInt8(ascii: "[")))
        #expect(text[found...] == "[c")
        #expect(part.dropLast(2).firstIndex(ofByte: UInt8(ascii: "[")) == nil)
    }

    @Test(
        "of another text are found",
        arguments: [
            ("", "", true), ("a", "", true), ("", "a", false), ("aab", "ab", true),
            ("a\\(", "\\(", true), ("<ank<anki", "<anki", true), ("<ank", "<anki", false),
        ])
    func contained(text: String, part: String, isIn: Bool) {
        #expect(text.containsBytes(of: part) == isIn)
    }
}
