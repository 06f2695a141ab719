/// Terms and definitions a line each: `Term: text`, `Term – text`, `**Term** - text`, numbered or not, or
/// a Markdown table of two columns.
struct TermLineRows {
    private(set) var material: RowMaterial

    /// Nil when fewer than two lines, or fewer than four in five, have one and the same sign.
    init?(_ text: PlainLines, _ options: TextOptions) {
        let lines = text.lines.enumerated().filter { !$0.element.isBlank }
        let table = lines.compactMap { Self.cells($0.element.text) }
        if table.count == lines.count, table.count >= 3, Self.isRule(table[1]) {
            material = RowMaterial(text, options, shape: "table of terms and definitions")
            for (index, cells) in zip(lines.map(\.offset), table).dropFirst(2) {
                material.add(cells[0], cells[1], lines: (index + 1)...(index + 1))
            }
            for line in lines.prefix(2) {
                material.use(lines: (line.offset + 1)...(line.offset + 1))
            }
            if material.isEmpty { return nil }
            return
        }
        let signs = [": ", " – ", " — ", " - ", " = "]
        guard
            let sign = signs.first(where: { sign in
                let found = lines.count { Self.split($0.element.text, sign) != nil }
                return found >= 2 && found * 5 >= lines.count * 4
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

    /// The two cells of a row `| a | b |`; nil for any other line.
    private static func cells(_ line: String) -> [String]? {
        guard line.contains("|") else { return nil }
        var row = line[...]
        if row.first == "|" { row = row.dropFirst() }
        if row.last == "|", !row.hasSuffix("\\|") { row = row.dropLast() }
        let cells = row.replacing("\\|", with: "\u{10FFFC}").split(
            separator: "|", omittingEmptySubsequences: false
        )
        .map { $0.replacing("\u{10FFFC}", with: "|").trimmed }
        return cells.count == 2 ? cells.map { String($0) } : nil
    }

    private static func isRule(_ cells: [String]) -> Bool {
        cells.allSatisfy { $0.contains("-") && $0.allSatisfy { "-: ".contains($0) } }
    }
}
