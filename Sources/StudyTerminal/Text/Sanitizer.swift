/// Makes strangers' text harmless to a terminal.
///
/// What is left holds no control character but the line feed:
/// - escape sequences (CSI, OSC and the other strings, also in their C1 form) disappear whole; an unfinished
///   one ends with its line,
/// - every kind of line end becomes a line feed, tabs become spaces up to the next stop,
/// - other control characters become U+FFFD, so that one sees something was there,
/// - bidirectional embeddings, overrides and isolates disappear, because they can make text read as what it
///   is not; the marks U+200E, U+200F and U+061C stay, since right-to-left text needs them,
/// - joiners stay (emoji, Indic and Arabic letters); soft hyphens and byte order marks, on whose width
///   terminals disagree, disappear.
package enum Sanitizer {
    /// Columns between tab stops.
    private static let tabWidth = 4

    /// The harmless text; what is harmless already comes back as it is.
    package static func clean(_ text: String) -> String {
        guard text.utf8.contains(where: isSuspicious) else { return text }
        var scanner = EscapeScanner(scalars: text.unicodeScalars)
        var clean = ""
        while let scalar = scanner.next() {
            append(scalar, to: &clean)
        }
        return clean
    }

    /// Bytes that begin something to look at: controls, and the leading bytes of all that is changed.
    private static func isSuspicious(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x0A: false
        case 0..<0x20, 0x7F, 0xC2, 0xE2, 0xEF: true
        default: false
        }
    }

    private static func append(_ scalar: Unicode.Scalar, to clean: inout String) {
        switch scalar.value {
        case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029:
            clean.unicodeScalars.append("\n")
        case 0x09:
            let line = clean[
                (clean.lastIndex(of: "\n").map(clean.index(after:)) ?? clean.startIndex)...]
            let column = DisplayWidth.columns(of: line)
            clean += String(repeating: " ", count: tabWidth - column % tabWidth)
        case 0..<0x20, 0x7F..<0xA0:
            clean.unicodeScalars.append("\u{FFFD}")
        case 0xAD, 0xFEFF, 0xFFF9...0xFFFB, 0x202A...0x202E, 0x2066...0x2069:
            break
        default:
            clean.unicodeScalars.append(scalar)
        }
    }
}

/// The scalars of a text without its escape sequences, and with CR LF as one LF.
private struct EscapeScanner {
    private var rest: Substring.UnicodeScalarView

    init(scalars: String.UnicodeScalarView) {
        rest = scalars[...]
    }

    mutating func next() -> Unicode.Scalar? {
        while let scalar = rest.popFirst() {
            switch scalar.value {
            case 0x1B: skipSequence()
            case 0x9B: skipControlSequence()
            case 0x90, 0x98, 0x9D, 0x9E, 0x9F: skipString()
            case 0x0D where rest.first == "\n": break
            default: return scalar
            }
        }
        return nil
    }

    /// After ESC.
    private mutating func skipSequence() {
        guard let kind = rest.first else { return }
        switch kind {
        case "[":
            rest.removeFirst()
            skipControlSequence()
        case "]", "P", "X", "^", "_":
            rest.removeFirst()
            skipString()
        default:
            skip { (0x20...0x2F).contains($0) }
            if let last = rest.first, (0x30...0x7E).contains(last.value) { rest.removeFirst() }
        }
    }

    /// Parameters, intermediates and the final byte.
    private mutating func skipControlSequence() {
        skip { (0x20...0x3F).contains($0) }
        if let last = rest.first, (0x40...0x7E).contains(last.value) { rest.removeFirst() }
    }

    /// Up to BEL or ST, at most to the end of the line.
    private mutating func skipString() {
        skip { ![0x07, 0x0A, 0x0D, 0x1B, 0x9C].contains($0) }
        guard let end = rest.first else { return }
        if end.value == 0x07 || end.value == 0x9C {
            rest.removeFirst()
        } else if end.value == 0x1B, rest.dropFirst().first == "\\" {
            rest.removeFirst(2)
        }
    }

    private mutating func skip(while belongs: (UInt32) -> Bool) {
        while let scalar = rest.first, belongs(scalar.value) { rest.removeFirst() }
    }
}
