package import StudyCore

extension MarkdownTree {
    /// The document as values, for showing it.
    package func markup() -> [Markup.Block] {
        var builder = MarkupBuilder()
        walk(&builder)
        return builder.finish()
    }
}

/// Builds the values that are shown from a walk over a document.
///
/// Beyond `nestingLimit` levels what is inside is shown as if it stood one level further out, so that the
/// values may be walked, compared and freed by recursion.
private struct MarkupBuilder: MarkdownVisitor {
    /// A node that is not yet left, with what it holds so far.
    struct Frame {
        var node: MarkdownNode
        var inlines: [Markup.Inline] = []
        var blocks: [Markup.Block] = []
        var items: [Markup.Item] = []
        var cells: [[Markup.Inline]] = []
        var header: [[Markup.Inline]] = []
        var rows: [[[Markup.Inline]]] = []
    }

    private static let nestingLimit = 64
    private var frames = [Frame(node: .document)]
    private var surplus = 0

    func finish() -> [Markup.Block] { frames[0].blocks }

    mutating func enter(_ node: MarkdownNode, line: Int, column: Int) {
        if frames.count >= Self.nestingLimit {
            surplus += 1
        } else {
            frames.append(Frame(node: node))
        }
    }

    mutating func leaf(
        _ node: MarkdownNode, _ text: UnsafeBufferPointer<UInt8>, line: Int, column: Int
    ) {
        let top = frames.count - 1
        let string = String(clean: text)
        switch node {
        case .text, .html: frames[top].inlines.append(.text(string))
        case .code: frames[top].inlines.append(.code(string))
        case .softBreak: frames[top].inlines.append(.softBreak)
        case .hardBreak: frames[top].inlines.append(.hardBreak)
        case .rule: frames[top].blocks.append(.rule)
        case .codeBlock(let language):
            frames[top].blocks.append(
                .code(language: language.isEmpty ? nil : language, text: string))
        case .htmlBlock:
            let trimmed = string.hasSuffix("\n") ? String(string.dropLast()) : string
            frames[top].blocks.append(.paragraph([.text(trimmed)]))
        default: break
        }
    }

    mutating func leave(_ node: MarkdownNode) {
        if surplus > 0 {
            surplus -= 1
            return
        }
        guard frames.count > 1, let frame = frames.popLast() else { return }
        close(frame, into: &frames[frames.count - 1])
    }

    private func close(_ frame: Frame, into parent: inout Frame) {
        switch frame.node {
        case .paragraph: parent.blocks.append(.paragraph(frame.inlines))
        case .heading(let level): parent.blocks.append(.heading(level: level, frame.inlines))
        case .quote: parent.blocks.append(.quote(frame.allBlocks))
        case .item(let isDone):
            parent.items.append(Markup.Item(isDone: isDone, blocks: frame.allBlocks))
        case .list(let start, let isTight):
            let rest = frame.rest
            let items = frame.items + (rest.isEmpty ? [] : [Markup.Item(blocks: rest)])
            parent.blocks.append(.list(Markup.List(start: start, isTight: isTight, items: items)))
        case .table(let columns):
            parent.blocks.append(
                .table(Markup.Table(alignments: columns, header: frame.header, rows: frame.rows)))
            parent.blocks += frame.rest
        case .tableRow(isHeader: true): parent.header = frame.cells
        case .tableRow(isHeader: false): parent.rows.append(frame.cells)
        case .tableCell: parent.cells.append(frame.inlines)
        case .emphasis: parent.inlines.append(.emphasis(frame.inlines))
        case .strong: parent.inlines.append(.strong(frame.inlines))
        case .strike: parent.inlines.append(.strike(frame.inlines))
        case .link(let url), .image(let url):
            parent.inlines.append(.link(frame.inlines, url: url))
        default:
            parent.inlines += frame.inlines
            parent.blocks += frame.blocks
        }
    }
}

extension MarkupBuilder.Frame {
    /// What came from beyond the limit of nesting to a node that holds no blocks itself.
    fileprivate var rest: [Markup.Block] {
        inlines.isEmpty ? blocks : blocks + [.paragraph(inlines)]
    }

    /// The blocks inside, with what came from beyond the limit of nesting.
    fileprivate var allBlocks: [Markup.Block] {
        items.isEmpty ? rest : rest + [.list(Markup.List(start: nil, isTight: true, items: items))]
    }
}
