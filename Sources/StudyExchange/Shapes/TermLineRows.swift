/// Terms and definitions a line each: `Term: text`, `Term – text`, `**Term** - text`, numbered or not.
struct TermLineRows {
    private(set) var material: RowMaterial

    /// Nil when fewer than two lines, or fewer than four in five, have one and the same sign.
    init?(_ text: PlainLines, _ options: TextOptions) {
        let lines = text.lines.enumerated().filter { !$0.element.isBlank }
        let signs = [": ", " – ", " — ", " - ", " = "]
        guard
            let sign = signs.first(where: { sign in
                let found = lines.count { Self.split($0.element.text, sign) != nil }
                let others = lines.count {
                    Self.split($0.element.text, sign) == nil && !Self.isApart($0.element.text)
                }
                return found >= 2 && found >= others * 4
            })
        else { return nil }
        material = RowMaterial(text, options, shape: "terms and definitions, a line each")
        for (index, line) in lines {
            guard let (term, definition) = Self.split(line.text, sign) else { continue }
            material.add(term, definition, lines: (index + 1)...(index + 1))
        }
        if material.isEmpty { return nil }
    }

    /// A term of a few words before the sign, and what follows.
    private static func split(_ line: String, _ sign: String) -> (String, String)? {
        let text = ListMark.split(line).text
        // In bold text the sign may stand inside or right behind: `**Term:** text`, `**Term**- text`.
        if let bold = text.wholeMatch(of: /\*\*([^*]{1,80}?):?\*\*:?\s*[-–—=]?\s*(.+)/) {
            return (String(bold.1), String(bold.2))
        }
        guard let range = text.firstRange(of: sign) else { return nil }
        let term = text[..<range.lowerBound].trimmed
        let definition = text[range.upperBound...].trimmed
        guard !definition.isEmpty, (1...60).contains(term.count),
            term.split(separator: " ").count <= 7, !term.contains(where: { ".!?;".contains($0) }),
            term.contains(where: \.isLetter)
        else { return nil }
        return (String(term), String(definition))
    }

    /// Whether a line parts the others and says nothing of a term: a heading, a path of pages, a reading time.
    private static func isApart(_ line: String) -> Bool {
        line.prefixMatch(of: /#{1,6}\s*\w/) != nil || line.contains(" > ")
            || line.hasSuffix(" min read")
    }
}
