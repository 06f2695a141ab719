/// Where a question ends and its answer begins, when both stand in one paragraph.
enum QuestionSplit {
    /// Parts Markdown behind its first questions.
    ///
    /// `Why? Because.` is `Why?` and `Because.`
    ///
    /// - Parameter markdown: A paragraph.
    /// - Returns: Question and answer; nil when there is no question mark, or nothing behind it.
    static func split(_ markdown: String) -> (question: String, answer: String)? {
        let scalars = Array(markdown.unicodeScalars)
        var end: Int?
        var sentenceAsks = false
        var offset = 0
        var inCode = false
        while offset < scalars.count {
            let scalar = scalars[offset]
            if scalar == "`" { inCode.toggle() }
            guard !inCode, isEnd(scalar), let next = boundary(scalars, offset) else {
                offset += 1
                continue
            }
            sentenceAsks = isQuestionMark(scalar)
            if sentenceAsks { end = next }
            if !sentenceAsks { break }
            offset = next
        }
        if end == nil { end = hardBreak(scalars) }
        guard let end, end < scalars.count else { return nil }
        let question = string(scalars[..<end])
        let answer = string(scalars[end...])
        return question.isEmpty || answer.isEmpty ? nil : (question, answer)
    }

    private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        isQuestionMark(scalar) || scalar == "." || scalar == "!" || scalar == "。"
    }

    private static func isQuestionMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "?" || scalar == "？" || scalar == "؟"
    }

    /// The offset behind the closing marks of a sentence; nil when it goes on.
    private static func boundary(_ scalars: [Unicode.Scalar], _ offset: Int) -> Int? {
        var next = offset + 1
        while next < scalars.count, isQuestionMark(scalars[next]) || isClosing(scalars[next]) {
            next += 1
        }
        if next == scalars.count || scalars[next].properties.isWhitespace { return next }
        return scalars[offset].value >= 0x3000 ? next : nil
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        "*_\"')]”’»!".unicodeScalars.contains(scalar)
    }

    /// The offset of a line break that was asked for: two spaces or a backslash at the end of a line.
    private static func hardBreak(_ scalars: [Unicode.Scalar]) -> Int? {
        for offset in scalars.indices where scalars[offset] == "\n" {
            if offset >= 1, scalars[offset - 1] == "\\" { return offset - 1 }
            if offset >= 2, scalars[offset - 1] == " ", scalars[offset - 2] == " " { return offset }
        }
        return nil
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        var text = String(view)[...]
        while let last = text.last, last.isWhitespace { text.removeLast() }
        while let first = text.first, first.isWhitespace || first == "\\" { text.removeFirst() }
        return String(text)
    }
}
