internal import StudyCore

/// A Markdown table of terms and definitions.
struct MarkdownTermTable {
    private let columns: TermColumns
    private let rows: ArraySlice<SourceBlock>

    /// Nil when the block is no table of two columns whose header names a term and a definition.
    init?(_ block: SourceBlock) {
        guard block.kind == .table, let header = block.children.first, header.children.count == 2,
            let columns = TermColumns(header: header.children.map(\.ownText))
        else { return nil }
        self.columns = columns
        rows = block.children.dropFirst()
    }

    /// A guide for each row.
    func guides(
        in source: SourceText, path: String, defaults: GuideDefaults, limits: ContentLimits,
        log: inout ProblemLog
    ) -> [Guide] {
        rows.compactMap { row in
            let cells = Self.cells(of: source.line(row.line))
            guard row.children.count == 2, cells.count == 2 else {
                log.add(
                    .rowFields, .error, at: row,
                    "the row has \(cells.count) cells instead of 2; write a bar that is text as '\\|'"
                )
                return nil
            }
            let definition = Prose(
                markdown: columns.definition < cells.count ? cells[columns.definition] : [],
                plain: row.children[columns.definition].ownText)
            var builder = TermGuideBuilder(path: path, defaults: defaults, limits: limits)
            builder.add(
                term: row.children[columns.term].ownText, definition: definition,
                lines: row.line...row.line, log: &log)
            return builder.guide
        }
    }

    /// The Markdown of a row's cells; `\|` is a bar inside one.
    private static func cells(of line: ArraySlice<UInt8>) -> [[UInt8]] {
        var cells: [[UInt8]] = [[]]
        var escaped = false
        for byte in line.drop(while: \.isBlank) {
            if byte == UInt8(ascii: "|"), !escaped {
                cells.append([])
            } else if byte == UInt8(ascii: "|") {
                cells[cells.count - 1].removeLast()
                cells[cells.count - 1].append(byte)
            } else {
                cells[cells.count - 1].append(byte)
            }
            escaped = byte == UInt8(ascii: "\\") && !escaped
        }
        let trimmed = cells.map { Array($0.drop(while: \.isBlank)).trimmingBlankLines() }
        var inner = trimmed[...]
        if inner.count > 1, inner.first == [] { inner.removeFirst() }
        // A row ends with a bar or with its last cell.
        if inner.count > 2, inner.last == [] { inner.removeLast() }
        return Array(inner)
    }
}
