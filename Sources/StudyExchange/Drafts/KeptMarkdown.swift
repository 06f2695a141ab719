extension Markdown {
    /// Markdown of others for one item: emphasis, code, formulas, links and lists stay as they are.
    ///
    /// What would reach beyond the item becomes text: headings, rules, tables, HTML, cards, references of
    /// links, an identity at the end.
    ///
    /// - Parameter markdown: The Markdown; `\n` parts lines.
    /// - Returns: Markdown that is part of whatever it is put in.
    package static func kept(_ markdown: String) -> String {
        let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
        var fence: CodeFence?
        var result: [String] = []
        for (index, line) in lines.enumerated() {
            if let open = fence {
                if open.isClosed(by: line) { fence = nil }
                result.append(String(line))
            } else if let opened = CodeFence(line),
                lines[(index + 1)...].contains(where: opened.isClosed)
            {
                fence = opened
                result.append(String(line))
            } else {
                result.append(keptLine(line))
            }
        }
        return withoutID(result.joined(separator: "\n"))
    }

    /// A line outside of code; the marks of lists at its beginning stay.
    private static func keptLine(_ line: Substring) -> String {
        var start = line.startIndex
        while let mark = line[start...].firstMatch(of: /^\s*(?:[-+*]|\d{1,9}[.)])(?=\s+\S)/) {
            let rest = line[mark.range.upperBound...]
            // A rule such as `* * *` is no list.
            if rest.allSatisfy({ "-*_ ".contains($0) }) { break }
            start = mark.range.upperBound
        }
        let blanks = line[start...].prefix { $0.isWhitespace }
        let text = line[blanks.endIndex...]
        return line[..<blanks.endIndex] + (beginsBlock(text) ? "\\" : "") + withoutTags(text)
    }

    private static func beginsBlock(_ text: Substring) -> Bool {
        guard let first = text.first else { return false }
        let isTableRule =
            text.allSatisfy { "|-: ".contains($0) } && text.contains("-")
        return isTableRule || text.allSatisfy { $0 == "=" || $0 == " " }
            || text.wholeMatch(of: /([*_])(?:\s*\1){2,}\s*/) != nil
            || first == "#" || text.hasPrefix("```") || text.hasPrefix("~~~")
            || text.hasPrefix("<") || text.prefixMatch(of: /\[[^\]]*\]:/) != nil
    }

    /// A backslash before each tag that is not in code, and behind the letter of what would be a card.
    private static func withoutTags(_ text: Substring) -> String {
        var result = ""
        var isCode = false
        for index in text.indices {
            let sign = text[index]
            if sign == "`" { isCode.toggle() }
            if sign == "<", !isCode, index != text.startIndex,
                text[text.index(after: index)...].first.map({ $0.isLetter || "/!?".contains($0) })
                    ?? false
            {
                result.append("\\")
            }
            result.append(sign)
        }
        guard let card = result.prefixMatch(of: /[QAC](?=:(?:\s|$))/) else { return result }
        return card.output + "\\" + result[card.range.upperBound...]
    }
}

/// The line that opens a block of code.
struct CodeFence {
    private let sign: Character
    private let length: Int

    /// Nil for any other line.
    init?(_ line: some StringProtocol) {
        let text = line.drop { $0.isWhitespace }
        guard let sign = text.first, sign == "`" || sign == "~" else { return nil }
        self.sign = sign
        length = text.prefix { $0 == sign }.count
        guard length >= 3, !text.dropFirst(length).contains("`") else { return nil }
    }

    func isClosed(by line: some StringProtocol) -> Bool {
        let text = line.drop { $0.isWhitespace }
        let count = text.prefix { $0 == sign }.count
        return count >= length && text.dropFirst(count).allSatisfy(\.isWhitespace)
    }
}
