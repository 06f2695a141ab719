internal import StudyCore

/// A table of terms and definitions that was copied cell by cell: its two headings, then a cell a line.
struct CellTable {
    private(set) var material: RowMaterial

    /// Nil without the headings, or when cells may be missing, so that no pair is sure.
    init?(_ text: PlainLines, _ options: TextOptions) {
        let lines = text.lines.indices.filter { !text.lines[$0].isBlank }
        guard lines.count >= 4, lines.count.isMultiple(of: 2),
            let columns = TermColumns(header: lines.prefix(2).map { text.lines[$0].text })
        else { return nil }
        // Blank lines stand behind every cell, behind every row, or nowhere.
        let gaps = zip(lines, lines.dropFirst()).map { $1 - $0 > 1 }
        let inside = gaps.indices.filter { $0.isMultiple(of: 2) }.map { gaps[$0] }.dropFirst()
        let between = gaps.indices.filter { !$0.isMultiple(of: 2) }.map { gaps[$0] }.dropFirst()
        guard Set(inside).count == 1, Set(between).count <= 1,
            inside.first == false || between.first ?? true
        else { return nil }
        material = RowMaterial(
            text, options, shape: "table of terms and definitions, a cell a line")
        for line in lines.prefix(2) { material.use(lines: (line + 1)...(line + 1)) }
        for place in stride(from: 2, to: lines.count, by: 2) {
            let row = [lines[place], lines[place + 1]]
            material.add(
                text.lines[row[columns.term]].text, text.lines[row[columns.definition]].text,
                lines: (row[0] + 1)...(row[1] + 1))
        }
        if material.isEmpty { return nil }
    }
}
