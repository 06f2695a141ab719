internal import StudyCore

/// Makes Markdown of the HTML of a stranger's field.
///
/// By an allow list: what is not named here is left out, its text kept; of scripts, styles and frames
/// not even that. No address is kept but of the web and of mail.
struct HTMLMarkdown {
    /// How images are named in the guide, by their names in the field; nil for those that are not there.
    var image: (String) -> String?
    /// Images that were asked for and found.
    private(set) var images: Set<String> = []
    /// Images that the package does not hold, and sounds, which no terminal plays.
    private(set) var missing = 0
    private(set) var sounds = 0

    private var isAmongHoles = false

    init(image: @escaping (String) -> String?) {
        self.image = image
    }

    /// What may stand in the text.
    enum Shape {
        /// Paragraphs, lists, code, tables.
        case blocks
        /// One paragraph, its lines parted by line ends that are asked for.
        case paragraph
    }

    /// A piece of text that stands on its own, or a mere line.
    private struct Piece {
        var text: String
        /// Stands apart from what is beside it.
        var isBlock: Bool
    }

    /// The Markdown of a field.
    mutating func markdown(_ html: String, as shape: Shape) -> String {
        MarkedHoles(marked(html, shape)).markdown
    }

    /// The Markdown of a field with marks for the brackets of holes.
    ///
    /// A hole that reaches over several paragraphs, list items or cells would be none: then all stands in lines.
    mutating func holes(_ html: String) -> MarkedHoles {
        isAmongHoles = true
        defer { isAmongHoles = false }
        let before = self
        let text = marked(html, .blocks)
        // Of a card, a fence inside a list would be taken for one that is never closed.
        let hasInnerFence = text.contains(" ```") || text.contains(" ~~~~~~")
        if MarkedHoles.standInLines(text), !hasInnerFence { return MarkedHoles(text) }
        self = before
        return MarkedHoles(marked(html, .paragraph))
    }

    /// The Markdown with marks for the brackets of holes.
    private mutating func marked(_ html: String, _ shape: Shape) -> String {
        let nodes = HTMLNode.parse(withoutSounds(AnkiMath.plain(html)))
        return join(pieces(nodes, shape, look: MarkdownRun(text: "")), shape)
    }

    // MARK: Blocks

    private func join(_ pieces: [Piece], _ shape: Shape) -> String {
        var text = ""
        var before: Piece?
        for piece in pieces where !piece.text.isEmpty || piece.isBlock {
            if piece.text.isEmpty {
                before = piece
                continue
            }
            if !text.isEmpty {
                let isApart = piece.isBlock || before?.isBlock == true
                text += shape == .paragraph || !isApart ? "\\\n" : "\n\n"
            }
            text += piece.text
            before = piece
        }
        return text
    }

    private mutating func pieces(
        _ nodes: [HTMLNode], _ shape: Shape, look: MarkdownRun
    ) -> [Piece] {
        var pieces: [Piece] = []
        var line = MarkdownRuns(isAmongHoles: isAmongHoles)
        func flush(_ line: inout MarkdownRuns) {
            let text = line.paragraph()
            if !text.isEmpty { pieces.append(Piece(text: text, isBlock: false)) }
            line = MarkdownRuns(isAmongHoles: isAmongHoles)
        }
        for node in nodes {
            guard case .element(let name, let attributes, let children) = node,
                Self.isBlock(name) || Self.holdsBlock(children)
            else {
                write(node, look: look, into: &line)
                continue
            }
            flush(&line)
            switch name {
            case "ul", "ol":
                let text = list(children, isNumbered: name == "ol", shape, look)
                pieces.append(Piece(text: text, isBlock: true))
            case "blockquote":
                let text = join(self.pieces(children, shape, look: look), shape)
                pieces.append(
                    Piece(
                        text: shape == .paragraph
                            ? text : text.isEmpty ? "" : text.indented(first: "> ", rest: "> "),
                        isBlock: true))
            case "pre":
                pieces.append(Piece(text: code(children, shape), isBlock: true))
            case "table":
                pieces.append(Piece(text: table(children, shape, look), isBlock: true))
            case "hr": pieces.append(Piece(text: "", isBlock: true))
            case "p":
                let inner = join(self.pieces(children, shape, look: look), shape)
                pieces.append(Piece(text: inner, isBlock: true))
            case "h1", "h2", "h3", "h4", "h5", "h6":
                var strong = look
                strong.isStrong = true
                let inner = join(self.pieces(children, .paragraph, look: strong), .paragraph)
                pieces.append(Piece(text: inner, isBlock: true))
            default:
                let inner = self.pieces(
                    children, shape, look: Self.look(look, in: name, attributes))
                // An empty line of Anki's editor.
                pieces += inner.isEmpty ? [Piece(text: "", isBlock: true)] : inner
            }
        }
        flush(&line)
        return pieces
    }

    private static let blocks: Set<String> = [
        "p", "div", "ul", "ol", "li", "blockquote", "pre", "table", "hr", "h1", "h2", "h3",
        "h4", "h5", "h6", "section", "article", "center", "details", "summary", "tr", "td",
        "th", "tbody", "thead", "dl", "dt", "dd", "figure", "figcaption", "header", "footer",
        "main", "aside", "address", "fieldset",
    ]

    private static func isBlock(_ name: String) -> Bool { blocks.contains(name) }

    private static func holdsBlock(_ nodes: [HTMLNode]) -> Bool {
        nodes.contains { node in
            guard case .element(let name, _, let children) = node else { return false }
            return isBlock(name) || holdsBlock(children)
        }
    }

    private mutating func list(
        _ nodes: [HTMLNode], isNumbered: Bool, _ shape: Shape, _ look: MarkdownRun
    ) -> String {
        var items: [String] = []
        for node in nodes {
            guard case .element(_, _, let children) = node else { continue }
            let text = join(pieces(children, shape, look: look), shape)
            if !text.isEmpty { items.append(text) }
        }
        return items.enumerated().map { index, text in
            if shape == .paragraph { return (isNumbered ? "(\(index + 1)) " : "• ") + text }
            let mark = isNumbered ? "\(index + 1). " : "- "
            return text.indented(
                first: mark, rest: String(repeating: " ", count: mark.count))
        }.joined(separator: shape == .paragraph ? "\\\n" : "\n")
    }

    private func code(_ nodes: [HTMLNode], _ shape: Shape) -> String {
        let text = Self.plain(nodes)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: shape == .paragraph)
        if shape == .paragraph || text.unicodeScalars.contains(MarkdownRuns.opening) {
            return lines.map { line in
                var runs = MarkdownRuns(isAmongHoles: isAmongHoles)
                runs.append(MarkdownRun(text: String(line), isCode: true))
                return runs.paragraph()
            }.filter { !$0.isEmpty }.joined(separator: "\\\n")
        }
        if text.trimmedSlice.isEmpty { return "" }
        let fence = text.contains("```") ? "~~~~~~" : "```"
        return fence + "\n" + text + (text.hasSuffix("\n") ? "" : "\n") + fence
    }

    private static func plain(_ nodes: [HTMLNode]) -> String {
        nodes.map { node in
            switch node {
            case .text(let text): HarmlessText.filtered(text, keepsLines: true)
            case .element("br", _, _): "\n"
            case .element(_, _, let children): plain(children)
            }
        }.joined()
    }

    /// A table with its first row as the heading; as lines where only lines may be.
    private mutating func table(
        _ nodes: [HTMLNode], _ shape: Shape, _ look: MarkdownRun
    ) -> String {
        let rows = Self.rows(nodes).map { cells in
            cells.map { cell in
                join(pieces(cell, .paragraph, look: look), .paragraph)
                    .replacing("\\\n", with: " ")
            }
        }.filter { $0.contains { !$0.isEmpty } }
        let width = rows.map(\.count).max() ?? 0
        guard width > 0 else { return "" }
        if shape == .paragraph || width == 1 {
            return rows.map { $0.filter { !$0.isEmpty }.joined(separator: " – ") }
                .joined(separator: "\\\n")
        }
        let lines = rows.map { row in
            "| " + (row + Array(repeating: "", count: width - row.count)).joined(separator: " | ")
                + " |"
        }
        let rule = "|" + String(repeating: "---|", count: width)
        return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
    }

    private static func rows(_ nodes: [HTMLNode]) -> [[[HTMLNode]]] {
        nodes.flatMap { node -> [[[HTMLNode]]] in
            guard case .element(let name, _, let children) = node else { return [] }
            guard name == "tr" else { return rows(children) }
            let cells = children.compactMap { cell -> [HTMLNode]? in
                guard case .element(_, _, let content) = cell else { return nil }
                return content
            }
            return [cells]
        }
    }

    // MARK: Inside a line

    private mutating func write(
        _ node: HTMLNode, look: MarkdownRun, into line: inout MarkdownRuns
    ) {
        switch node {
        case .text(let text):
            var run = look
            run.text = HarmlessText.filtered(text, keepsLines: false)
            line.append(run)
        case .element("br", _, _):
            var run = look
            run.text = String(MarkdownRuns.lineEnd)
            line.append(run)
        case .element("img", let attributes, _):
            line.append(imageRun(attributes))
        case .element("sub", _, let children):
            writeShifted(children, look, "₀₁₂₃₄₅₆₇₈₉₊₋", mark: "_", into: &line)
        case .element("sup", _, let children):
            writeShifted(children, look, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", mark: "^", into: &line)
        case .element("a", let attributes, let children):
            writeLink(attributes, children, look, into: &line)
        case .element(let name, let attributes, let children):
            let look = Self.look(look, in: name, attributes)
            for child in children { write(child, look: look, into: &line) }
        }
    }

    private static func look(
        _ look: MarkdownRun, in name: String, _ attributes: [String: String]
    ) -> MarkdownRun {
        var look = look
        switch name {
        case "b", "strong": look.isStrong = true
        case "i", "em", "cite", "dfn", "var": look.isEmphasised = true
        case "s", "del", "strike": look.isStruck = true
        case "code", "kbd", "samp", "tt": look.isCode = true
        case "span":
            let style = (attributes["style"] ?? "").lowercased().filter { $0 != " " }
            if style.contains("font-weight:bold") || style.contains("font-weight:700") {
                look.isStrong = true
            }
            if style.contains("font-style:italic") { look.isEmphasised = true }
        default: break
        }
        return look
    }

    /// Figures above or below the line by their own signs, all else behind a mark.
    private mutating func writeShifted(
        _ children: [HTMLNode], _ look: MarkdownRun, _ figures: String, mark: String,
        into line: inout MarkdownRuns
    ) {
        let text = HarmlessText.filtered(Self.plain(children), keepsLines: false)
        guard !text.isEmpty else { return }
        let shifted = text.compactMap { sign -> Character? in
            "0123456789+-−".firstIndex(of: sign).map { found in
                let index = min(
                    "0123456789+-−".distance(from: "0123456789+-−".startIndex, to: found), 11)
                return figures[figures.index(figures.startIndex, offsetBy: index)]
            }
        }
        var run = look
        run.text =
            shifted.count == text.count
            ? String(shifted) : text.count == 1 ? mark + text : "\(mark)(\(text))"
        line.append(run)
    }

    private mutating func writeLink(
        _ attributes: [String: String], _ children: [HTMLNode], _ look: MarkdownRun,
        into line: inout MarkdownRuns
    ) {
        // Addresses with brackets, which would end the link, are common: those of Wikipedia.
        let address = HarmlessText.filtered(attributes["href"] ?? "", keepsLines: false)
            .replacing("(", with: "%28").replacing(")", with: "%29")
        let isWeb = ["http://", "https://", "mailto:"].contains {
            address.lowercased().hasPrefix($0)
        }
        let holdsHole = MarkdownRuns.hasMarks(Self.plain(children))
        var inner = MarkdownRuns(isAmongHoles: isAmongHoles)
        for child in children { write(child, look: MarkdownRun(text: ""), into: &inner) }
        let text = inner.paragraph()
        guard isWeb, !holdsHole, !text.isEmpty, !text.contains("\n"),
            address.utf8.allSatisfy({ $0 > 0x20 && !"<>[]\\`".utf8.contains($0) })
        else {
            for child in children { write(child, look: look, into: &line) }
            return
        }
        line.append(MarkdownRun(text: "[\(text)](\(address))", isReady: true))
    }

    private mutating func imageRun(_ attributes: [String: String]) -> MarkdownRun {
        let source = attributes["src"] ?? ""
        // Anki's editor writes names as addresses: with `%20` for a space.
        let decoded = source.removingPercentEscapes
        var held: (name: String, path: String)?
        for name in [source, decoded ?? source] where held == nil {
            held = image(name).map { (name, $0) }
        }
        let name = held?.name ?? decoded ?? source
        let given = (attributes["alt"] ?? "").trimmedSlice
        let stem = name.split(separator: "/").last?.split(separator: ".").first.map(String.init)
        var alt = MarkdownRuns(isAmongHoles: isAmongHoles)
        alt.append(
            MarkdownRun(
                text: HarmlessText.filtered(
                    given.isEmpty ? stem ?? "image" : String(given), keepsLines: false)))
        let text = alt.paragraph()
        guard let held else {
            missing += 1
            return MarkdownRun(text: "(\(text))", isReady: true)
        }
        images.insert(name)
        return MarkdownRun(text: "![\(text)](\(held.path))", isReady: true)
    }

    /// Takes out `[sound:name]` and `[anki:play:…]`.
    private mutating func withoutSounds(_ html: String) -> String {
        guard html.containsByte(UInt8(ascii: "[")) else { return html }
        var rest = html[...]
        var result = ""
        while let start = rest.firstIndex(of: "[") {
            result += rest[..<start]
            rest = rest[start...]
            if rest.hasPrefix("[sound:") || rest.hasPrefix("[anki:"),
                let end = rest.firstIndex(of: "]")
            {
                sounds += 1
                rest = rest[rest.index(after: end)...]
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }
}

extension String {
    /// With `%20` and the like read; nil when that gives no text.
    fileprivate var removingPercentEscapes: String? {
        guard containsByte(UInt8(ascii: "%")) else { return nil }
        var bytes: [UInt8] = []
        var rest = Array(utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                rest = rest.dropFirst(2)
                bytes.append(value)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
