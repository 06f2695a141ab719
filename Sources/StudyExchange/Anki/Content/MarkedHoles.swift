internal import StudyCore

/// Markdown with marks for the brackets of holes, as Markdown with `[holes]`.
struct MarkedHoles {
    let markdown: String
    /// The holes that have words, counted from 0 in the order of the text; the others are none.
    let kept: [Int]
    /// How many holes there were; nil when their marks make no sense any more.
    let count: Int?

    init(_ marked: String) {
        guard MarkdownRuns.hasMarks(marked) else {
            (markdown, kept, count) = (marked, [], 0)
            return
        }
        var result = ""
        var kept: [Int] = []
        var count = 0
        var isSound = true
        var rest = marked[...]
        while let start = rest.unicodeScalars.firstIndex(where: Self.isMark) {
            result += rest[..<start]
            let inside = rest.unicodeScalars[rest.unicodeScalars.index(after: start)...]
            guard rest.unicodeScalars[start] == MarkdownRuns.opening,
                let end = inside.firstIndex(where: Self.isMark),
                inside[end] == MarkdownRuns.closing
            else {
                isSound = false
                rest = Substring(inside)
                continue
            }
            let (before, words, after) = Self.trimmed(Substring(inside[..<end]))
            result += before
            if !words.isEmpty {
                result += "[\(words)]"
                kept.append(count)
            }
            result += after
            count += 1
            rest = Substring(inside[inside.index(after: end)...])
            // Else it would be a link.
            if !words.isEmpty, after.isEmpty, rest.first == "(" { result += "\\" }
        }
        // Line ends that stood inside a hole may have met those beside it.
        let text = (result + rest).replacing("\\\n\\\n", with: "\\\n")
        let all = Self.trimmed(Substring(text))
        (markdown, self.kept, self.count) = (String(all.words), kept, isSound ? count : nil)
    }

    /// Whether every hole ends in the paragraph, list item or cell of a table in which it begins.
    static func standInLines(_ marked: String) -> Bool {
        guard MarkdownRuns.hasMarks(marked) else { return true }
        var isInHole = false
        var before: Unicode.Scalar = " "
        for scalar in marked.unicodeScalars {
            switch scalar {
            case MarkdownRuns.opening: isInHole = true
            case MarkdownRuns.closing: isInHole = false
            case "\n", "|": if isInHole, before != "\\" { return false }
            default: break
            }
            before = scalar
        }
        return true
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar == MarkdownRuns.opening || scalar == MarkdownRuns.closing
    }

    /// A text with the spaces and line ends around it apart: no hole begins or ends with them.
    private static func trimmed(
        _ text: Substring
    ) -> (before: Substring, words: Substring, after: Substring) {
        var words = text
        while true {
            if words.first == " " || words.first == "\n" {
                words = words.dropFirst()
            } else if words.hasPrefix("\\\n") {
                words = words.dropFirst(2)
            } else {
                break
            }
        }
        let before = text[..<words.startIndex]
        while true {
            if words.hasSuffix("\\\n") {
                words = words.dropLast(2)
            } else if words.last == " " || words.last == "\n" {
                words = words.dropLast()
            } else {
                break
            }
        }
        return (before, words, text[words.endIndex...])
    }
}
