package import StudyCore

/// Text of ours as the HTML of a field of Anki.
package enum FieldHTML {
    /// Plain text; line feeds become breaks.
    package static func text(_ plain: String) -> String {
        var result = ""
        for scalar in plain.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // Two of them would be a field's name to Anki, or a hole.
            case "{": result += "&#123;"
            case "}": result += "&#125;"
            case "\n": result += "<br>"
            // Parts the fields of a note.
            case "\u{1F}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A text with holes, each asked by the card of its number; `::` inside a hole would begin a hint.
    ///
    /// - Parameters:
    ///   - plain: The text.
    ///   - holes: Ranges of UTF-8 offsets, in order.
    ///   - number: The number of the nth hole, from 0.
    /// - Returns: The HTML.
    package static func cloze(
        _ plain: String, holes: [Range<Int>], number: (Int) -> Int
    ) -> String {
        let bytes = Array(plain.utf8)
        func piece(_ range: Range<Int>) -> String {
            text(String(decoding: bytes[range], as: UTF8.self))
        }
        var result = ""
        var end = 0
        for (index, hole) in holes.enumerated() where hole.lowerBound >= end {
            result += piece(end..<hole.lowerBound)
            result += "{{c\(number(index))::"
            result += piece(hole).replacing("::", with: ":&#58;")
            result += "}}"
            end = hole.upperBound
        }
        return result + piece(end..<bytes.count)
    }

    /// Markdown as it is shown.
    package static func blocks(_ blocks: [Markup.Block]) -> String {
        blocks.enumerated().map { index, block in
            switch block {
            case .paragraph(let inlines):
                // The only paragraph needs no space around it.
                blocks.count == 1 ? self.inlines(inlines) : "<p>\(self.inlines(inlines))</p>"
            case .heading(_, let inlines): "<p><b>\(self.inlines(inlines))</b></p>"
            case .list(let list): self.list(list)
            case .quote(let inner): "<blockquote>\(self.blocks(inner))</blockquote>"
            case .code(_, let text): "<pre>\(self.text(text).replacing("<br>", with: "\n"))</pre>"
            case .table(let table): self.table(table)
            case .rule: "<hr>"
            }
        }.joined()
    }

    private static func list(_ list: Markup.List) -> String {
        let items = list.items.map { item in
            "<li>\(blocks(item.blocks))</li>"
        }.joined()
        guard let start = list.start else { return "<ul>\(items)</ul>" }
        return start == 1 ? "<ol>\(items)</ol>" : "<ol start=\"\(start)\">\(items)</ol>"
    }

    private static func table(_ table: Markup.Table) -> String {
        func row(_ cells: [[Markup.Inline]], _ tag: String) -> String {
            "<tr>" + cells.map { "<\(tag)>\(inlines($0))</\(tag)>" }.joined() + "</tr>"
        }
        return "<table>" + row(table.header, "th")
            + table.rows.map { row($0, "td") }.joined() + "</table>"
    }

    private static func inlines(_ inlines: [Markup.Inline]) -> String {
        inlines.map { inline in
            switch inline {
            case .text(let text): self.text(text)
            case .emphasis(let inner): "<i>\(self.inlines(inner))</i>"
            case .strong(let inner): "<b>\(self.inlines(inner))</b>"
            case .strike(let inner): "<s>\(self.inlines(inner))</s>"
            case .code(let text): "<code>\(self.text(text))</code>"
            case .link(let inner, let url):
                isWeb(url)
                    ? "<a href=\"\(text(url))\">\(self.inlines(inner))</a>"
                    : self.inlines(inner)
            case .softBreak: " "
            case .hardBreak: "<br>"
            }
        }.joined()
    }

    private static func isWeb(_ url: String) -> Bool {
        ["http://", "https://", "mailto:"].contains { url.lowercased().hasPrefix($0) }
    }
}
