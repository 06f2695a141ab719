internal import StudyCore

/// A page that came as HTML, as the lines that a browser would put on the clipboard: no mark-up, no scripts.
struct HTMLLines {
    private(set) var text = ""

    private static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figure",
        "figcaption", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
        "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "thead", "tr", "ul",
    ]

    /// Nil when a text does not begin as HTML does.
    init?(_ html: String) {
        guard Self.isHTML(html) else { return nil }
        for node in HTMLNode.parse(html) { write(node, depth: -1, mark: "•") }
        endLine()
    }

    private static func isHTML(_ text: String) -> Bool {
        let head = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(40).lowercased()
        guard head.hasPrefix("<") else { return false }
        if ["<!doctype html", "<html", "<meta ", "<!--startfragment"].contains(
            where: head.hasPrefix)
        {
            return true
        }
        let name = head.dropFirst().prefix { $0.isLetter || $0.isASCIIDigit }
        return (blocks.contains(String(name)) || name == "span") && text.contains("</\(name)>")
    }

    /// Writes a node; `depth` counts the lists around it, less one, `mark` begins an item of the innermost.
    private mutating func write(_ node: HTMLNode, depth: Int, mark: String) {
        switch node {
        case .text(let words): write(words: words)
        case .element("br", _, _): endLine()
        case .element("td", _, let children), .element("th", _, let children):
            if let last = text.last, last != "\n" { text += "\t" }
            for child in children { write(child, depth: depth, mark: mark) }
        case .element("ul", _, let children), .element("ol", _, let children):
            endLine()
            var number = 0
            for child in children {
                guard case .element("li", _, _) = child else {
                    write(child, depth: depth + 1, mark: mark)
                    continue
                }
                number += 1
                let isNumbered = if case .element("ol", _, _) = node { true } else { false }
                write(child, depth: depth + 1, mark: isNumbered ? "\(number)." : "•")
            }
            endLine()
        case .element("li", _, let children):
            endLine()
            text += String(repeating: "  ", count: max(0, depth)) + mark + " "
            for child in children { write(child, depth: depth, mark: mark) }
            endLine()
        case .element(let name, _, let children):
            let isBlock = Self.blocks.contains(name)
            if isBlock { endLine() }
            for child in children { write(child, depth: depth, mark: mark) }
            if isBlock { endLine() }
        }
    }

    /// Words with a blank for each run of blanks; none at a line's beginning.
    private mutating func write(words: String) {
        for sign in words {
            if !sign.isWhitespace {
                text.append(sign)
            } else if let last = text.last, last != "\n", last != " ", last != "\t" {
                text.append(" ")
            }
        }
    }

    /// Ends the line, unless it holds nothing but the mark of an item.
    private mutating func endLine() {
        guard let last = text.last, last != "\n" else { return }
        let line = text[(text.lastIndex(of: "\n").map(text.index(after:)) ?? text.startIndex)...]
        if line.hasSuffix(" "), line.trimmedSlice.wholeMatch(of: /•|\d+\./) != nil { return }
        text.append("\n")
    }
}
