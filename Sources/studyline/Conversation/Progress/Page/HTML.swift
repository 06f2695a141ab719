import StudyTerminal

/// Text as it stands in a page.
enum HTML {
    /// Strangers' text, for content and for attributes in quotes: nothing in it is obeyed.
    static func text(_ text: String) -> String {
        var escaped = ""
        // A number and its sign stay on one line.
        for character in StyledText(text).plain.replacing(" %", with: "\u{A0}%") {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    /// A table with headings; the first cell of a row names it.
    static func table(_ headings: [String], _ rows: [[String]]) -> String {
        let head = headings.map { "<th scope=\"col\">\(text($0))</th>" }.joined()
        let body = rows.map { row in
            let cells = row.dropFirst().map { "<td>\(text($0))</td>" }.joined()
            return "<tr><th scope=\"row\">\(text(row.first ?? ""))</th>\(cells)</tr>"
        }
        return """
            <div class="scroll"><table><thead><tr>\(head)</tr></thead><tbody>
            \(body.joined(separator: "\n"))
            </tbody></table></div>
            """
    }

    /// A picture with the table behind it.
    ///
    /// - Parameters:
    ///   - svg: The picture, which has its own accessible name.
    ///   - caption: What the signs mean; may be empty.
    ///   - table: The figures.
    ///   - isOpen: Whether the table is seen at once.
    /// - Returns: The elements.
    static func figure(_ svg: String, caption: String, table: String, isOpen: Bool = false)
        -> String
    {
        let caption = caption.isEmpty ? "" : "<figcaption>\(text(caption))</figcaption>"
        return """
            <figure>\(svg)\(caption)</figure>
            <details\(isOpen ? " open" : "")><summary>The figures</summary>\(table)</details>
            """
    }
}
