/// A file's text with its lines; every line end is a line feed.
struct SourceText {
    /// UTF-8.
    private(set) var bytes: [UInt8]
    /// Offset of each line's first byte.
    let lineStarts: [Int]

    init(_ bytes: [UInt8]) {
        var starts = [0]
        bytes.withUnsafeBufferPointer { bytes in
            for offset in bytes.indices where bytes[offset] == UInt8(ascii: "\n") {
                starts.append(offset + 1)
            }
        }
        self.bytes = bytes
        lineStarts = starts
    }

    /// The number of lines; an empty one after the last line feed counts.
    var lineCount: Int { lineStarts.count }

    /// The offsets of a line, without its line feed; lines count from 1.
    func range(ofLine line: Int) -> Range<Int> {
        let start = lineStarts[line - 1]
        let end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
        return start..<end
    }

    /// The bytes of a line, without its line feed; lines count from 1.
    func line(_ line: Int) -> ArraySlice<UInt8> {
        bytes[range(ofLine: line)]
    }

    func isBlank(_ line: Int) -> Bool {
        self.line(line).allSatisfy(\.isBlank)
    }

    /// Overwrites lines with spaces, so that what follows keeps its place.
    mutating func blank(_ lines: ClosedRange<Int>) {
        for line in lines {
            for offset in range(ofLine: line) { bytes[offset] = UInt8(ascii: " ") }
        }
    }
}

extension UInt8 {
    /// A space or a tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }

    var isDigit: Bool { (0x30...0x39).contains(self) }
}
