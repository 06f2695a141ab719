internal import StudyCore

/// The mark at the beginning of a list item, as programs write it when they make plain text of a list.
enum ListMark: Hashable {
    case number(Int)
    case bullet

    private static let bullets: Set<Character> = [
        "•", "◦", "▪", "●", "○", "·", "‣", "⁃", "∙", "-", "*", "–", "—", "+", "o", "➢", "◉", "■",
        "□",
    ]

    /// Takes the mark off a line that is trimmed.
    ///
    /// A lone `o` is a mark as some programs write it; so is a number of up to three digits with `.`,
    /// `)` or Markdown's `\.`, when a blank or letter follows.
    ///
    /// - Parameter line: The line.
    /// - Returns: The mark and the text behind it; no mark when there is none, or nothing behind it.
    static func split(_ line: String) -> (mark: ListMark?, text: String) {
        guard let first = line.first else { return (nil, line) }
        if bullets.contains(first) {
            let rest = line.dropFirst()
            let needsBlank = first.isASCII || first == "–" || first == "—"
            guard !needsBlank || rest.first?.isWhitespace == true, !rest.trimmedSlice.isEmpty else {
                return (nil, line)
            }
            return (.bullet, String(rest.trimmedSlice))
        }
        let digits = line.prefix(while: \.isASCIIDigit)
        guard (1...3).contains(digits.count), let number = Int(digits) else { return (nil, line) }
        var rest = line.dropFirst(digits.count)
        if rest.first == "\\" { rest = rest.dropFirst() }
        guard rest.first == "." || rest.first == ")" else { return (nil, line) }
        rest = rest.dropFirst()
        guard let next = rest.first, next.isWhitespace || next.isLetter, !rest.trimmedSlice.isEmpty
        else {
            return (nil, line)
        }
        return (.number(number), String(rest.trimmedSlice))
    }
}

extension Character {
    var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

/// A line of a list with its place in the text.
struct ListLine: Hashable {
    /// In the text, from 0.
    var index: Int
    var indent: Int
    var mark: ListMark?
    var text: String
    /// Whether a blank line stands above it.
    var isApart: Bool

    init(index: Int, indent: Int, text: String, isApart: Bool) {
        let (mark, rest) = ListMark.split(text)
        self.index = index
        self.indent = indent
        self.mark = mark
        self.text = rest
        self.isApart = isApart
    }

    var isNumbered: Bool { if case .number = mark { true } else { false } }
}

extension StringProtocol {
    /// Whether it ends as a sentence does, closing quotes and brackets let be.
    var endsSentence: Bool {
        var text = self[...]
        while let last = text.last, "\"'”’)]*_»".contains(last) { text = text.dropLast() }
        guard let last = text.last else { return false }
        return ".!?…。？！:".contains(last)
    }

    /// Whether it ends with a question mark, closing quotes and brackets let be.
    var endsQuestion: Bool {
        var text = self[...]
        while let last = text.last, "\"'”’)]*_»".contains(last) { text = text.dropLast() }
        return text.last.map { "?？؟".contains($0) } ?? false
    }

    /// Its first word in lower case, letters only.
    var firstWord: String {
        String(drop { !$0.isLetter }.prefix { $0.isLetter || $0 == "'" }).lowercased()
    }
}
