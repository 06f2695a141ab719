internal import StudyCore

/// A table of Markdown, whatever stands around it: its first two columns, or those that its heading names.
struct MarkdownTable {
    private(set) var material: RowMaterial

    /// Nil without the rule below a heading that shows it.
    init?(_ text: PlainLines, _ options: TextOptions) {
        let rows = text.lines.map { Self.cells($0.text) }
        let head = rows.indices.dropLast().first { index in
            rows[index].count >= 2 && rows[index].count == rows[index + 1].count
                && rows[index + 1].allSatisfy(Self.isRule)
        }
        guard let head else { return nil }
        material = RowMaterial(text, options, shape: "table of terms and definitions")
        material.use(lines: (head + 1)...(head + 2))
        let columns =
            TermColumns(header: rows[head]) ?? TermColumns(term: 0, definition: 1)
        for index in rows.indices.dropFirst(head + 2) {
            let cells = rows[index]
            guard cells.count >= 2 else { break }
            guard max(columns.term, columns.definition) < cells.count else { continue }
            let extra = cells.indices.filter { $0 != columns.term && $0 != columns.definition }
                .map { cells[$0] }.filter { !$0.isEmpty }
            material.add(
                PageMarkdown.plain(cells[columns.term]), cells[columns.definition], extra: extra,
                isMarkdown: true, lines: (index + 1)...(index + 1))
        }
        if material.isEmpty { return nil }
    }

    /// The cells of a row `| a | b |`; none for a line without one.
    private static func cells(_ line: String) -> [String] {
        guard line.contains("|") else { return [] }
        var row = line[...]
        if row.first == "|" { row = row.dropFirst() }
        if row.last == "|", !row.hasSuffix("\\|") { row = row.dropLast() }
        return row.replacing("\\|", with: "\u{10FFFC}")
            .split(separator: "|", omittingEmptySubsequences: false)
            .map { String($0.replacing("\u{10FFFC}", with: "|").trimmedSlice) }
    }

    private static func isRule(_ cell: String) -> Bool {
        cell.contains("-") && cell.allSatisfy { "-: ".contains($0) }
    }
}
