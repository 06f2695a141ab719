internal import StudyCore

/// Terms and definitions a line each: `Term: text`, `Term – text`, `**Term** - text`, numbered or not.
struct TermLineRows {
    private(set) var material: RowMaterial

    private static let signs = [": ", " – ", " — ", " - ", " = ", " | ", " → ", " -> ", " => "]

    /// Nil when fewer than two lines, or fewer than four in five below a title, have one and the same sign.
    init?(_ text: PlainLines, _ options: TextOptions) {
        let lines = text.lines.enumerated().filter { !$0.element.isBlank }
        let bodies = lines.map { ListMark.split($0.element.text).text }
        let bold = bodies.map(Self.bold)
        let apart = lines.count { Self.isApart($0.element.text) }
        let rows = Self.signs.lazy.map { sign in
            zip(bodies, bold).map { body, bold in bold ?? Self.split(body, sign) }
        }.first { rows in
            let found = rows.count { $0 != nil }
            let hasTitle = found >= 3 && rows.first.map { $0 == nil } ?? false
            return found >= 2 && found >= (lines.count - apart - found - (hasTitle ? 1 : 0)) * 4
        }
        guard let rows else { return nil }
        material = RowMaterial(text, options, shape: "terms and definitions, a line each")
        for (number, (line, row)) in zip(lines, rows).enumerated() {
            guard let row else { continue }
            let place = (line.offset + 1)...(line.offset + 1)
            if number == 0, TermColumns(header: [row.term, row.definition]) != nil {
                material.use(lines: place)
            } else {
                material.add(row.term, row.definition, lines: place)
            }
        }
        if material.isEmpty { return nil }
    }

    private typealias Row = (term: String, definition: String)

    /// In bold text the sign may stand inside or right behind: `**Term:** text`, `**Term**- text`.
    private static func bold(_ text: String) -> Row? {
        guard text.hasPrefix("**") else { return nil }
        let match = text.wholeMatch(of: /\*\*([^*]{1,80}?):?\*\*:?\s*[-–—=]?\s*(.+)/)
        return match.map { (String($0.1), String($0.2)) }
    }

    /// A term of a few words before the sign, and what follows.
    private static func split(_ text: String, _ sign: String) -> Row? {
        guard let range = text.firstRange(of: sign) else { return nil }
        let term = text[..<range.lowerBound].trimmedSlice
        let definition = text[range.upperBound...].trimmedSlice
        guard !definition.isEmpty, (1...60).contains(term.count),
            term.split(separator: " ").count <= 7, !term.contains(where: { ".!?;".contains($0) }),
            term.contains(where: \.isLetter)
        else { return nil }
        return (String(term), String(definition))
    }

    /// Whether a line parts the others and says nothing of a term: a heading, a path of pages, a reading time.
    private static func isApart(_ line: String) -> Bool {
        line.first == "#" || line.contains(" > ") || line.hasSuffix(" min read")
    }
}
