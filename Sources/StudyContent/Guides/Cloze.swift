internal import StudyCore

/// A sentence with parts to leave out, written in square brackets.
struct Cloze: Equatable {
    /// The sentence with the holes filled in.
    var text: Prose
    /// Ranges of UTF-8 offsets into `text.plain`, in order.
    var holes: [Range<Int>]

    /// Why a text is no cloze.
    struct Failure: Error {
        let code: ProblemCode
        let message: String
    }

    // Two code points of private use stand for the brackets while Markdown is parsed.
    private static let opening: Unicode.Scalar = "\u{10FFFC}"
    private static let closing: Unicode.Scalar = "\u{10FFFD}"

    /// Reads Markdown with `[holes]`; links, images, code and `\[` are none.
    init(_ markdown: String) throws(Failure) {
        let brackets = try Self.brackets(in: Array(markdown.utf8))
        guard !brackets.isEmpty else {
            throw Failure(
                code: .missingHole,
                message: "the cloze has no hole; put square brackets around the words to leave out")
        }
        let filled = Self.replacing(brackets, in: markdown) { _ in "" }
        let marked = Self.replacing(brackets, in: markdown) { isOpening in
            String(isOpening ? Self.opening : Self.closing)
        }
        text = Prose(markdown: Array(filled.utf8))
        holes = Self.holes(in: Prose(markdown: Array(marked.utf8)).plain)
        let hidden = holes.map { range in
            Array(text.plain.utf8).indices.contains(range.lowerBound) && !range.isEmpty
                && range.upperBound <= text.plain.utf8.count
        }
        guard holes.count == brackets.count / 2, hidden.allSatisfy({ $0 }) else {
            throw Failure(
                code: .emptyHole,
                message:
                    "a hole of the cloze holds no words; put brackets around words to leave out")
        }
    }

    /// Offsets of the brackets of all holes, opening and closing in turn.
    private static func brackets(in bytes: [UInt8]) throws(Failure) -> [Int] {
        var brackets: [Int] = []
        var open: [Int] = []
        var offset = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\\"): offset += 1
            case UInt8(ascii: "`"): offset = endOfCode(bytes, offset) - 1
            case UInt8(ascii: "["): open.append(offset)
            case UInt8(ascii: "]"):
                guard let start = open.popLast() else { break }
                if let end = endOfLink(bytes, start, offset) {
                    offset = end - 1
                } else if open.isEmpty {
                    brackets += [start, offset]
                }
            default: break
            }
            offset += 1
        }
        guard open.isEmpty else {
            throw Failure(
                code: .unclosedHole,
                message: "a hole of the cloze has no end; close it with ']' or write '\\['")
        }
        return brackets
    }

    /// The offset behind the code that begins here, or behind its back-ticks when it never ends.
    private static func endOfCode(_ bytes: [UInt8], _ start: Int) -> Int {
        let tick = UInt8(ascii: "`")
        let length = bytes[start...].prefix { $0 == tick }.count
        var offset = start + length
        while let next = bytes[offset...].firstIndex(of: tick) {
            let count = bytes[next...].prefix { $0 == tick }.count
            if count == length { return next + count }
            offset = next + count
        }
        return start + length
    }

    /// The offset behind a link or image whose text stands in these brackets; nil when it is none.
    private static func endOfLink(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
        if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "(") {
            var depth = 0
            for offset in (end + 1)..<bytes.count {
                if bytes[offset] == UInt8(ascii: "(") { depth += 1 }
                if bytes[offset] == UInt8(ascii: ")") { depth -= 1 }
                if depth == 0 { return offset + 1 }
            }
        }
        return nil
    }

    private static func replacing(
        _ brackets: [Int], in markdown: String, with sign: (_ isOpening: Bool) -> String
    ) -> String {
        let utf8 = markdown.utf8
        var result = ""
        var start = utf8.startIndex
        for (index, offset) in brackets.enumerated() {
            let place = utf8.index(utf8.startIndex, offsetBy: offset)
            result += markdown[start..<place]
            result += sign(index.isMultiple(of: 2))
            start = utf8.index(after: place)
        }
        return result + markdown[start...]
    }

    private static func holes(in marked: String) -> [Range<Int>] {
        var holes: [Range<Int>] = []
        var offset = 0
        var start: Int?
        for scalar in marked.unicodeScalars {
            if scalar == opening {
                start = offset
            } else if scalar == closing {
                if let begin = start { holes.append(begin..<offset) }
                start = nil
            } else {
                offset += UTF8.width(scalar)
            }
        }
        return holes
    }
}
