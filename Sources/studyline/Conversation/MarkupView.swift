import StudyCore
import StudyTerminal

/// Markdown laid out in lines of the window.
struct MarkupView {
    /// Columns of a line; tables may use all of `window`.
    let width: Int
    /// Columns of the window.
    let window: Int
    let style: Style

    /// Lays out for a terminal: prose to 80 columns at most.
    init(width: Int, style: Style) {
        self.width = min(width, 80)
        self.window = width
        self.style = style
    }

    /// The lines of a document, blank lines between its blocks.
    func lines(of blocks: [Markup.Block], indent: StyledText = "") -> [StyledText] {
        var lines: [StyledText] = []
        for (index, block) in blocks.enumerated() {
            if index > 0 { lines.append(indent.isBlank ? "" : indent) }
            lines += self.lines(of: block, indent: indent)
        }
        return lines
    }

    private func lines(of block: Markup.Block, indent: StyledText) -> [StyledText] {
        switch block {
        case .paragraph(let inlines):
            return text(of: inlines).wrapped(to: width, first: indent, rest: indent)
        case .heading(_, let inlines):
            return text(of: inlines, role: .heading).wrapped(
                to: width, first: indent, rest: indent)
        case .list(let list):
            return lines(of: list, indent: indent)
        case .quote(let blocks):
            let bar = StyledText(style.drawsUnicode ? "│ " : "| ", .faint)
            return lines(of: blocks, indent: indent + bar)
        case .code(_, let text):
            let inner = indent + "    "
            return StyledText(text.hasSuffix("\n") ? String(text.dropLast()) : text, .code)
                .wrapped(to: window, first: inner, rest: inner)
        case .table(let table):
            return lines(of: table, indent: indent)
        case .rule:
            let sign = style.drawsUnicode ? "─" : "-"
            let length = max(1, min(width, 40) - indent.width)
            return [indent + StyledText(String(repeating: sign, count: length), .faint)]
        }
    }

    private func lines(of list: Markup.List, indent: StyledText) -> [StyledText] {
        var lines: [StyledText] = []
        let last = (list.start ?? 0) + list.items.count - 1
        let digits = String(last).count
        for (index, item) in list.items.enumerated() {
            if index > 0, !list.isTight { lines.append("") }
            var marker: StyledText
            if let start = list.start {
                let number = String(start + index)
                marker = StyledText(
                    String(repeating: " ", count: digits - number.count) + number + ". ")
            } else {
                marker = StyledText(style.drawsUnicode ? "• " : "- ")
            }
            if let isDone = item.isDone { marker += isDone ? "[x] " : "[ ] " }
            let hang = StyledText(String(repeating: " ", count: marker.width))
            for (place, block) in item.blocks.enumerated() {
                if place > 0, !list.isTight { lines.append("") }
                var block = self.lines(of: block, indent: indent + hang)
                if place == 0, let first = block.first {
                    block[0] = first.replacingPrefix(
                        columns: (indent + hang).width, by: indent + marker)
                }
                lines += block
            }
            if item.blocks.isEmpty { lines.append(indent + marker) }
        }
        return lines
    }

    private func lines(of table: Markup.Table, indent: StyledText) -> [StyledText] {
        let columns = zip(table.header, table.alignments).map { header, alignment in
            Table.Column(
                text(of: header, role: .strong),
                alignment: alignment == .trailing ? .trailing : .leading)
        }
        let rows = table.rows.map { row in row.map { text(of: $0) } }
        return Table(columns: columns, rows: rows)
            .lines(width: window - indent.width, style: style).map { indent + $0 }
    }

    /// Text in a line, with its emphasis.
    func text(of inlines: [Markup.Inline], role: Role? = nil) -> StyledText {
        var result = StyledText()
        for inline in inlines {
            switch inline {
            case .text(let text): result += StyledText(text, role)
            case .emphasis(let inner): result += text(of: inner, role: role ?? .emphasis)
            case .strong(let inner): result += text(of: inner, role: role ?? .strong)
            case .strike(let inner): result += "~" + text(of: inner, role: role) + "~"
            case .code(let code): result += StyledText(code, .code)
            case .link(let inner, let url):
                let label = text(of: inner, role: .link)
                result += label
                if !url.isEmpty, label.plain != url { result += StyledText(" <\(url)>", .faint) }
            case .softBreak: result += " "
            case .hardBreak: result += "\n"
            }
        }
        return result
    }
}

extension StyledText {
    /// Whether nothing but spaces would be seen.
    var isBlank: Bool { plain.allSatisfy { $0 == " " } }

    /// The text with its first columns, which are an indentation of the same width, exchanged.
    func replacingPrefix(columns: Int, by prefix: StyledText) -> StyledText {
        var dropped = 0
        var result = prefix
        for span in spans {
            var text = Substring(span.text)
            while dropped < columns, let first = text.first {
                dropped += max(1, DisplayWidth.columns(of: first))
                text.removeFirst()
            }
            result += StyledText(String(text), span.role)
        }
        return result
    }
}
