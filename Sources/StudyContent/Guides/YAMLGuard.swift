/// Refuses YAML that would cost more than its size, before Yams sees it.
///
/// Yams reads nested lists by recursion and puts the text of an alias wherever it is named, so a short text
/// may stand for a very long one.
enum YAMLGuard {
    private static let depthLimit = 16
    private static let indentLimit = 64

    /// The place of the first alias (`*name`) that is not plainly inside a text.
    static func alias(
        in source: SourceText, lines: ClosedRange<Int>
    ) -> (line: Int, column: Int)? {
        for number in lines {
            let line = source.line(number)
            var before: UInt8?
            for offset in line.indices {
                let byte = line[offset]
                if byte == UInt8(ascii: "*"), offset + 1 < line.endIndex, line[offset + 1].isName,
                    before.map({ "[{,:-?".utf8.contains($0) }) ?? true
                {
                    return (number, offset - line.startIndex + 1)
                }
                if !byte.isBlank { before = byte }
            }
        }
        return nil
    }

    /// The first line that nests more deeply than front matter ever needs to.
    static func deepLine(in source: SourceText, lines: ClosedRange<Int>) -> Int? {
        var depth = 0
        for number in lines {
            let line = source.line(number)
            let indent = line.prefix { $0.isBlank || "-?".utf8.contains($0) }.count
            if indent > indentLimit, indent < line.count { return number }
            for byte in line {
                switch byte {
                case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
                case UInt8(ascii: "]"), UInt8(ascii: "}"): depth = max(0, depth - 1)
                default: break
                }
                if depth > depthLimit { return number }
            }
        }
        return nil
    }
}

extension UInt8 {
    /// Whether an alias may be named with it.
    fileprivate var isName: Bool {
        isDigit || (0x61...0x7A).contains(self | 0x20) || self == UInt8(ascii: "_")
            || self == UInt8(ascii: "-") || self >= 0x80
    }
}
