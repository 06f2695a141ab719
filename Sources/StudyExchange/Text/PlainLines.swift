/// Bytes of the largest text that is read.
package let textSizeLimit = 16 << 20

/// The lines of a text from anywhere, cleaned of what is not seen.
struct PlainLines {
    /// A line without invisible signs, its indent counted.
    struct Line: Hashable {
        /// As it came, without its line end.
        var original: String
        /// As it came, without what is not seen: tabs and blanks stay.
        var visible: String
        /// Trimmed; every run of blanks inside is one space, but tabs stay.
        var text: String
        /// Columns before the text; a tab reaches to the next multiple of 4.
        var indent: Int

        var isBlank: Bool { text.isEmpty }
    }

    let lines: [Line]
    /// Whether the lines are those of the text that HTML shows.
    let isHTML: Bool

    /// Reads UTF-8, or UTF-16 that says so by its first bytes, with any line ends.
    init(_ bytes: [UInt8]) throws(TextRefusal) {
        guard bytes.count <= textSizeLimit else { throw .tooLarge(limit: textSizeLimit) }
        let text = if let wide = Self.utf16(bytes) { wide } else { try Self.utf8(bytes) }
        let html = HTMLLines(text)
        isHTML = html != nil
        lines = Self.split(html?.text ?? text).map(Self.line)
        if lines.allSatisfy(\.isBlank) { throw .empty }
    }

    private static func utf8(_ bytes: [UInt8]) throws(TextRefusal) -> String {
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else {
            let before = bytes[..<offsetOfNoText(in: bytes)]
            let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
            throw .notText(
                line: before.count { $0 == UInt8(ascii: "\n") } + 1,
                column: before.count - start + 1)
        }
        return text
    }

    /// Text as spreadsheets save it under the name of *Unicode text*; nil for any other.
    private static func utf16(_ bytes: [UInt8]) -> String? {
        let isLittle = bytes.starts(with: [0xFF, 0xFE])
        guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count.isMultiple(of: 2) else {
            return nil
        }
        let units = stride(from: 2, to: bytes.count, by: 2).map { index in
            let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            return isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
        }
        guard !units.contains(0) else { return nil }
        return String(validating: units, as: UTF16.self)
    }

    private static func split(_ text: String) -> [String] {
        var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
        // A line feed ends the last line and begins none.
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func line(_ original: String) -> Line {
        var indent = 0
        var text = ""
        var hasGap = false
        let visible = Self.visible(original)
        for scalar in visible.unicodeScalars {
            switch scalar {
            case "\t":
                if text.isEmpty { indent += 4 - indent % 4 } else { text.append("\t") }
                hasGap = false
            case _ where scalar.properties.isWhitespace:
                if text.isEmpty {
                    indent += scalar.value == 0x3000 ? 2 : 1
                } else {
                    hasGap = true
                }
            default:
                if hasGap, text.last != "\t" { text.append(" ") }
                hasGap = false
                text.unicodeScalars.append(scalar)
            }
        }
        while text.last == "\t" { text.removeLast() }
        return Line(original: original, visible: visible, text: text, indent: indent)
    }

    /// A line without escape sequences and without signs that nobody sees.
    private static func visible(_ line: String) -> String {
        guard line.unicodeScalars.contains(where: { $0 != "\t" && isInvisible($0) }) else {
            return line
        }
        let text = line.unicodeScalars.contains(where: isEscape) ? withoutSequences(line) : line
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.filter { $0 == "\t" || !isInvisible($0) }))
    }

    private static func isEscape(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x1B || (0x90...0x9F).contains(scalar.value)
    }

    /// CSI sequences, and strings such as OSC up to their end, are taken out; each begins with one sign or two.
    private static func withoutSequences(_ line: String) -> String {
        let csi = /(?:\u{1B}\[|\u{9B})[\x20-\x3F]*[\x40-\x7E]?/
        let string =
            /(?:\u{1B}[\]PX^_]|[\u{90}\u{98}\u{9D}-\u{9F}])[^\u{07}\u{1B}\u{9C}]*(?:\u{07}|\u{1B}\\|\u{9C})?/
        return line.replacing(csi, with: "").replacing(string, with: "")
            .replacing(/\u{1B}.?/, with: "")
    }

    /// Controls, marks of direction, soft hyphens, byte order marks and spaces without a width.
    ///
    /// A joiner stays where it joins letters or signs, which is only known to whoever shows it.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B, 0x200E, 0x200F, 0x061C, 0x202A...0x202E,
            0x2060...0x2069, 0xFEFF, 0xFFF9...0xFFFB:
            true
        default: false
        }
    }

    private static func offsetOfNoText(in bytes: [UInt8]) -> Int {
        if let offset = bytes.firstIndex(of: 0) { return offset }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) {
            offset += scalar.count
        }
        return min(offset, max(0, bytes.count - 1))
    }
}
