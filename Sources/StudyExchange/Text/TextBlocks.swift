/// Plain paragraphs and points, to be written as Markdown.
struct TextBlocks: Hashable {
    private enum Block: Hashable {
        case paragraph(String)
        case points([String])
    }

    private var blocks: [Block] = []

    var isEmpty: Bool { blocks.isEmpty }

    /// The last text that was added; empty when there is none.
    var lastText: String {
        switch blocks.last {
        case .paragraph(let text): text
        case .points(let points): points.last ?? ""
        case nil: ""
        }
    }

    mutating func addParagraph(_ text: String) {
        blocks.append(.paragraph(text))
    }

    mutating func addPoint(_ text: String) {
        if case .points(let points)? = blocks.last {
            blocks[blocks.count - 1] = .points(points + [text])
        } else {
            blocks.append(.points([text]))
        }
    }

    /// Goes on with the last text.
    mutating func extend(_ text: String) {
        switch blocks.popLast() {
        case .paragraph(let start)?: blocks.append(.paragraph("\(start) \(text)"))
        case .points(var points)?:
            points[points.count - 1] += " \(text)"
            blocks.append(.points(points))
        case nil: addParagraph(text)
        }
    }

    /// Nil when there is nothing.
    var markdown: String? {
        guard !blocks.isEmpty else { return nil }
        var markdown = ""
        for block in blocks {
            switch block {
            case .paragraph(let text):
                markdown += (markdown.isEmpty ? "" : "\n\n") + Markdown.escaped(text)
            case .points(let points):
                // Right below its paragraph, so that the list around it stays tight.
                for point in points {
                    markdown += (markdown.isEmpty ? "" : "\n") + "- " + Markdown.escaped(point)
                }
            }
        }
        return markdown
    }
}
