internal import StudyCore

/// Text of one look inside a line.
struct MarkdownRun: Equatable {
    var text: String
    var isStrong = false
    var isEmphasised = false
    var isStruck = false
    var isCode = false
    /// The Markdown is in `text` already, such as that of an image.
    var isReady = false
}

/// Writes runs as a paragraph of Markdown.
struct MarkdownRuns {
    private var runs: [MarkdownRun] = []
    /// What the paragraph may come to stand beside: with holes in the text, perhaps a bracket.
    private let edge: Character

    init(isAmongHoles: Bool = false) {
        edge = isAmongHoles ? Character(Self.opening) : " "
    }

    /// Stand for the brackets of a cloze until it is written.
    static let opening: Unicode.Scalar = "\u{F0000}"
    static let closing: Unicode.Scalar = "\u{F0001}"
    /// Stands for a line end that was asked for.
    static let lineEnd: Unicode.Scalar = "\u{F0002}"

    mutating func append(_ run: MarkdownRun) {
        guard !run.text.isEmpty else { return }
        if !run.isReady, run.hasLook, Self.hasMarks(run.text) {
            for piece in Self.parted(run) { append(piece) }
            return
        }
        if let last = runs.last, last.hasLook(of: run) {
            runs[runs.count - 1].text += run.text
        } else {
            runs.append(run)
        }
    }

    /// A run without its marks, which stand between the pieces: no look reaches over the end of a hole.
    private static func parted(_ run: MarkdownRun) -> [MarkdownRun] {
        var pieces: [MarkdownRun] = []
        var piece = run
        piece.text = ""
        for scalar in run.text.unicodeScalars {
            if (opening.value...lineEnd.value).contains(scalar.value) {
                pieces += [piece, MarkdownRun(text: String(scalar))]
                piece.text = ""
            } else {
                piece.text.unicodeScalars.append(scalar)
            }
        }
        return pieces + [piece]
    }

    /// The paragraph, with marks for brackets; line ends that were asked for are a backslash and a line feed.
    func paragraph() -> String {
        var line = ""
        for (index, run) in runs.enumerated() {
            line += Self.markdown(
                run, before: line.last ?? edge,
                after: index + 1 < runs.count ? runs[index + 1].text.first ?? edge : edge)
        }
        var text = ""
        for line in Self.lines(line).lazy.map(\.trimmedSlice) where !line.isEmpty {
            if !text.isEmpty { text += "\\\n" }
            text += Self.lineStartEscaped(line)
        }
        if text.utf8.last == UInt8(ascii: "}"), let open = text.lastIndex(of: "{"),
            text[text.index(after: open)...].hasPrefix("#")
        {
            // Else it would fix the identity of the item.
            text.insert(" ", at: text.index(after: open))
        }
        return text
    }

    /// The lines of a text that holds line ends.
    private static func lines(_ text: String) -> [Substring] {
        var lines: [Substring] = []
        var (start, position) = (text.startIndex, text.startIndex)
        while let mark = text[position...].firstIndex(ofByte: markByte) {
            position = text.unicodeScalars.index(after: mark)
            guard text.unicodeScalars[mark] == lineEnd else { continue }
            lines.append(text[start..<mark])
            start = position
        }
        lines.append(text[start...])
        return lines
    }

    /// The byte in UTF-8 that marks of ours begin with, and nothing that anyone writes.
    private static let markByte: UInt8 = 0xF3

    private static func holds(_ mark: Unicode.Scalar, _ text: String) -> Bool {
        text.containsByte(markByte) && text.unicodeScalars.contains(mark)
    }

    /// Whether a text holds any mark of a hole.
    static func hasMarks(_ text: String) -> Bool { text.containsByte(markByte) }

    private static func markdown(
        _ run: MarkdownRun, before: @autoclosure () -> Character,
        after: @autoclosure () -> Character
    ) -> String {
        if run.isReady { return run.text }
        if run.isCode, !run.text.containsByte(UInt8(ascii: "`")), !hasMarks(run.text),
            !run.text.trimmedSlice.isEmpty
        {
            let code = run.text[...].trimmedSlice
            return "`\(run.text[..<code.endIndex])`\(run.text[code.endIndex...])"
        }
        let text = escaped(run.text)
        guard run.isStrong || run.isEmphasised || run.isStruck else { return text }
        // A slice, for its ends are places in the text.
        let core = text[...].trimmedSlice
        guard !core.isEmpty, !holds(lineEnd, run.text) else { return text }
        let leading = text[..<core.startIndex]
        let trailing = text[core.endIndex...]
        // Marks next to a letter take hold only where the text inside them begins with none of the signs.
        let opens =
            (leading.last ?? before()).isWhitespace || !isPunctuation(core.first)
        let closes = (trailing.first ?? after()).isWhitespace || !isPunctuation(core.last)
        guard opens, closes else { return text }
        let (strong, emphasis, strike) = (
            run.isStrong ? "**" : "", run.isEmphasised ? "*" : "", run.isStruck ? "~~" : ""
        )
        return
            "\(leading)\(strong)\(emphasis)\(strike)\(core)\(strike)\(emphasis)\(strong)\(trailing)"
    }

    private static func isPunctuation(_ character: Character?) -> Bool {
        guard let character else { return false }
        return !character.isLetter && !character.isNumber
    }

    /// Puts a backslash before signs that would mean something inside a line.
    private static func escaped(_ text: String) -> String {
        guard text.containsByte(where: mayMean) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            let before = index > 0 ? scalars[index - 1] : " "
            let after = index + 1 < scalars.count ? scalars[index + 1] : " "
            let isMark =
                switch scalar {
                case "`", "[", "]", "|", "*": true
                case "\\": after.isASCII && !after.properties.isAlphabetic
                case "_": !(before.isWord && after.isWord)
                case "~": before == "~" || after == "~"
                case "<":
                    after.properties.isAlphabetic || after == "/" || after == "!" || after == "?"
                case "&": after.properties.isAlphabetic || after == "#"
                default: false
                }
            if isMark { result.append("\\") }
            result.append(scalar)
        }
        return String(result)
    }

    /// Whether a byte is of a sign that may mean something inside a line.
    private static func mayMean(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "`", "[", "]", "|", "*", "\\", "_", "~", "<", "&": true
        default: false
        }
    }

    /// Keeps a line from beginning a heading, a list, a quote, a card or a rule.
    static func lineStartEscaped(_ line: some StringProtocol) -> String {
        let text = String(line)
        guard let first = text.unicodeScalars.first else { return text }
        func ends(_ text: Substring) -> Bool { text.first?.isWhitespace ?? true }
        switch first {
        case ">", "#", "=", "+", "-": return "\\" + text
        case "Q", "A", "C":
            let rest = text.dropFirst()
            return rest.first == ":" && ends(rest.dropFirst()) ? "\(first)\\" + rest : text
        case "0"..."9":
            let digits = text.prefix { ("0"..."9").contains($0) }
            let sign = text.dropFirst(digits.count)
            guard sign.first == "." || sign.first == ")", ends(sign.dropFirst()) else {
                return text
            }
            return digits + "\\" + sign
        default: return text
        }
    }
}

extension MarkdownRun {
    /// Whether it is other than plain text.
    fileprivate var hasLook: Bool { isStrong || isEmphasised || isStruck || isCode }

    fileprivate func hasLook(of other: MarkdownRun) -> Bool {
        isStrong == other.isStrong && isEmphasised == other.isEmphasised
            && isStruck == other.isStruck && isCode == other.isCode && !isReady && !other.isReady
    }
}

extension Unicode.Scalar {
    fileprivate var isWord: Bool { properties.isAlphabetic || properties.numericType != nil }
}
