internal import StudyCore

/// Plain text made Markdown that reads back as the same text.
package enum Markdown {
    /// Puts a backslash before every sign that would mean something, and before no other.
    ///
    /// Lines are trimmed, so that none is code by its indent; blank lines part paragraphs.
    ///
    /// - Parameter plain: The text; `\n` parts lines.
    /// - Returns: The Markdown.
    package static func escaped(_ plain: String) -> String {
        let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
        return withoutID(lines.map { escapedLine($0.trimmedSlice) }.joined(separator: "\n"))
    }

    /// Braces at the end that would fix the identity of whatever the text becomes are made text.
    static func withoutID(_ markdown: String) -> String {
        guard let open = endingID(of: markdown) else { return markdown }
        return markdown[..<open] + "\\" + markdown[open...].dropLast() + "\\}"
    }

    /// A stretch inside a line: blanks at its ends stay, and its first sign begins no line.
    static func escaped(_ plain: String, isInside: Bool) -> String {
        guard isInside, let first = plain.firstIndex(where: { !$0.isWhitespace }) else {
            return plain
        }
        let end = plain.lastIndex { !$0.isWhitespace }.map(plain.index(after:)) ?? plain.endIndex
        return plain[..<first] + escaped(String(plain[first..<end])) + plain[end...]
    }

    /// A line of plain text for a heading.
    ///
    /// A `{#` gets a space: in headings no backslash keeps it from fixing an identity.
    package static func heading(_ plain: String) -> String {
        let text = escaped(plain.onOneLine.replacing("{#", with: "{ #"))
        return text.hasSuffix("#") ? text.dropLast() + "\\#" : text
    }

    private static func escapedLine(_ line: Substring) -> String {
        let scalars = Array(line.unicodeScalars)
        let marked = lineStart(scalars)
        let hasTildes = scalars.count { $0 == "~" } > 1
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let before = index > 0 ? scalars[index - 1] : nil
            let after = index + 1 < scalars.count ? scalars[index + 1] : nil
            if index == marked || (scalar == "~" && hasTildes)
                || isMark(scalar, before: before, after: after)
            {
                result.append("\\")
            }
            result.append(scalar)
        }
        return String(result)
    }

    /// Whether a sign inside a line means something in its place.
    private static func isMark(
        _ scalar: Unicode.Scalar, before: Unicode.Scalar?, after: Unicode.Scalar?
    ) -> Bool {
        switch scalar {
        case "`", "[", "]", "|": true
        case "\\": after.map { $0.isASCIIPunctuation } ?? true
        case "*": !(before == " " && after == " ")
        case "_": !(before.isWordSign && after.isWordSign)
        case "<":
            after.map { $0.properties.isAlphabetic || "/!?".unicodeScalars.contains($0) } ?? false
        case "&": after.map { $0.properties.isAlphabetic || $0 == "#" } ?? false
        default: false
        }
    }

    /// The index of the sign that makes a line begin a block; nil for most lines.
    private static func lineStart(_ line: [Unicode.Scalar]) -> Int? {
        guard let first = line.first else { return nil }
        func ends(at index: Int) -> Bool { index >= line.count || line[index] == " " }
        switch first {
        case ">": return 0
        case "#": return ends(at: line.prefix { $0 == "#" }.count) ? 0 : nil
        case "-", "+", "=":
            return ends(at: 1) || line.allSatisfy { $0 == first || $0 == " " } ? 0 : nil
        case "Q", "A", "C":
            return line.count > 1 && line[1] == ":" && ends(at: 2) ? 1 : nil
        case "0"..."9":
            let digits = line.prefix { ("0"..."9").contains($0) }.count
            guard digits < line.count, line[digits] == "." || line[digits] == ")",
                ends(at: digits + 1)
            else { return nil }
            return digits
        default: return nil
        }
    }

    /// Where the `{#…}` at the end of a text begins.
    private static func endingID(of text: String) -> String.Index? {
        guard text.hasSuffix("}"), let open = text.lastIndex(of: "{"),
            text[text.index(after: open)...].hasPrefix("#")
        else { return nil }
        return open
    }
}

extension StringProtocol {
    /// On one line, a space for each run of blanks and line ends.
    var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}

extension StringProtocol {
    /// Without blanks at its end.
    var trimmedEnd: SubSequence {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return text
    }
}

extension String {
    /// With signs before its lines, but no blanks before an empty one.
    func indented(first: String, rest: String) -> String {
        var result = ""
        func write(_ line: Substring, _ mark: String) {
            if !line.isEmpty || mark.utf8.contains(where: { $0 != UInt8(ascii: " ") }) {
                result += mark
            }
            result += line
        }
        var (left, mark) = (self[...], first)
        while let end = left.firstIndex(ofByte: UInt8(ascii: "\n")) {
            write(left[..<end], mark)
            result += "\n"
            (left, mark) = (left[left.utf8.index(after: end)...], rest)
        }
        write(left, mark)
        return result
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIPunctuation: Bool {
        isASCII && !properties.isAlphabetic && !("0"..."9").contains(self) && value > 0x20
            && value < 0x7F
    }
}

extension Unicode.Scalar? {
    fileprivate var isWordSign: Bool {
        map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
    }
}
